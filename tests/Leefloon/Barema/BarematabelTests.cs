using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class BarematabelTests
{
    private static decimal OpDeCent(decimal bedrag) => decimal.Round(bedrag, 2, MidpointRounding.AwayFromZero);

    /// <summary>De coëfficiënten die bestaan: 1,02 tot de macht k, op vier decimalen.</summary>
    private static readonly decimal[] Coefficienten = [.. Enumerable.Range(0, 40).Select(k => decimal.Round(Enumerable.Repeat(1.02m, k).Aggregate(1m, (a, b) => a * b), 4, MidpointRounding.AwayFromZero))];

    [Fact]
    public void Jaarbedragen_AlleRijen_OpVolgordeOpEenEersteVanDeMaandEnMetBron()
    {
        var rijen = Barematabel.Jaarbedragen;

        Assert.Equal(27, rijen.Count);
        Assert.Equal(new DateOnly(2013, 9, 1), rijen[0].Vanaf);
        OpVolgordeMetBron(rijen);
    }

    [Fact]
    public void Vrijstellingen_AlleRijen_OpVolgordeOpEenEersteVanDeMaandEnMetBron()
    {
        var rijen = Barematabel.Vrijstellingen;

        Assert.Equal(19, rijen.Count);
        OpVolgordeMetBron(rijen);
    }

    private static void OpVolgordeMetBron(IReadOnlyList<Baremarij> rijen)
    {
        Assert.Equal(rijen.Select(r => r.Vanaf).Distinct().Order(), rijen.Select(r => r.Vanaf));
        Assert.All(rijen, rij =>
        {
            Assert.Equal(1, rij.Vanaf.Day);
            Assert.True(rij.Bron.Length >= 8, $"De rij van {rij.Vanaf} heeft geen bron.");
            Assert.Contains(rij.Coefficient, Coefficienten);
        });
        // Onbevestigde rijen staan achteraan: er mag geen bevestigde rij op steunen.
        Assert.DoesNotContain(rijen.SkipWhile(r => r.Status is not BaremaStatus.Unconfirmed), r => r.Status is not BaremaStatus.Unconfirmed);
    }

    [Fact]
    public void Jaarbedragen_ElkeRij_IsBasisMaalCoefficientEnEenTwaalfde() => Assert.All(Barematabel.Jaarbedragen, rij =>
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(OpDeCent(rij.Basis[i].Waarde * rij.Coefficient), rij.Jaar[i].Waarde);
            Assert.Equal(OpDeCent(rij.Jaar[i].Waarde / 12), rij.Maand[i].Waarde);
        }
    });

    [Fact]
    public void Vrijstellingen_ElkeRij_IsBasisMaalCoefficient() => Assert.All(Barematabel.Vrijstellingen, rij =>
    {
        Assert.Equal(OpDeCent(177.76m * rij.Coefficient), rij.Gewoon.Waarde);
        Assert.Equal(rij.Gewoon, rij.Student);
        Assert.Equal(OpDeCent(2133.12m * rij.Coefficient), rij.KunstenaarPerJaar.Waarde);
        if (rij.StudentMetToelage is { } lager)
        {
            Assert.Equal(OpDeCent(49.58m * rij.Coefficient), lager.Waarde);
        }

        if (rij.Knelpuntberoep is { } hoger)
        {
            Assert.Equal(OpDeCent(254.75m * rij.Coefficient), hoger.Waarde);
        }

        Assert.Equal(rij.Vanaf < new DateOnly(2022, 1, 1), rij.StudentMetToelage.HasValue);
        Assert.Equal(rij.Vanaf >= new DateOnly(2023, 11, 1), rij.Knelpuntberoep.HasValue);
    });

    [Fact]
    public void Barema_ElkeMaandSindsDeEerste_HeeftInBeideTabellenDezelfdeIndex() =>
        Assert.All(Barema.EersteMaand.Through(new Maand(2027, 12)), maand =>
        {
            foreach (var onbevestigde in new[] { false, true })
            {
                var barema = Barema.Op(maand, onbevestigde);
                Assert.True(barema.Jaar.Vanaf <= maand.FirstDay && barema.Vrijstelling.Vanaf <= maand.FirstDay);
                Assert.Equal(barema.Jaar.Coefficient, barema.Vrijstelling.Coefficient);
            }
        });

    [Fact]
    public void Status_ElkeRij_KomtOvereenMetDeMerkenOpDeBedragen()
    {
        Assert.All(Barematabel.Jaarbedragen, rij =>
        {
            Assert.Equal(rij.Jaar.Select(b => b.Afgeleid), rij.Maand.Select(b => b.Afgeleid));
            Assert.Equal(rij.Status is not BaremaStatus.Published, rij.Jaar.All(b => b.Afgeleid));
        });
        Assert.All(Barematabel.Vrijstellingen, rij =>
            Assert.Equal(rij.Status is not BaremaStatus.Published, rij.Gewoon.Afgeleid && rij.KunstenaarPerJaar.Afgeleid && (rij.StudentMetToelage?.Afgeleid ?? true) && (rij.Knelpuntberoep?.Afgeleid ?? true)));
    }

    [Fact]
    public void OnbevestigdeRij_StandaardUit_GeldtEnkelAlsZeAangezetIs()
    {
        var oktober = new Maand(2026, 10);

        Assert.Equal(new DateOnly(2026, 3, 1), Barema.Op(oktober, onbevestigde: false).Jaar.Vanaf);
        Assert.Equal(new DateOnly(2026, 10, 1), Barema.Op(oktober, onbevestigde: true).Jaar.Vanaf);
        Assert.Equal(16085.64m, Gevallen.EnigSegment(Gevallen.Geval("2026-11", Categorie.Alleenstaand)).BedragPerJaar);
        Assert.Equal(16408.11m, Gevallen.EnigSegment(Gevallen.Geval("2026-11", Categorie.Alleenstaand) with { Beleid = new() { OnbevestigdeBedragen = true } }).BedragPerJaar);
    }

    [Theory]
    [InlineData("2025-03", Categorie.Alleenstaand, false)]
    [InlineData("2026-03", Categorie.Alleenstaand, true)]
    [InlineData("2022-12", Categorie.Alleenstaand, false)]
    [InlineData("2022-12", Categorie.GezinTenLaste, true)]
    public void AmountUnconfirmed_AfgeleidBedragGebruikt_Waarschuwt(string maand, Categorie categorie, bool afgeleid) =>
        Assert.Equal(afgeleid ? ["amountUnconfirmed"] : [], Gevallen.Bereken(Gevallen.Geval(maand, categorie)).Waarschuwingen);

    [Fact]
    public void AmountUnconfirmed_AfgeleideVrijstellingBijGepubliceerdLeefloon_Waarschuwt()
    {
        var geval = Gevallen.Geval("2024-06", Categorie.Alleenstaand, Gevallen.Loon("2024-06", 500m));

        Assert.Empty(Gevallen.Bereken(geval).Waarschuwingen);
        Assert.Equal(["amountUnconfirmed"], Gevallen.Bereken(geval with { Vrijstelling = Gevallen.Gewoon("2024-06-01") }).Waarschuwingen);
    }

    [Fact]
    public void Versie_HetzelfdeProgramma_RegelsEnVingerafdruk() => Assert.Matches("^[0-9]+-[0-9a-f]{12}$", AanvullendLeefloon.Versie);

    private const string Jaartabel =
        """
        # commentaar

        Vanaf | Basis 1 | Basis 2 | Basis 3 | Coëff. | Jaar 1 | Jaar 2 | Jaar 3 | Maand 1 | Maand 2 | Maand 3 | Bekend | Status | Bron
        2030-01-01 | 1.00 | ~2.00 | 3.00 | 1.5 | 10.00 | ~20.00 | 30.00 | 0.83 | ~1.67 | 2.50 | 2029-12-15 | published | het Staatsblad

        # nog een rij
        2031-01-01 | ~1.00 | ~2.00 | ~3.00 | 1.6 | ~11.00 | ~21.00 | ~31.00 | ~0.92 | ~1.75 | ~2.58 | - | unconfirmed | een raming
        """;

    private const string Vrijstellingstabel =
        """
        Vanaf | Coëff. | Gewoon | Student | Met toelage | Knelpunt | Kunstenaar | Bekend | Status | Bron
        2030-01-01 | 1.5 | 100.00 | ~101.00 | - | 200.00 | ~1200.00 | - | derived | een berekening
        2031-01-01 | 1.6 | 110.00 | 111.00 | 50.00 | - | 1320.00 | 2030-12-01 | published | het Staatsblad
        """;

    private static IReadOnlyList<Jaarbedragen> Jaar(string tabel) => Barematabel.LeesJaarbedragen(new StringReader(tabel));

    private static IReadOnlyList<Vrijstellingsbedragen> Vrijstelling(string tabel) => Barematabel.LeesVrijstellingen(new StringReader(tabel));

    [Fact]
    public void Lezen_Jaarbedragen_ZonderCommentaarLegeRegelsEnTitels()
    {
        var rijen = Jaar(Jaartabel);

        Assert.Equal([new DateOnly(2030, 1, 1), new DateOnly(2031, 1, 1)], rijen.Select(rij => rij.Vanaf));
        Assert.Equal([new DateOnly(2029, 12, 15), null], rijen.Select(rij => rij.Bekend));
        Assert.Equal([new(1m, false), new(2m, true), new(3m, false)], rijen[0].Basis);
        Assert.Equal([new(10m, false), new(20m, true), new(30m, false)], rijen[0].Jaar);
        Assert.Equal([new(0.83m, false), new(1.67m, true), new(2.50m, false)], rijen[0].Maand);
    }

    [Fact]
    public void Lezen_Vrijstellingen_EenStreepIsEenBedragDatNietBestaat()
    {
        var rijen = Vrijstelling(Vrijstellingstabel);

        Assert.Equal([(null, new(200m, false)), (new(50m, false), null)], rijen.Select(rij => (rij.StudentMetToelage, rij.Knelpuntberoep)));
        Assert.Equal((new Baremabedrag(100m, false), new Baremabedrag(101m, true), new Baremabedrag(1200m, true)), (rijen[0].Gewoon, rijen[0].Student, rijen[0].KunstenaarPerJaar));
        Assert.Equal([null, new DateOnly(2030, 12, 1)], rijen.Select(rij => rij.Bekend));
    }

    [Theory(DisplayName = "een rij met een kolom te veel of te weinig, of met een status die niet bestaat: het programma start niet")]
    [InlineData("| published |", "|")]
    [InlineData("| published |", "| published | published |")]
    [InlineData("| published |", "| gezien |")]
    [InlineData("2029-12-15", "15-12-2029")]
    [InlineData("10.00", "10,00")]
    public void Lezen_RijDieNietKlopt_Fout(string goed, string fout) => Assert.Throws<FormatException>(() => Jaar(Jaartabel.Replace(goed, fout, StringComparison.Ordinal)));

    [Fact(DisplayName = "een rij als bron zegt van elk bedrag of het gepubliceerd is, afgeleid, of niet bevestigd")]
    public void BronVan_ElkBedrag_ZegtHoeZekerHetIs()
    {
        var rijen = Jaar(Jaartabel);

        Assert.Equal("barema leefloon, rij van 2030-01-01 (gepubliceerd): het Staatsblad", rijen[0].BronVan(rijen[0].Jaar[0]));
        Assert.Equal("barema leefloon, rij van 2030-01-01 (afgeleid): het Staatsblad", rijen[0].BronVan(rijen[0].Jaar[1]));
        Assert.All(new[] { false, true }, afgeleid => Assert.Equal("barema leefloon, rij van 2031-01-01 (niet bevestigd): een raming", rijen[1].BronVan(new(11m, afgeleid))));
        Assert.Equal("barema vrijstelling, rij van 2030-01-01 (afgeleid): een berekening", Vrijstelling(Vrijstellingstabel)[0].BronVan(new(1m, true)));
    }

    [Fact(DisplayName = "de vingerafdruk van de wet verandert met elk bedrag, elke datum en elke status waarmee gerekend wordt")]
    public void Samenvatting_VerandertMetElkBedragElkeDatumEnElkeStatus()
    {
        var eerst = Barema.Samenvatting(Jaar(Jaartabel), Vrijstelling(Vrijstellingstabel));
        var anders = new[] { ("2030-01-01", "2030-02-01"), ("| 10.00", "| 10.01"), ("~20.00", "~20.01"), ("~20.00", "20.00"), ("| 30.00", "| ~30.00"), ("published", "derived"), ("31.00", "31.01") }
            .Select(wijziging => Barema.Samenvatting(Jaar(Jaartabel.Replace(wijziging.Item1, wijziging.Item2, StringComparison.Ordinal)), Vrijstelling(Vrijstellingstabel)))
            .Concat(new[] { ("2031-01-01", "2031-02-01"), ("| 100.00", "| 100.01"), ("~101.00", "101.00"), ("| 200.00", "| -"), ("~1200.00", "~1200.01"), ("derived", "unconfirmed") }
                .Select(wijziging => Barema.Samenvatting(Jaar(Jaartabel), Vrijstelling(Vrijstellingstabel.Replace(wijziging.Item1, wijziging.Item2, StringComparison.Ordinal)))))
            .ToList();

        Assert.Equal(13, anders.Count);
        Assert.Equal(14, anders.Append(eerst).Distinct().Count());
        Assert.All(anders, vingerafdruk => Assert.Matches("^[0-9a-f]{12}$", vingerafdruk));
        // Waar een rij gelezen is verandert geen bedrag.
        Assert.Equal(eerst, Barema.Samenvatting(Jaar(Jaartabel.Replace("het Staatsblad", "elders", StringComparison.Ordinal)), Vrijstelling(Vrijstellingstabel)));
        Assert.Equal(Barema.Vingerafdruk, Barema.Samenvatting(Barematabel.Jaarbedragen, Barematabel.Vrijstellingen));
    }

    [Fact]
    public void Op_MaandVoorDeEersteRij_Gooit() => Assert.Throws<ArgumentOutOfRangeException>("maand", () => Barema.Op(Barema.EersteMaand.Previous, onbevestigde: true));
}
