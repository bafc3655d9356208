// Art. 14 §1 RMI-wet (strekking): het leefloon bedraagt zoveel per jaar voor 1° elke persoon die met één of meerdere personen
// samenwoont, 2° een alleenstaande, 3° een persoon die samenwoont met een gezin te zijnen laste.
// Gelezen bij actualitesdroitbelge.be (art. 14) en wordscope.be. De bedragen zijn jaarbedragen (art. 15), gekoppeld aan
// de index; welke rij op een datum geldt staat in Barema/.
//
// Twijfel: een dakloze met een geïndividualiseerd project krijgt het bedrag van 2°; dat is een keuze van categorie in het
// dossier, niet van deze regel.
namespace SolidLoonfiches.Leefloon;

internal static class Art14Par1Categorie
{
    /// <summary>De categorie op een dag: de laatste die dan begonnen is; null waar er geen is.</summary>
    public static CategorieVanaf? Op(IReadOnlyList<CategorieVanaf> categorieen, DateOnly dag)
    {
        CategorieVanaf? laatste = null;
        foreach (var categorie in categorieen)
        {
            if (categorie.Van <= dag && (laatste is null || categorie.Van > laatste.Van))
            {
                laatste = categorie;
            }
        }

        return laatste;
    }

    public static Stap Bedrag(CategorieVanaf categorie, Jaarbedragen rij)
    {
        var bedrag = rij.Voor(categorie.Categorie);
        var zin = Zinnen.Categoriebedrag.Met(categorie.Categorie, bedrag.Waarde, rij.Maand[(int)categorie.Categorie - 1].Waarde);
        var verklaring = categorie.HeeftBegin
            ? Stap.Blad(Zinnen.CategorieSinds.Met(categorie.Van, categorie.Categorie), Wetsartikel.Rmi14Par1, (int)categorie.Categorie, Eenheid.Geen, $"verklaring: categorie vanaf {Nl.Iso(categorie.Van)}")
            : Stap.Blad(Zinnen.CategorieAltijd.Met(categorie.Categorie), Wetsartikel.Rmi14Par1, (int)categorie.Categorie, Eenheid.Geen, "verklaring: categorie");
        Stap[] stappen = rij.Status is BaremaStatus.Unconfirmed ? [verklaring, Jaarbedrag(categorie.Categorie, rij), Beleidskeuze.OnbevestigdBedrag()] : [verklaring, Jaarbedrag(categorie.Categorie, rij)];
        return Stap.Knoop(zin, Wetsartikel.Rmi14Par1, bedrag.Waarde, Eenheid.EuroPerJaar, stappen);
    }

    public static Stap Jaarbedrag(Categorie categorie, Jaarbedragen rij)
    {
        var bedrag = rij.Voor(categorie);
        var zin = bedrag.Afgeleid ? Zinnen.JaarbedragAfgeleid : Zinnen.Jaarbedrag;
        return Stap.Blad(zin.Met(rij.Vanaf, categorie, bedrag.Waarde), Wetsartikel.Rmi14Par1, bedrag.Waarde, Eenheid.EuroPerJaar, rij.BronVan(bedrag));
    }
}
