using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Stand;

namespace SolidLoonfiches.EndToEnd.Tests;

/// <summary>The made-up payslips add up, whatever months they are for.</summary>
public sealed class JobsTests
{
    [Theory]
    [InlineData("2026-10")]
    [InlineData("2027-02")]
    public void Slips_OfEachCitizen_AddUpToTheCent(string last)
    {
        var months = Payslips.Of(Maand.Parse(last));
        Assert.Equal(Payslips.Months, months.Count);
        var slips = Cast.Citizens.SelectMany(citizen => months.SelectMany((month, number) => Payslips.For(citizen, month, number))).Append(Payslips.Correction(months[Payslips.CorrectedMonth])).ToList();
        Assert.Equal((6 * 4) + 1, slips.Count);
        Assert.All(slips, slip =>
        {
            Assert.Equal(slip.Gross, Sum(slip, PaySection.Gross));
            Assert.Equal(slip.UntaxedExtras, Sum(slip, PaySection.UntaxedExtras));
            Assert.Equal(slip.Nettoloon, slip.Gross - slip.SocialSecurity - slip.WithholdingTax);
            Assert.Equal(slip.NetPaid, slip.Nettoloon + slip.UntaxedExtras);
            Assert.InRange(slip.Nettoloon.Amount, 300m, 1_500m);
            Assert.DoesNotContain(slip.PaidOn.DayOfWeek, new[] { DayOfWeek.Saturday, DayOfWeek.Sunday });
        });
    }

    [Fact]
    public void Insz_OfEachCitizen_CanBeNobodys() => Assert.All(Cast.Citizens.Append(Cast.Amina), citizen => Assert.InRange(int.Parse(citizen.Insz.Value.AsSpan(2, 2), System.Globalization.CultureInfo.InvariantCulture), 61, 72));

    private static Euro Sum(Loonfiche slip, PaySection section) => slip.Lines.Where(line => line.Section == section).Aggregate(Euro.Zero, (sum, line) => sum + line.Amount);
}
