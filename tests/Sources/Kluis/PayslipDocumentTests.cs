using System.Text;

namespace SolidLoonfiches.Sources;

public sealed class PayslipDocumentTests
{
    [Theory]
    [MemberData(nameof(Examples.Valid), MemberType = typeof(Examples))]
    public void Read_ValidExample_IsMappedExactly(string name)
    {
        var verdict = PayslipDocument.Read(Examples.Read("valid", name), Examples.Url(name), TestData.Anna, Examples.Today);

        var fits = Assert.IsType<PayslipVerdict.Fits>(verdict);
        TestData.AssertSame(ValidExamples.Expected[name], fits.Loonfiche);
        Assert.Empty(fits.Notes);
    }

    [Fact]
    public void Read_SlipWithHundredsOfFaults_NamesAsManyAsAPersonReads()
    {
        var lines = string.Concat(Enumerable.Range(0, 700).Select(i => $"<#loon> <https://w3id.org/loonfiche#line> <#kapot-{i}> .\n<#kapot-{i}> a <https://w3id.org/loonfiche#PayLine> .\n"));
        byte[] turtle = [.. Examples.Read("valid", "clerk"), .. Encoding.UTF8.GetBytes("\n" + lines)];

        var keptOut = Assert.IsType<PayslipVerdict.DoesNotFit>(PayslipDocument.Read(turtle, Examples.Url("clerk"), TestData.Anna, Examples.Today));

        Assert.InRange(keptOut.Problems.Count, 1, 25);
    }

    [Fact]
    public void Read_MoreTriplesThanAnySlipHas_IsKeptOut()
    {
        var lines = string.Concat(Enumerable.Range(0, 4000).Select(i => $"<#loon> <https://w3id.org/loonfiche#line> <#kapot-{i}> .\n"));
        byte[] turtle = [.. Examples.Read("valid", "clerk"), .. Encoding.UTF8.GetBytes("\n" + lines)];

        Assert.IsType<PayslipVerdict.DoesNotFit>(PayslipDocument.Read(turtle, Examples.Url("clerk"), TestData.Anna, Examples.Today));
    }

    [Fact]
    public void ValidExamples_Folder_HoldsExactlyTheExpectedOnes() =>
        Assert.Equal(ValidExamples.Expected.Keys.Order(StringComparer.Ordinal), Examples.Valid.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Examples.Valid), MemberType = typeof(Examples))]
    public void Write_ValidExample_ReadsBackTheSame(string name)
    {
        var slip = ValidExamples.Expected[name];
        var turtle = PayslipDocument.Write(slip, new Publication(new Uri("https://kantoor.example/#wij"), new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), "ref \"1\""));

        var fits = Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(turtle, Examples.Url(name), TestData.Anna, Examples.Today));
        TestData.AssertSame(slip, fits.Loonfiche);
        Assert.Empty(fits.Notes);
    }

    [Theory]
    [MemberData(nameof(Examples.Invalid), MemberType = typeof(Examples))]
    public void Read_InvalidExample_IsKeptOutForItsFaultAlone(string name)
    {
        var turtle = Examples.Read("invalid", name);
        var fault = Examples.CodeOf("invalid", name);

        var verdict = PayslipDocument.Read(turtle, Examples.Url(name), TestData.Anna, Examples.Today);

        var keptOut = Assert.IsType<PayslipVerdict.DoesNotFit>(verdict);
        Assert.Equal([fault], keptOut.Problems.Select(problem => problem.Code).Distinct());
        Assert.All(keptOut.Problems, problem => Assert.Matches("^[A-Z].*[.)]$", problem.Sentence));
    }

    [Theory]
    [MemberData(nameof(Examples.Noted), MemberType = typeof(Examples))]
    public void Read_NotedExample_IsUsedWithItsNoteAlone(string name)
    {
        var verdict = PayslipDocument.Read(Examples.Read("noted", name), Examples.Url(name), TestData.Anna, Examples.Today);

        var note = Assert.Single(Assert.IsType<PayslipVerdict.Fits>(verdict).Notes);
        Assert.Equal(Examples.CodeOf("noted", name), note.Code);
        Assert.Matches("^[A-Z].*[.)]$", note.Sentence);
    }

    [Fact]
    public void Read_SomebodyElses_SaysNothingOfThem()
    {
        var verdict = PayslipDocument.Read(Examples.Read("valid", "plain-month"), Examples.Url("x"), TestData.SomebodyElse, Examples.Today);

        var problem = Assert.Single(Assert.IsType<PayslipVerdict.DoesNotFit>(verdict).Problems);
        Assert.Equal("notOfThisPerson", problem.Code);
        Assert.DoesNotMatch("[0-9]", problem.Sentence);
    }

    [Fact]
    public void Read_NoWorkerAsked_LeavesThePersonOpen() =>
        Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(Examples.Read("valid", "plain-month"), Examples.Url("x"), null, Examples.Today));

    [Theory]
    [InlineData("missing-nettoloon", "2026-10-01", "2026-10-31")]
    [InlineData("date-that-does-not-exist", "2026-02-01", null)]
    [InlineData("period-reversed", "2026-10-01", "2026-10-31")]
    [InlineData("missing-period", null, null)]
    [InlineData("somebody-elses", "2026-10-01", "2026-10-31")]
    [InlineData("not-turtle", null, null)]
    public void Read_KeptOut_CarriesThePeriodWhereItCanBeRead(string name, string? from, string? to)
    {
        var keptOut = Assert.IsType<PayslipVerdict.DoesNotFit>(PayslipDocument.Read(Examples.Read("invalid", name), Examples.Url(name), TestData.Anna, Examples.Today));

        Assert.Equal(from is null ? null : TestData.Day(from), keptOut.PeriodFrom);
        Assert.Equal(to is null ? null : TestData.Day(to), keptOut.PeriodTo);
    }

    [Theory]
    [InlineData("2026-10-31", true)]
    [InlineData("2026-10-01", true)]
    [InlineData("2026-09-30", false)]
    public void Read_PeriodOfTheRunningMonth_IsNotTheFuture(string today, bool fits) =>
        Assert.Equal(fits, PayslipDocument.Read(Examples.Read("valid", "plain-month"), Examples.Url("x"), TestData.Anna, TestData.Day(today)) is PayslipVerdict.Fits);

    [Fact]
    public void Read_NoLinesAndNoName_IsUsedWithNotes()
    {
        var slip = ValidExamples.Expected["part-month"] with { Lines = [], EmployerName = null };

        var fits = Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(PayslipDocument.Write(slip, null), new Uri(slip.Id), TestData.Anna, Examples.Today));

        Assert.Equal(["shape:EmployerName", "shape:LineWanted"], fits.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Read_BlankNodes_IsUsedWithANote()
    {
        var turtle = Encoding.UTF8.GetString(Examples.Read("valid", "part-month"))
            .Replace("<#periode> a", "_:p a", StringComparison.Ordinal).Replace("<#periode>", "_:p", StringComparison.Ordinal);

        var fits = Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(Encoding.UTF8.GetBytes(turtle), Examples.Url("part-month"), TestData.Anna, Examples.Today));

        Assert.Equal(["blankNodes"], fits.Notes.Select(note => note.Code));
    }

    [Fact]
    public void Read_PrivateMattersInTheDocument_NeverReachTheSlip()
    {
        var turtle = Encoding.UTF8.GetString(Examples.Read("valid", "part-month"))
            + "\n<#arbeidsrelatie> loon:bankrekeningnummer \"BE71096123456769\" .\n<#werknemer> <http://data.europa.eu/m8g/birthDate> \"1985-07-30\"^^xsd:date .\n";

        var fits = Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(Encoding.UTF8.GetBytes(turtle), Examples.Url("part-month"), TestData.Anna, Examples.Today));

        TestData.AssertSame(ValidExamples.Expected["part-month"], fits.Loonfiche);
    }

    [Theory]
    [InlineData("2500.00", "99999999999999999999999999999999999999")]
    [InlineData("2500.00", "10000000.01")]
    public void Read_AmountBeyondAnyWage_IsKeptOut(string old, string amount)
    {
        var turtle = Encoding.UTF8.GetString(Examples.Read("valid", "plain-month")).Replace(old, amount, StringComparison.Ordinal);

        var keptOut = Assert.IsType<PayslipVerdict.DoesNotFit>(PayslipDocument.Read(Encoding.UTF8.GetBytes(turtle), Examples.Url("x"), TestData.Anna, Examples.Today));

        Assert.Equal(["amountOutOfRange"], keptOut.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("9999-12-01", "9999-12-31")]
    [InlineData("-0044-03-01", "-0044-03-15")]
    public void Read_AbsurdYears_AreKeptOut(string from, string to)
    {
        var turtle = Encoding.UTF8.GetString(Examples.Read("valid", "plain-month"))
            .Replace("2026-10-01", from, StringComparison.Ordinal).Replace("2026-10-31", to, StringComparison.Ordinal);

        var keptOut = Assert.IsType<PayslipVerdict.DoesNotFit>(PayslipDocument.Read(Encoding.UTF8.GetBytes(turtle), Examples.Url("x"), TestData.Anna, Examples.Today));

        Assert.NotEmpty(keptOut.Problems);
        Assert.Null(keptOut.PeriodFrom is { Year: < 1900 or > 9998 } bad ? bad : null);
    }

    [Fact]
    public void Read_CorrectionNamedWithOtherSpelling_NamesTheSameDocument()
    {
        var turtle = Encoding.UTF8.GetString(Examples.Read("valid", "correction"))
            .Replace("<plain-month.ttl#loon>", "<https://KLUIS.example:443/anna/loonfiches/plain%2Dmonth.ttl>", StringComparison.Ordinal);

        var fits = Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(Encoding.UTF8.GetBytes(turtle), Examples.Url("correction"), TestData.Anna, Examples.Today));

        Assert.Equal(ValidExamples.Expected["plain-month"].Id, fits.Loonfiche.Corrects);
    }

    [Fact]
    public void Write_SameSlip_GivesTheSameBytes()
    {
        var slip = ValidExamples.Expected["correction"];

        Assert.Equal(PayslipDocument.Write(slip, null), PayslipDocument.Write(slip, null));
        Assert.DoesNotContain("_:", Encoding.UTF8.GetString(PayslipDocument.Write(slip, null)), StringComparison.Ordinal);
    }
}
