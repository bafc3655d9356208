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

        stappen.AddRange(samenwonenden.Where(persoon => RedenNietMee(persoon, nieuw) is not null).Select(persoon => NietMee(persoon, nieuw)));
        var drempelGebruikt = (partner is not null && categorie is not Categorie.GezinTenLaste) || (familie.Count > 0 && geval.Billijkheidsreden is null);
        return new(som, drempelGebruikt, Stap.Knoop("samenwonenden", Wetsartikel.Kb34, som, Eenheid.EuroPerJaar, stappen,
            () => $"Van de bestaansmiddelen van samenwonenden telt {Nl.Euro(som)} per jaar mee, volgens de regels {(nieuw ? "sinds 1 maart 2026" : "van voor 1 maart 2026")}."
            + (!nieuw && geval.Maand.FirstDay >= NieuweRegels ? $" De nieuwe regels gelden pas vanaf de volgende herziening; de laatste is van {Nl.Datum(geval.Herziening)}." : "")));
    }

    private static (Breuk Deel, Stap Stap) Partner(Samenwonende partner, Categorie categorie, Jaarbedragen rij)
    {
        var middelen = Middelen(partner, Wetsartikel.Kb34Par1);
        if (categorie is Categorie.GezinTenLaste)
        {
            Breuk alles = partner.BestaansmiddelenPerJaar;
            return (alles, Stap.Knoop("deelPartner", Wetsartikel.Kb34Par1, alles, Eenheid.EuroPerJaar, [middelen],
                () => $"Bij {Nl.Categorie(categorie)} tellen de bestaansmiddelen van de partner volledig mee: {Nl.Euro(alles)} per jaar."));
        }

        var drempel = rij.Voor(Categorie.Samenwonend).Waarde;
        var deel = Breuk.Max(Breuk.Nul, partner.BestaansmiddelenPerJaar - (Breuk)drempel);
        return (deel, Stap.Knoop("deelPartner", Wetsartikel.Kb34Par1, deel, Eenheid.EuroPerJaar, [middelen, Art14Par1Categorie.Jaarbedrag(Categorie.Samenwonend, rij)],
            () => deel.IsNul
                ? $"De bestaansmiddelen van de partner ({Nl.Euro(partner.BestaansmiddelenPerJaar)} per jaar) zijn niet hoger dan het leefloon van categorie 1 ({Nl.Euro(drempel)}): er telt niets van mee."
                : $"Van de partner telt mee wat boven het leefloon van categorie 1 ligt: {Nl.Bedrag(partner.BestaansmiddelenPerJaar)} - {Nl.Bedrag(drempel)} = {Nl.Euro(deel)} per jaar."));
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
            stappen.AddRange(familie.Where(persoon => persoon.KinderbijslagVoorAanvragerPerJaar > 0).Select(persoon =>
                Stap.Blad("gezinsbijslagVoorAanvrager", Wetsartikel.Kb34Par2, persoon.KinderbijslagVoorAanvragerPerJaar, Eenheid.EuroPerJaar, $"verklaring: gezinsbijslag voor de aanvrager, ontvangen door {Naam(persoon.Relatie)}",
                    () => $"De gezinsbijslag die {Naam(persoon.Relatie)} voor de aanvrager krijgt telt mee: {Nl.Euro(persoon.KinderbijslagVoorAanvragerPerJaar)} per jaar.")));
        }

        var wie = familie.Count == 1 ? "één samenwonende" : $"{familie.Count} samenwonenden samen";
        var keer = familie.Count == 1 ? "" : $"{familie.Count} keer ";
        string Uitleg() => (teveel.IsNul
            ? $"De bestaansmiddelen van {wie} ({Nl.Euro(som)} per jaar) zijn niet hoger dan {keer}het leefloon van categorie 1 ({Nl.Euro(drempel)})"
            : $"De bestaansmiddelen van {wie}, min {keer}het leefloon van categorie 1: {Nl.Bedrag(som)} - {Nl.Bedrag(drempel)} = {Nl.Euro(teveel)} per jaar")
            + (bijslag.IsNul ? "." : $", plus {Nl.Euro(bijslag)} gezinsbijslag voor de aanvrager: {Nl.Euro(deel)} per jaar.");
        return (deel, Stap.Knoop("deelFamilie", Wetsartikel.Kb34Par2, deel, Eenheid.EuroPerJaar, stappen, Uitleg));
    }

    private static (Breuk Deel, Stap Stap) Billijkheid(string reden, int aantal) =>
        (Breuk.Nul, Stap.Blad("deelFamilie", Wetsartikel.Kb34Par2, Breuk.Nul, Eenheid.EuroPerJaar, $"beslissing om redenen van billijkheid: {reden}",
            () => $"Het OCMW telt {Personen(aantal)} om redenen van billijkheid niet mee{(string.IsNullOrWhiteSpace(reden) ? "; welke reden dat is staat er niet bij" : $": {reden.Trim().TrimEnd('.')}")}."));

    private static Stap NietMee(Samenwonende persoon, bool nieuw) => Stap.Blad("samenwonendeNietMee", persoon.Relatie is Relatie.Partner ? Wetsartikel.Kb34Par1 : Wetsartikel.Kb34,
        Breuk.Nul, Eenheid.EuroPerJaar, Verklaring(persoon), () => $"{Nl.Zin(Naam(persoon.Relatie))} telt niet mee: {RedenNietMee(persoon, nieuw)}.");

    /// <summary>Waarom de persoon niet meetelt; null: hij telt mee.</summary>
    private static string? RedenNietMee(Samenwonende persoon, bool nieuw) => persoon switch
    {
        { Relatie: Relatie.Ander } => "deze persoon is geen partner en niet onderhoudsplichtig",
        { OntvangtLeefloon: true } => "deze persoon ontvangt zelf leefloon",
        { Relatie: Relatie.Partner } => null,
        _ when nieuw => null,
        { Relatie: Relatie.Onderhoudsplichtige } => "volgens de regels van voor 1 maart 2026 tellen enkel partner, ouders en meerderjarige kinderen",
        { Meegeteld: false } => "het OCMW koos om deze persoon niet mee te tellen (dat mocht volgens de regels van voor 1 maart 2026)",
        _ => null,
    };

    private static Stap Middelen(Samenwonende persoon, Wetsartikel artikel) => Stap.Blad("middelenSamenwonende", artikel, persoon.BestaansmiddelenPerJaar, Eenheid.EuroPerJaar, Verklaring(persoon),
        () => $"{Nl.Zin(Naam(persoon.Relatie))} heeft {Nl.Euro(persoon.BestaansmiddelenPerJaar)} per jaar, na de eigen vrijstellingen.");

    private static string Verklaring(Samenwonende persoon) =>
        $"verklaring: {Naam(persoon.Relatie)}, {Nl.Euro(persoon.BestaansmiddelenPerJaar)} per jaar" + (persoon.Geldig is { } periode ? $", {Nl.Periode(periode)}" : "");

    private static string Personen(int aantal) => aantal == 1 ? "één samenwonende" : $"{aantal} samenwonenden";

    private static string Naam(Relatie relatie) => relatie switch
    {
        Relatie.Partner => "de partner",
        Relatie.Ouder => "een ouder",
        Relatie.MeerderjarigKind => "een meerderjarig kind",
        Relatie.Onderhoudsplichtige => "een onderhoudsplichtige",
        _ => "een andere samenwonende",
    };
}
