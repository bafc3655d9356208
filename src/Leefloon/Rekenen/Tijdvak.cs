namespace SolidLoonfiches.Leefloon;

/// <summary>Opeenvolgende dagen van de maand met recht op leefloon waarop elk feit hetzelfde is.</summary>
internal sealed record Tijdvak(DateOnly Van, DateOnly Tot, Dagfeiten Feiten)
{
    public int Dagen => Kalender.AantalDagen(Van, Tot);

    /// <summary>Snijdt de maand in tijdvakken; dagen zonder recht vallen weg.</summary>
    public static IReadOnlyList<Tijdvak> Snijden(Geval geval, Maandloon loon, Maandvrijstelling vrijstelling, Vrijstellingsbedragen bedragen)
    {
        var tijdvakken = new List<Tijdvak>();
        foreach (var dag in Kalender.Dagen(geval.Maand))
        {
            if (!geval.Recht.Any(recht => recht.Bevat(dag)))
            {
                continue;
            }

            var feiten = Dagfeiten.Op(geval, dag, loon.Gedekt[dag.Day - 1], vrijstelling.PerDag[dag.Day - 1], bedragen);
            if (tijdvakken.Count > 0 && tijdvakken[^1].Tot.AddDays(1) == dag && tijdvakken[^1].Feiten.ZelfdeAls(feiten))
            {
                tijdvakken[^1] = tijdvakken[^1] with { Tot = dag };
            }
            else
            {
                tijdvakken.Add(new Tijdvak(dag, dag, feiten));
            }
        }

        return tijdvakken;
    }
}

/// <summary>Wat op één dag geldt.</summary>
internal sealed record Dagfeiten(CategorieVanaf Categorie, bool Gedekt, Vrijstellingsdag Vrijstelling, Breuk VrijstellingPerMaand,
    IReadOnlyList<AnderBestaansmiddel> AndereMiddelen, IReadOnlyList<Samenwonende> Samenwonenden)
{
    public static Dagfeiten Op(Geval geval, DateOnly dag, bool gedekt, Vrijstellingsdag vrijstelling, Vrijstellingsbedragen bedragen) => new(
        Art14Par1Categorie.Op(geval.Categorieen, dag) ?? throw new InvalidOperationException("Een dag met recht heeft geen categorie: het nazicht liet dit door."),
        gedekt, vrijstelling, Art35Vrijstelling.PerMaand(geval.Vrijstelling.Soort, vrijstelling, bedragen),
        Geldig(geval.AndereBestaansmiddelen, dag, middel => middel.Geldig),
        Geldig(geval.Samenwonenden, dag, persoon => persoon.Geldig));

    /// <summary>Of twee dagen in één tijdvak horen. Hoeveel dagen vrijstelling er nog over zijn is geen ander feit.</summary>
    public bool ZelfdeAls(Dagfeiten andere) => Categorie.Categorie == andere.Categorie.Categorie && Gedekt == andere.Gedekt
        && VrijstellingPerMaand == andere.VrijstellingPerMaand
        && AndereMiddelen.SequenceEqual(andere.AndereMiddelen) && Samenwonenden.SequenceEqual(andere.Samenwonenden);

    private static IReadOnlyList<T> Geldig<T>(IReadOnlyList<T> feiten, DateOnly dag, Func<T, Periode?> geldig) =>
        feiten.All(feit => geldig(feit)?.Bevat(dag) ?? true) ? feiten : [.. feiten.Where(feit => geldig(feit)?.Bevat(dag) ?? true)];
}
