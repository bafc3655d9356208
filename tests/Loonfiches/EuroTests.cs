using System.Text.Json;
using CsCheck;

namespace SolidLoonfiches.Loonfiches.Tests;

public sealed class EuroTests
{
    private static decimal D(string tekst) => decimal.Parse(tekst, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.01", 1)]
    [InlineData("-0.01", -1)]
    [InlineData("1234.5", 123450)]
    [InlineData("1234.560", 123456)]
    [InlineData("1000000000000000", 100000000000000000)]
    [InlineData("-1000000000000000", -100000000000000000)]
    public void Of_WholeCents_KeepsThem(string amount, long cents)
    {
        Assert.Equal(cents, Euro.Of(D(amount)).Cents);
        Assert.Equal(D(amount), Euro.Of(D(amount)).Amount);
    }

    [Theory]
    [InlineData("0.001")]
    [InlineData("-12.345")]
    [InlineData("1000000000000000.01")]
    [InlineData("-1000000000000001")]
    [InlineData("79228162514264337593543950335")]
    public void Of_FractionOfACentOrTooLarge_Throws(string amount)
    {
        Assert.False(Euro.TryOf(D(amount), out var euro));
        Assert.Equal(Euro.Zero, euro);
        Assert.Throws<ArgumentOutOfRangeException>(() => Euro.Of(D(amount)));
    }

    [Theory]
    [InlineData("0.005", 1)]
    [InlineData("0.0049", 0)]
    [InlineData("2.675", 268)]
    [InlineData("2.665", 267)]
    [InlineData("-0.005", -1)]
    public void Round_HalfACent_AwayFromZero(string amount, long cents) => Assert.Equal(cents, Euro.Round(D(amount)).Cents);

    [Theory]
    [InlineData("1234.56", "1.234,56")]
    [InlineData("0", "0,00")]
    [InlineData("-0.5", "-0,50")]
    [InlineData("1000000", "1.000.000,00")]
    [InlineData("-1234.5", "-1.234,50")]
    public void ToString_AnyAmount_IsWrittenAsInFlanders(string amount, string written) => Assert.Equal(written, Euro.Of(D(amount)).ToString());

    [Fact]
    public void Arithmetic_AnyTwoAmounts_IsThatOfTheirCents() => Gen.Select(Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Long[-1_000_000_000, 1_000_000_000]).Sample((a, b) =>
    {
        var (left, right) = (Euro.FromCents(a), Euro.FromCents(b));
        Assert.Equal(a + b, (left + right).Cents);
        Assert.Equal(a - b, (left - right).Cents);
        Assert.Equal(-a, (-left).Cents);
        Assert.Equal(left + right, Euro.Add(left, right));
        Assert.Equal(left - right, Euro.Subtract(left, right));
        Assert.Equal(-left, Euro.Negate(left));
        Assert.Equal(a < b, left < right);
        Assert.Equal(a > b, left > right);
        Assert.Equal(a <= b, left <= right);
        Assert.Equal(a >= b, left >= right);
        Assert.Equal(a.CompareTo(b), left.CompareTo(right));
        Assert.Equal(left, Euro.Of(left.Amount));
    });

    [Fact]
    public void Add_BeyondTheRange_Throws() => Assert.Throws<OverflowException>(() => Euro.FromCents(long.MaxValue) + Euro.FromCents(1));

    [Fact]
    public void Json_WholeCents_RoundTripsAsANumber()
    {
        Assert.Equal("1234.5", JsonSerializer.Serialize(Euro.Of(1234.5m)).TrimEnd('0'));
        Assert.Equal(Euro.Of(-0.07m), JsonSerializer.Deserialize<Euro>("-0.07"));
        Assert.Equal(Euro.Of(12m), JsonSerializer.Deserialize<Euro>("12"));
    }

    [Theory]
    [InlineData("0.001")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    [InlineData("1e40")]
    [InlineData("true")]
    public void Json_NotAnAmount_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Euro>(json));
}
