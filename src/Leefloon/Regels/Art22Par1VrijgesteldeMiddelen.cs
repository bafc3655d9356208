// Art. 22 §1 KB 11-07-2002 (strekking): bij het berekenen van de bestaansmiddelen wordt geen rekening gehouden met, onder meer: hulp van een OCMW, gezinsbijslag en onderhoudsgeld voor kinderen die men opvoedt, studietoelagen,
// pleegzorgvergoedingen, niet geregelde giften, vrijwilligersvergoedingen en, sinds 1 januari 2022, de integratietegemoetkoming.
//
// Twijfel: de letters van de opsomming werden niet gelezen en staan er daarom niet bij. Gezinsbijslag die een meerderjarige
// student voor zichzelf krijgt is niet vrijgesteld (bdas-wwsb.brussels p=3300): geef die op als "ander". De
// integratietegemoetkoming is in maanden voor 2022 ook vrijgesteld, omdat het contract de soort zonder datum noemt. Inkomen uit
// onroerend en roerend kapitaal (art. 25 tot 31) wordt hier niet omgerekend: geef het op als "ander", na die omrekening.
namespace SolidLoonfiches.Leefloon;

internal static class Art22Par1VrijgesteldeMiddelen
{
    /// <summary>De andere bestaansmiddelen van een tijdvak, en wat daarvan niet meetelt; null waar er geen zijn.</summary>
    public static (Breuk PerJaar, Stap? Stap) Som(IReadOnlyList<AnderBestaansmiddel> middelen)
    {
        if (middelen.Count == 0)
        {
            return (Breuk.Nul, null);
        }

        var som = Breuk.Nul;
        var stappen = new List<Stap>(middelen.Count);
        foreach (var middel in middelen)
        {
            if (middel.Soort is Bestaansmiddelsoort.Ander)
            {
                som += middel.PerJaar;
                stappen.Add(Stap.Blad(Zinnen.Bestaansmiddel.Met(middel.PerJaar), Wetsartikel.Rmi16Par1, middel.PerJaar, Eenheid.EuroPerJaar, Verklaring(middel)));
            }
            else
            {
                stappen.Add(Stap.Blad(Zinnen.VrijgesteldMiddel.Met(middel.Soort, middel.PerJaar), Wetsartikel.Kb22Par1, Breuk.Nul, Eenheid.EuroPerJaar, Verklaring(middel)));
            }
        }

        return (som, Stap.Knoop(Zinnen.AndereBestaansmiddelen.Met(som), Wetsartikel.Rmi16Par1, som, Eenheid.EuroPerJaar, stappen));
    }

    private static string Verklaring(AnderBestaansmiddel middel) =>
        $"verklaring: {Nl.Naam(middel.Soort)}, {Nl.Euro(middel.PerJaar)} per jaar" + (middel.Geldig is { } periode ? $", {Nl.Periode(periode)}" : "");
}
