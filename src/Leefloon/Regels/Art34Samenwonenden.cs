// Art. 34 §1 KB 11-07-2002: "In geval de aanvrager gehuwd is en onder hetzelfde dak woont, of een feitelijk gezin vormt, met een
// persoon die geen aanspraak maakt op het genot van de wet, moet het gedeelte van de bestaansmiddelen van die persoon in
// aanmerking genomen worden, dat het bedrag overschrijdt van het leefloon bepaald voor de categorie van begunstigden bedoeld bij
// artikel 14, § 1, 1°, van de wet." Voor een aanvrager van categorie 3 tellen de middelen van de partner volledig (mi-is.be).
// Art. 34 §2, tot 28 februari 2026 (strekking): wat ouders en meerderjarige kinderen boven dat bedrag hebben KAN meetellen.
// Art. 34 §2, sinds 1 maart 2026 (KB 7-1-2026, BS 16-1-2026; strekking): alle meerderjarige onderhoudsplichtigen die samenwonen tellen
// mee: hun middelen samen, min zoveel keer het bedrag van categorie 1, plus de gezinsbijslag die ze voor de aanvrager krijgen.
// Lopende dossiers volgen de nieuwe regels pas vanaf hun volgende herziening (cpasuccle.be).
//
// Twijfels: of meetellen sinds 2026 een plicht is of een mogelijkheid (bronnen spreken elkaar tegen): hier telt het, behalve bij
// een gemotiveerde reden van billijkheid. De formule komt van rulespec-be, niet uit het Staatsblad. De toeslag voor een
// handicap (en misschien die voor wezen) is vrijgesteld: laat ze uit de opgegeven gezinsbijslag. Een partner die via art. 60 §7
// of een activeringsmaatregel werkt telt wel, ook al heeft hij recht op maatschappelijke integratie: zet "ontvangt leefloon" dan uit.
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Wat de samenwonenden bijdragen.</summary>
/// <param name="PerJaar">Het deel dat meetelt, in euro per jaar.</param>
/// <param name="BedragVanCategorie1Gebruikt">Of het jaarbedrag van categorie 1 als drempel diende.</param>
/// <param name="Stap">Null waar er geen samenwonenden zijn.</param>
internal readonly record struct DeelSamenwonenden(Breuk PerJaar, bool BedragVanCategorie1Gebruikt, Stap? Stap);

internal static class Art34Samenwonenden
{
    private static readonly DateOnly NieuweRegels = new(2026, 3, 1);

    /// <summary>De nieuwe regels gelden als zowel de maand als de laatste herziening in maart 2026 of later ligt.</summary>
    public static bool VolgensNieuweRegels(Maand maand, DateOnly herziening) => maand.FirstDay >= NieuweRegels && herziening >= NieuweRegels;

    public static DeelSamenwonenden Som(Geval geval, Categorie categorie, IReadOnlyList<Samenwonende> samenwonenden, Jaarbedragen rij)
    {
        if (samenwonenden.Count == 0)
        {
            return new(Breuk.Nul, false, null);
        }

        var nieuw = VolgensNieuweRegels(geval.Maand, geval.Herziening);
        var stappen = new List<Stap>();
        var partner = samenwonenden.FirstOrDefault(persoon => persoon.Relatie is Relatie.Partner && !persoon.OntvangtLeefloon);
        var som = Breuk.Nul;
        if (partner is not null)
        {
            var (deel, stap) = Partner(partner, categorie, rij);
            som += deel;
            stappen.Add(stap);
        }

        var familie = samenwonenden.Where(persoon => persoon.Relatie is not Relatie.Partner && RedenNietMee(persoon, nieuw) is null).ToList();
        if (familie.Count > 0)
        {
            var (deel, stap) = geval.Billijkheidsreden is { } reden ? Billijkheid(reden, familie.Count) : Familie(familie, nieuw, rij);
            som += deel;
            stappen.Add(stap);
        }

        stappen.AddRange(
            from persoon in samenwonenden
            let reden = RedenNietMee(persoon, nieuw)
            where reden is not null
            select NietMee(persoon, reden));
        var drempelGebruikt = (partner is not null && categorie is not Categorie.GezinTenLaste) || (familie.Count > 0 && geval.Billijkheidsreden is null);
        var zin = nieuw ? Zinnen.SamenwonendenNieuw.Met(som)
            : geval.Maand.FirstDay >= NieuweRegels ? Zinnen.SamenwonendenTotHerziening.Met(som, geval.Herziening)
            : Zinnen.SamenwonendenOud.Met(som);
        return new(som, drempelGebruikt, Stap.Knoop(zin, Wetsartikel.Kb34, som, Eenheid.EuroPerJaar, stappen));
    }

    private static (Breuk Deel, Stap Stap) Partner(Samenwonende partner, Categorie categorie, Jaarbedragen rij)
    {
        var middelen = Middelen(partner, Wetsartikel.Kb34Par1);
        if (categorie is Categorie.GezinTenLaste)
        {
            Breuk alles = partner.BestaansmiddelenPerJaar;
            return (alles, Stap.Knoop(Zinnen.PartnerVolledig.Met(categorie, alles), Wetsartikel.Kb34Par1, alles, Eenheid.EuroPerJaar, [middelen]));
        }

        var drempel = rij.Voor(Categorie.Samenwonend).Waarde;
        var deel = Breuk.Max(Breuk.Nul, partner.BestaansmiddelenPerJaar - (Breuk)drempel);
        var zin = deel.IsNul
            ? Zinnen.PartnerOnder.Met(partner.BestaansmiddelenPerJaar, drempel)
            : Zinnen.PartnerBoven.Met(partner.BestaansmiddelenPerJaar, drempel, deel);
        return (deel, Stap.Knoop(zin, Wetsartikel.Kb34Par1, deel, Eenheid.EuroPerJaar, [middelen, Art14Par1Categorie.Jaarbedrag(Categorie.Samenwonend, rij)]));
    }

    private static (Breuk Deel, Stap Stap) Familie(List<Samenwonende> familie, bool nieuw, Jaarbedragen rij)
    {
        var som = familie.Aggregate(Breuk.Nul, (links, persoon) => links + persoon.BestaansmiddelenPerJaar);
        var drempel = (Breuk)rij.Voor(Categorie.Samenwonend).Waarde * familie.Count;
        var teveel = Breuk.Max(Breuk.Nul, som - drempel);
        var bijslag = nieuw ? familie.Aggregate(Breuk.Nul, (links, persoon) => links + persoon.KinderbijslagVoorAanvragerPerJaar) : Breuk.Nul;
        var deel = teveel + bijslag;

        List<Stap> stappen = [.. familie.Select(persoon => Middelen(persoon, Wetsartikel.Kb34Par2)), Art14Par1Categorie.Jaarbedrag(Categorie.Samenwonend, rij)];
        if (nieuw)
        {
            stappen.AddRange(familie.Where(persoon => persoon.KinderbijslagVoorAanvragerPerJaar > 0).Select(Gezinsbijslag));
        }

        var aantal = familie.Count;
        var zin = (teveel.IsNul, bijslag.IsNul) switch
        {
            (true, true) => Zinnen.FamilieOnder.Met(aantal, som, drempel),
            (true, false) => Zinnen.FamilieOnderMetBijslag.Met(aantal, som, drempel, bijslag),
            (false, true) => Zinnen.FamilieBoven.Met(aantal, som, drempel, deel),
            (false, false) => Zinnen.FamilieBovenMetBijslag.Met(aantal, som, drempel, teveel, bijslag, deel),
        };
        return (deel, Stap.Knoop(zin, Wetsartikel.Kb34Par2, deel, Eenheid.EuroPerJaar, stappen));
    }

    private static Stap Gezinsbijslag(Samenwonende persoon) =>
        Stap.Blad(Zinnen.GezinsbijslagVoorAanvrager.Met(persoon.Relatie, persoon.KinderbijslagVoorAanvragerPerJaar), Wetsartikel.Kb34Par2, persoon.KinderbijslagVoorAanvragerPerJaar, Eenheid.EuroPerJaar,
            $"verklaring: gezinsbijslag voor de aanvrager, ontvangen door {Nl.Naam(persoon.Relatie)}");

    private static (Breuk Deel, Stap Stap) Billijkheid(string reden, int aantal)
    {
        var zin = string.IsNullOrWhiteSpace(reden) ? Zinnen.FamilieBillijkheidZonderReden.Met(aantal) : Zinnen.FamilieBillijkheid.Met(aantal, reden.Trim().TrimEnd('.'));
        return (Breuk.Nul, Stap.Blad(zin, Wetsartikel.Kb34Par2, Breuk.Nul, Eenheid.EuroPerJaar, $"beslissing om redenen van billijkheid: {reden}"));
    }

    private static Stap NietMee(Samenwonende persoon, Zinsoort reden) =>
        Stap.Blad(reden.Met(persoon.Relatie), persoon.Relatie is Relatie.Partner ? Wetsartikel.Kb34Par1 : Wetsartikel.Kb34, Breuk.Nul, Eenheid.EuroPerJaar, Verklaring(persoon));

    /// <summary>Waarom de persoon niet meetelt; null: hij telt mee.</summary>
    private static Zinsoort? RedenNietMee(Samenwonende persoon, bool nieuw) => persoon switch
    {
        { Relatie: Relatie.Ander } => Zinnen.NietMeeAnder,
        { OntvangtLeefloon: true } => Zinnen.NietMeeLeefloon,
        { Relatie: Relatie.Partner } => null,
        _ when nieuw => null,
        { Relatie: Relatie.Onderhoudsplichtige } => Zinnen.NietMeeOudeRegels,
        { Meegeteld: false } => Zinnen.NietMeeKeuze,
        _ => null,
    };

    private static Stap Middelen(Samenwonende persoon, Wetsartikel artikel) =>
        Stap.Blad(Zinnen.MiddelenSamenwonende.Met(persoon.Relatie, persoon.BestaansmiddelenPerJaar), artikel, persoon.BestaansmiddelenPerJaar, Eenheid.EuroPerJaar, Verklaring(persoon));

    private static string Verklaring(Samenwonende persoon) =>
        $"verklaring: {Nl.Naam(persoon.Relatie)}, {Nl.Euro(persoon.BestaansmiddelenPerJaar)} per jaar" + (persoon.Geldig is { } periode ? $", {Nl.Periode(periode)}" : "");
}
