namespace SolidLoonfiches.Leefloon;

/// <summary>Het aanvullend leefloon van één maand, stap voor stap.</summary>
/// <remarks>
/// De maand wordt gesneden in tijdvakken waarop alle feiten dezelfde zijn. Elk tijdvak wordt op jaarbasis berekend en telt
/// voor zijn dagen; de som wordt één keer afgerond. De regels staan per artikel in <c>Regels/</c>, de bedragen in <c>Barema/</c>.
/// </remarks>
public static class AanvullendLeefloon
{
    /// <summary>Nummer van de regels: één hoger bij elke wijziging die een bedrag, een waarschuwing of een stap anders maakt.</summary>
    private const int Regels = 2;

    /// <summary>Versie van de regels, deel van de vingerafdruk van een controle: verhoogt als een regel of een rij van het barema wijzigt.</summary>
    public static string Versie { get; } = $"{Regels}-{Barema.Vingerafdruk}";

    /// <summary>Berekent de maand, of zegt waarom de feiten dat niet toelaten.</summary>
    public static Uitkomst Bereken(Geval geval)
    {
        ArgumentNullException.ThrowIfNull(geval);
        return Nazicht.EersteFout(geval) is { } fout ? fout : Bereken(geval, Barema.Op(geval.Maand, geval.Beleid.OnbevestigdeBedragen));
    }

    /// <param name="geval">Een dat het nazicht doorstaat.</param>
    /// <param name="barema">De bedragen van de maand.</param>
    internal static Uitkomst Bereken(Geval geval, Barema barema)
    {
        var loon = Art16Loon.VanDeMaand(geval);
        var recht = Maanddagen.Van(geval.Maand, geval.Recht);
        var vrijstelling = Art35Vrijstelling.VanDeMaand(geval, loon.Gedekt, recht);
        var berekend = Tijdvak.Snijden(geval, recht, loon, vrijstelling, barema.Vrijstelling).ConvertAll(tijdvak => Bereken(geval, tijdvak, loon, barema));

        var som = Art14Par2Leefloon.Som(berekend.Select(b => b.Aandeel));
        var teller = Art35Teller.NaDeMaand(geval, vrijstelling, leefloon: som.OpDeCent.Cents > 0);
        var stap = Art14Par2Leefloon.VanDeMaand(geval.Maand, som, [.. berekend.Select(b => b.Stap)], teller.Stap);
        return new Uitkomst.Berekend(new Maandresultaat(geval.Maand, som.OpDeCent, barema.Jaar.Vanaf, [.. berekend.Select(b => b.Segment)],
            teller.Over, teller.Verbruikt.AlsPerioden(geval.Maand), Waarschuwingen.Van(geval, loon, teller, berekend.Exists(b => b.AfgeleidBedragGebruikt), deelVanDeMaand: berekend.Exists(b => b.Segment.Dagen < geval.Maand.Days)), stap));
    }

    private sealed record BerekendTijdvak(Segment Segment, Breuk Aandeel, Stap Stap, bool AfgeleidBedragGebruikt);

    private static BerekendTijdvak Bereken(Geval geval, Tijdvak tijdvak, Maandloon maandloon, Barema barema)
    {
        var feiten = tijdvak.Feiten;
        var categorie = feiten.Categorie.Categorie;
        var bedrag = barema.Jaar.Voor(categorie);

        var (loon, loonstap) = Deelmaand.Loon(geval, maandloon, feiten.Gedekt);
        var (loonPerJaar, jaarstap) = Art16Loon.PerJaar(geval, loon, loonstap, feiten.Vrijstelling, barema.Vrijstelling);
        var (ander, anderstap) = Art22Par1VrijgesteldeMiddelen.Som(feiten.AndereMiddelen);
        var samen = Art34Samenwonenden.Som(geval, categorie, feiten.Samenwonenden, barema.Jaar);
        var middelen = loonPerJaar + ander + samen.PerJaar;
        var middelenstap = Art16Loon.Middelen(middelen, jaarstap, anderstap, samen.Stap);

        var algemeen = Art22Par2AlgemeneVrijstelling.Voor(categorie, bedrag.Waarde, middelen);
        var (perJaar, leefloonstap) = Art14Par2Leefloon.PerJaar(Art14Par1Categorie.Bedrag(feiten.Categorie, barema.Jaar), bedrag.Waarde, middelenstap, middelen, algemeen);
        var (aandeel, stap) = Art14Par2Leefloon.Aandeel(geval, tijdvak, perJaar, leefloonstap);

        // Het contract waarschuwt waar "a yearly amount or exemption that was used comes from a row that was derived and not seen
        // published". Een rij die helemaal afgeleid is heeft enkel afgeleide bedragen. Van enkele rijen is maar een deel
        // gepubliceerd gezien (bv. 2016-06-01, enkel categorie 2): daar beslist het bedrag dat gebruikt is, want het andere is wel
        // gezien. Gebruikt zijn het bedrag van de categorie, dat van categorie 1 als drempel van art. 34, en de vrijstelling waar ze
        // beschikbaar is, ook op dagen zonder loon: ze staat dan in het tijdvak.
        var afgeleid = bedrag.Afgeleid
            || (samen.BedragVanCategorie1Gebruikt && barema.Jaar.Voor(Categorie.Samenwonend).Afgeleid)
            || (feiten.Vrijstelling.Beschikbaar && Art35Vrijstelling.Bedrag(geval.Vrijstelling.Soort, feiten.Vrijstelling, barema.Vrijstelling).Afgeleid);
        return new(new Segment(tijdvak.Van, tijdvak.Tot, tijdvak.Dagen, categorie, bedrag.Waarde, loon.AlsDecimaal, feiten.VrijstellingPerMaand.AlsDecimaal,
            middelen.AlsDecimaal, algemeen.PerJaar.AlsDecimaal, perJaar.AlsDecimaal, aandeel.AlsDecimaal), aandeel, stap, afgeleid);
    }
}
