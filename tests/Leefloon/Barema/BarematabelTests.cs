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
}
