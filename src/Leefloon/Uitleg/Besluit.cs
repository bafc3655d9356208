using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een kop met wat eronder staat.</summary>
/// <param name="Naam">Welk deel het is, voor wie het zoekt: <c>bedrag</c>, <c>periodiciteit</c>, …</param>
/// <param name="Kop">In de taal van het ontwerp.</param>
/// <param name="Zinnen">In die taal.</param>
public sealed record Besluitdeel(string Naam, string Kop, IReadOnlyList<string> Zinnen);

/// <summary>Wat in een besluit staat en niet uit de berekening volgt.</summary>
/// <param name="Maand">Waarover beslist wordt.</param>
/// <param name="Bedrag">Wat wordt voorgesteld of beslist is.</param>
/// <param name="Ervoor">Wat de persoon kreeg; null: nog niets.</param>
/// <param name="Reden">Waarom het bedrag anders is dan berekend; null waar het dat niet is.</param>
/// <param name="Gehoord">Wanneer de persoon gehoord is of kon worden; null waar dat niet hoefde.</param>
/// <param name="Rechtbank">De bevoegde arbeidsrechtbank, zoals het OCMW ze opgaf; null: in te vullen.</param>
/// <param name="Beroepstermijn">In maanden, zoals het OCMW hem opgaf; null: in te vullen.</param>
public sealed record Besluitgegevens(Maand Maand, Euro Bedrag, Euro? Ervoor, string? Reden, DateOnly? Gehoord = null, string? Rechtbank = null, int? Beroepstermijn = null);

/// <summary>
/// Het ontwerp van een besluit, met de delen die art. 21 §2 en §3 RMI-wet vragen: het bedrag, hoe het berekend is, hoe vaak het
/// betaald wordt, de redenen in feite en in rechte, bij wie en tot wanneer men in beroep kan.
/// </summary>
/// <remarks>Waar het leefloon nul is, zegt het dat: er is voor die maand niets te betalen. Nooit een ander woord.</remarks>
/// <param name="Taal">Van alle tekst.</param>
/// <param name="Titel">Waarover het gaat.</param>
/// <param name="Delen">In de volgorde waarin men ze leest; de berekening staat tussen <c>berekening</c> en wat erna komt.</param>
/// <param name="Berekening">De brief bij de berekening.</param>
public sealed record Besluit(Taal Taal, string Titel, IReadOnlyList<Besluitdeel> Delen, Brief Berekening)
{
    private const string Leeg = "………………………";

    public static Besluit Van(Maandresultaat resultaat, Besluitgegevens gegevens, Taal taal)
    {
        ArgumentNullException.ThrowIfNull(resultaat);
        ArgumentNullException.ThrowIfNull(gegevens);
        var boek = Taalboek.Van(taal);
        var brief = Brief.Van(resultaat, taal);
        return new(taal, Vul("besluit.titel"),
        [
            Deel("bedrag", gegevens.Bedrag > Euro.Zero ? Vul("besluit.bedrag") : Vul("besluit.bedrag.nul"), gegevens.Ervoor is { } voor && voor != gegevens.Bedrag ? Vul("besluit.ervoor").Replace("{ervoor}", Munt(voor), StringComparison.Ordinal) : null),
            Deel("periodiciteit", Vul("besluit.periodiciteit")),
            Deel("feiten", [.. Hoofdzinnen(resultaat, taal), gegevens.Reden is { } reden ? Vul("besluit.reden").Replace("{reden}", reden, StringComparison.Ordinal) : null, gegevens.Gehoord is { } dag ? Vul("besluit.gehoord").Replace("{dag}", boek.Schrijfwijze.Datum(dag), StringComparison.Ordinal) : null]),
            Deel("recht", [.. brief.Delen.Where(static deel => deel.Kop.Length > 0 && deel.Artikels.Count > 0).Select(static deel => $"{deel.Kop}: {string.Join("; ", deel.Artikels)}").Distinct(StringComparer.Ordinal), .. brief.Wetten]),
            Deel("berekening", Vul("besluit.berekening")),
            Deel("beroep", Vul("besluit.beroep").Replace("{rechtbank}", gegevens.Rechtbank ?? Leeg, StringComparison.Ordinal).Replace("{termijn}", gegevens.Beroepstermijn is { } termijn ? boek.Aantal("maanden", termijn) : Leeg, StringComparison.Ordinal)),
        ], brief);

        Besluitdeel Deel(string naam, params IEnumerable<string?> zinnen) => new(naam, boek.Woord("besluit.kop." + naam), [.. zinnen.OfType<string>()]);

        string Munt(Euro bedrag) => boek.Schrijfwijze.Euro(bedrag.Amount);

        string Vul(string sleutel) => boek.Woord(sleutel).Replace("{maand}", boek.Maand(gegevens.Maand), StringComparison.Ordinal).Replace("{bedrag}", Munt(gegevens.Bedrag), StringComparison.Ordinal);
    }

    /// <summary><c>Dossier 2026-0001. Maatschappelijk werker: Els Janssens.</c></summary>
    public string Kenmerk(string dossier, string maatschappelijkWerker) => Taalboek.Van(Taal).Woord("besluit.kenmerk")
        .Replace("{dossier}", dossier, StringComparison.Ordinal)
        .Replace("{werker}", maatschappelijkWerker, StringComparison.Ordinal);

    /// <summary>Bij wie men uitleg kan vragen.</summary>
    public string Vragen(string maatschappelijkWerker) => Taalboek.Van(Taal).Woord("besluit.vragen").Replace("{werker}", maatschappelijkWerker, StringComparison.Ordinal);

    /// <summary>Waaraan men ziet dat het nog geen besluit is.</summary>
    public string Ontwerp => Taalboek.Van(Taal).Woord("besluit.ontwerp");

    /// <summary>Waar het comité tekent.</summary>
    public string Handtekening => Taalboek.Van(Taal).Woord("besluit.handtekening");

    // De feiten: wat er binnenkwam en hoe men woont; hoe ze samen een bedrag maken staat in de berekening.
    private static IEnumerable<string> Hoofdzinnen(Maandresultaat resultaat, Taal taal) => Alle(resultaat.Stap)
        .Where(static stap => stap.Naam is "categorie" or "loonfiche" or "loonSom" or "bestaansmiddel" or "vrijgesteldMiddel" or "middelenSamenwonende" or "samenwonendeNietMee")
        .Select(stap => stap.Zin.In(taal)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<Stap> Alle(Stap stap) => stap.Uit.SelectMany(Alle).Append(stap);
}
