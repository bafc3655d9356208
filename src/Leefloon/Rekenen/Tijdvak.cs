namespace SolidLoonfiches.Leefloon;

/// <summary>Opeenvolgende dagen van de maand met recht op leefloon waarop elk feit hetzelfde is.</summary>
internal sealed record Tijdvak(DateOnly Van, DateOnly Tot, Dagfeiten Feiten)
{
    public int Dagen => Kalender.AantalDagen(Van, Tot);

    /// <summary>Snijdt de maand in tijdvakken; dagen zonder recht vallen weg.</summary>
    public static List<Tijdvak> Snijden(Geval geval, Maanddagen recht, Maandloon loon, Maandvrijstelling vrijstelling, Vrijstellingsbedragen bedragen)
    {
        var tijdvakken = new List<Tijdvak>(2);
        var eerste = geval.Maand.FirstDay;
        var dagen = geval.Maand.Days;
        for (var dag = 1; dag <= dagen; dag++)
        {
            if (!recht.Bevat(dag))
            {
                continue;
            }

            var van = eerste.AddDays(dag - 1);
            var feiten = Dagfeiten.Op(geval, van, loon.Gedekt.Bevat(dag), vrijstelling.PerDag[dag - 1], bedragen);
            while (dag < dagen && recht.Bevat(dag + 1) && feiten.GeldenOok(geval, van, eerste.AddDays(dag), loon.Gedekt.Bevat(dag + 1), vrijstelling.PerDag[dag], bedragen))
            {
                dag++;
            }

            tijdvakken.Add(new Tijdvak(van, eerste.AddDays(dag - 1), feiten));
        }

        return tijdvakken;
    }
}

/// <summary>Wat op één dag geldt.</summary>
internal sealed record Dagfeiten(CategorieVanaf Categorie, bool Gedekt, Vrijstellingsdag Vrijstelling, Breuk VrijstellingPerMaand,
    IReadOnlyList<AnderBestaansmiddel> AndereMiddelen, IReadOnlyList<Samenwonende> Samenwonenden)
{
    public static Dagfeiten Op(Geval geval, DateOnly dag, bool gedekt, Vrijstellingsdag vrijstelling, Vrijstellingsbedragen bedragen) => new(
        OpDag(geval, dag), gedekt, vrijstelling, Art35Vrijstelling.PerMaand(geval.Vrijstelling.Soort, vrijstelling, bedragen),
        Geldig(geval.AndereBestaansmiddelen, dag, static middel => middel.Geldig),
        Geldig(geval.Samenwonenden, dag, static persoon => persoon.Geldig));

    /// <summary>Of een andere dag in hetzelfde tijdvak hoort. Hoeveel dagen vrijstelling er nog over zijn is geen ander feit.</summary>
    /// <param name="geval">De feiten.</param>
    /// <param name="dezeDag">De dag van deze feiten.</param>
    /// <param name="dag">De andere dag.</param>
    /// <param name="gedekt">Of die gedekt is door een loonperiode.</param>
    /// <param name="vrijstelling">Haar vrijstelling.</param>
    /// <param name="bedragen">De rij van het barema.</param>
    public bool GeldenOok(Geval geval, DateOnly dezeDag, DateOnly dag, bool gedekt, Vrijstellingsdag vrijstelling, Vrijstellingsbedragen bedragen) => Gedekt == gedekt
        && Categorie.Categorie == OpDag(geval, dag).Categorie
        && (vrijstelling.Stand == Vrijstelling.Stand || VrijstellingPerMaand == Art35Vrijstelling.PerMaand(geval.Vrijstelling.Soort, vrijstelling, bedragen))
        && GeldtEvenzeer(geval.AndereBestaansmiddelen, dezeDag, dag, static middel => middel.Geldig)
        && GeldtEvenzeer(geval.Samenwonenden, dezeDag, dag, static persoon => persoon.Geldig);

    private static CategorieVanaf OpDag(Geval geval, DateOnly dag) => Art14Par1Categorie.Op(geval.Categorieen, dag)
        ?? throw new InvalidOperationException("Een dag met recht heeft geen categorie: het nazicht liet dit door.");

    /// <summary>Of elk feit op beide dagen geldt of op geen van beide.</summary>
    private static bool GeldtEvenzeer<T>(IReadOnlyList<T> feiten, DateOnly dag, DateOnly andere, Func<T, Periode?> geldig)
    {
        for (var i = 0; i < feiten.Count; i++)
        {
            if (geldig(feiten[i]) is { } periode && periode.Bevat(dag) != periode.Bevat(andere))
            {
                return false;
            }
        }

        return true;
    }

    private static IReadOnlyList<T> Geldig<T>(IReadOnlyList<T> feiten, DateOnly dag, Func<T, Periode?> geldig)
    {
        for (var i = 0; i < feiten.Count; i++)
        {
            if (geldig(feiten[i])?.Bevat(dag) is false)
            {
                return [.. feiten.Where(feit => geldig(feit)?.Bevat(dag) ?? true)];
            }
        }

        return feiten;
    }
}
