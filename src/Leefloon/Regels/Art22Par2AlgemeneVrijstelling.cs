// Art. 22 §2 KB 11-07-2002 (Franse tekst): « … l'intéressé a droit à une exonération supplémentaire de respectivement 155 EUR,
// 250 EUR, 280 EUR, 310 EUR sur une base annuelle, selon qu'il appartient à la catégorie 1, 2, 3 ou 4 des bénéficiaires »,
// als het totaal van de middelen kleiner is dan het bedrag van zijn categorie.
// Niet geïndexeerd; één keer, op de som van alle middelen, en pas na art. 35 (bdas-wwsb.brussels p=3321; mi-is.be).
//
// Twijfel: de tekst telt nog vier categorieën (280 EUR hoorde bij een categorie die in 2004 vernietigd werd); de
// huidige derde krijgt 310. De vrijstelling geldt niet op het deel van een PWA-loon boven het vrije bedrag per uur
// (tweede lid); zulk loon kent het contract niet, en wordt hier niet apart behandeld.
namespace SolidLoonfiches.Leefloon;

/// <summary>De algemene vrijstelling van een tijdvak; 0 waar ze niet geldt.</summary>
internal readonly record struct AlgemeneVrijstelling(Breuk PerJaar, Stap Stap);

internal static class Art22Par2AlgemeneVrijstelling
{
    private const string Bron = "art. 22 §2 KB 11-07-2002; niet geïndexeerd (bdas-wwsb.brussels p=3321)";

    public static decimal Bedrag(Categorie categorie) => categorie switch
    {
        Categorie.Samenwonend => 155m,
        Categorie.Alleenstaand => 250m,
        _ => 310m,
    };

    /// <summary>Ze geldt enkel als de middelen kleiner zijn dan het volledige leefloon; gelijk is niet kleiner.</summary>
    public static AlgemeneVrijstelling Voor(Categorie categorie, Breuk bedragPerJaar, Breuk middelen)
    {
        var vrijstelling = Bedrag(categorie);
        if (middelen >= bedragPerJaar)
        {
            return new(Breuk.Nul, Stap.Blad(Zinnen.AlgemeneVrijstellingNiet.Met(middelen, bedragPerJaar), Wetsartikel.Kb22Par2, Breuk.Nul, Eenheid.EuroPerJaar, Bron));
        }

        var zin = middelen > vrijstelling ? Zinnen.AlgemeneVrijstelling.Met(categorie, vrijstelling)
            : middelen.IsNul ? Zinnen.AlgemeneVrijstellingZonderMiddelen.Met(vrijstelling)
            : Zinnen.AlgemeneVrijstellingAlles.Met(vrijstelling, middelen);
        return new(vrijstelling, Stap.Blad(zin, Wetsartikel.Kb22Par2, vrijstelling, Eenheid.EuroPerJaar, Bron));
    }
}
