using CsCheck;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Willekeurige gevallen voor wat van elk geval waar moet zijn.</summary>
internal static class Gevalgenerator
{
    public static readonly Gen<decimal> Bedrag = Gen.Int[0, 300_000].Select(cent => cent / 100m);
    private static readonly Gen<decimal> Jaarbedrag = Gen.Int[0, 2_500_000].Select(cent => cent / 100m);
    private static readonly Gen<Maand> EenMaand = Gen.Int[0, (13 * 12) + 3].Select(n => new Maand(2013, 9).AddMonths(n));

    private static Gen<DateOnly> DagRond(Maand maand) => Gen.Int[-20, 50].Select(maand.FirstDay.AddDays);

    private static Gen<Periode> PeriodeRond(Maand maand) => Gen.Select(DagRond(maand), Gen.Int[0, 60]).Select((van, dagen) => new Periode(van, van.AddDays(dagen)));

    private static Gen<Loon> EenLoon(Maand maand) => Gen.Select(PeriodeRond(maand), Gen.Frequency((9, Bedrag), (1, Bedrag.Select(b => -b / 4).Select(b => decimal.Round(b, 2)))),
        Gen.Select(Gen.Enum<ComponentKind>(), Gen.Int[-2000, 20_000], Gen.Bool).Select((soort, cent, af) => new Looncomponent(soort, cent / 100m, af)).Array[0, 3], Gen.Int[1, 9])
        .Select((periode, netto, componenten, n) => new Loon($"fiche-{n}", $"Werkgever {n}", periode.Van, periode.LaatsteDag, periode.LaatsteDag, netto, componenten));

    private static Gen<Vrijstelling> EenVrijstelling(Maand maand) => Gen.Select(Gen.Enum<Vrijstellingssoort>(), Gen.Int[-2400, 30], Gen.Int[-120, 30], Gen.Int[0, 1200]).Select((soort, eerste, knelpunt, verbruikt) =>
    {
        var begin = maand.FirstDay.AddDays(eerste);
        var vanaf = maand.FirstDay.AddDays(knelpunt);
        var eind = maand.FirstDay.AddDays(-3);
        return soort is Vrijstellingssoort.Geen ? Vrijstelling.Geen
            : new Vrijstelling(soort is Vrijstellingssoort.Knelpuntberoep && vanaf < new DateOnly(2024, 1, 1) ? Vrijstellingssoort.Gewoon : soort, begin, verbruikt == 0 ? [] : [new Periode(eind.AddDays(1 - verbruikt), eind)], vanaf);
    });

    private static Gen<Samenwonende> EenSamenwonende(Maand maand, bool partner) => Gen.Select(partner ? Gen.Const(Relatie.Partner) : Gen.Int[1, 4].Select(n => (Relatie)n),
        Jaarbedrag, Gen.Bool, Bedrag, Gen.Int[0, 5], PeriodeRond(maand).Null()).Select((relatie, middelen, geteld, bijslag, leefloon, geldig) => new Samenwonende(relatie, middelen, geteld, bijslag, leefloon == 0, geldig));

    /// <summary>Een geval dat te berekenen is, met elk feit dat er kan zijn.</summary>
    public static readonly Gen<Geval> EenGeval = EenMaand.SelectMany(maand => Gen.Select(
        Gen.Select(Gen.Enum<Categorie>(), Gen.Enum<Categorie>(), DagRond(maand)),
        Gen.Select(DagRond(maand), Gen.Int[0, 40], Gen.Int[0, 12]),
        EenLoon(maand).Array[0, 4],
        EenVrijstelling(maand),
        Gen.Select(Gen.Enum<Bestaansmiddelsoort>(), Jaarbedrag.Select(b => decimal.Round(b / 4, 2)), PeriodeRond(maand).Null()).Select((soort, bedrag, geldig) => new AnderBestaansmiddel(soort, bedrag, geldig)).Array[0, 2],
        Gen.Select(EenSamenwonende(maand, partner: true).Array[0, 1], EenSamenwonende(maand, partner: false).Array[0, 3], Gen.Nullable(DagRond(maand)), Gen.Int[0, 3].Select(n => n switch { 0 => null, 1 => " ", _ => "Zorg voor een ziek kind." })),
        Gen.Select(Gen.Enum<LoonDeelmaand>(), Gen.Enum<ComponentKind>(), Gen.Bool, Gen.Bool)).Select((categorie, recht, lonen, vrijstelling, ander, samen, beleid) => new Geval
        {
            Maand = maand,
            HerzienOp = samen.Item3,
            Categorieen = [new(maand.FirstDay.AddDays(-60), categorie.Item1), new(categorie.Item3, categorie.Item2)],
            Recht = recht.Item3 == 0 ? [new(maand.FirstDay, null)] : [new(recht.Item1, recht.Item1.AddDays(recht.Item2)), new(recht.Item1.AddDays(recht.Item2 + recht.Item3), null)],
            Lonen = lonen,
            Vrijstelling = vrijstelling,
            AndereBestaansmiddelen = ander,
            Samenwonenden = [.. samen.Item1, .. samen.Item2],
            Billijkheidsreden = samen.Item4,
            Beleid = new Beleid { Deelmaand = beleid.Item1, Componenten = new Dictionary<ComponentKind, bool> { [beleid.Item2] = beleid.Item3 }, OnbevestigdeBedragen = beleid.Item4 },
        }));

    /// <summary>Ook met de keuzes die enkel een OCMW kan maken, en met vakantiegeld en premies op en in loonfiches van rondom de maand.</summary>
    public static readonly Gen<Geval> EenGevalMetBeleid = Gen.Select(
        EenGeval,
        Gen.Select(Gen.Enum<Loonmaand>(), Gen.Enum<Premietelling>(), Gen.Enum<Dagbasis>()),
        Gen.Select(Gen.Int[-14, 1], Gen.Int[0, 60], Gen.Enum<ComponentKind>(), Gen.Int[0, 150_000], Gen.Bool).Array[0, 3]).Select((geval, beleid, premies) => geval with
        {
            Beleid = geval.Beleid with { Loonmaand = beleid.Item1, Premies = beleid.Item2, Dagbasis = beleid.Item3 },
            Lonen =
            [
                .. geval.Lonen,
                .. premies.Select((premie, n) =>
                {
                    var maand = geval.Maand.AddMonths(premie.Item1);
                    return new Loon($"premie-{n}", $"Werkgever {n}", maand.FirstDay, maand.LastDay, maand.LastDay.AddDays(premie.Item2 - 30), 1500m, [new(premie.Item3, premie.Item4 / 100m, InNettoloon: premie.Item5)]);
                }),
            ],
        });
}
