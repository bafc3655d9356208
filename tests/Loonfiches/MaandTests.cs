using System.Text.Json;
using CsCheck;

namespace SolidLoonfiches.Loonfiches.Tests;

public sealed class MaandTests
{
    [Theory]
    [InlineData("2026-10", 2026, 10, 31)]
    [InlineData("2024-02", 2024, 2, 29)]
    [InlineData("2025-02", 2025, 2, 28)]
    [InlineData("1900-01", 1900, 1, 31)]
    [InlineData("9998-12", 9998, 12, 31)]
    public void Parse_Month_HasItsDays(string text, int year, int month, int days)
    {
        var maand = Maand.Parse(text);

        Assert.Equal((year, month, days), (maand.Year, maand.Month, maand.Days));
        Assert.Equal(new DateOnly(year, month, 1), maand.FirstDay);
        Assert.Equal(new DateOnly(year, month, days), maand.LastDay);
        Assert.Equal(text, maand.ToString());
        Assert.Equal(maand, new Maand(year, month));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-1")]
    [InlineData("2026-010")]
    [InlineData("26-10")]
    [InlineData("2026/10")]
    [InlineData(" 2026-1")]
    [InlineData("1899-12")]
    [InlineData("9999-01")]
    [InlineData("٢٠٢٦-10")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NotAMonth_IsFalse(string? text)
    {
        Assert.False(Maand.TryParse(text, out var month));
        Assert.Equal(default, month);
        Assert.Throws<FormatException>(() => Maand.Parse(text!));
    }

    [Theory]
    [InlineData(1899, 12)]
    [InlineData(9999, 1)]
    [InlineData(2026, 0)]
    [InlineData(2026, 13)]
    public void New_OutOfRange_Throws(int year, int month) => Assert.Throws<ArgumentOutOfRangeException>(() => new Maand(year, month));

    [Theory]
    [InlineData(1900, 1, -1)]
    [InlineData(9998, 12, 1)]
    [InlineData(2026, 10, 200_000)]
    public void AddMonths_BeyondTheRange_Throws(int year, int month, int months) => Assert.Throws<ArgumentOutOfRangeException>(() => new Maand(year, month).AddMonths(months));

    [Fact]
    public void AddMonths_AnyMonth_IsThatOfTheCalendar() => Gen.Select(Gen.Int[1990, 2100], Gen.Int[1, 12], Gen.Int[-500, 500]).Sample((year, month, add) =>
    {
        var expected = new DateOnly(year, month, 1).AddMonths(add);
        var maand = new Maand(year, month);

        Assert.Equal(Maand.Of(expected), maand.AddMonths(add));
        Assert.Equal(maand.AddMonths(1), maand.Next);
        Assert.Equal(maand.AddMonths(-1), maand.Previous);
        var other = maand.AddMonths(add);
        Assert.Equal(add > 0, maand < other);
        Assert.Equal(add < 0, maand > other);
        Assert.Equal(add >= 0, maand <= other);
        Assert.Equal(add <= 0, maand >= other);
        Assert.Equal(0.CompareTo(add), maand.CompareTo(other));
    });

    [Fact]
    public void Contains_Day_LiesInTheMonthOrNot()
    {
        var maand = new Maand(2026, 2);

        Assert.True(maand.Contains(new DateOnly(2026, 2, 1)) && maand.Contains(new DateOnly(2026, 2, 28)));
        Assert.False(maand.Contains(new DateOnly(2026, 1, 31)) || maand.Contains(new DateOnly(2026, 3, 1)) || maand.Contains(new DateOnly(2025, 2, 1)));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", false)]
    [InlineData("2026-01-01", "2026-02-01", true)]
    [InlineData("2026-02-28", "2026-03-15", true)]
    [InlineData("2026-03-01", "2026-03-15", false)]
    [InlineData("2025-01-01", "2027-01-01", true)]
    public void Touches_Period_HasADayInTheMonthOrNot(string from, string to, bool touches) =>
        Assert.Equal(touches, new Maand(2026, 2).Touches(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Through_LaterMonth_IsEveryMonthBetween()
    {
        Assert.Equal(["2025-11", "2025-12", "2026-01"], new Maand(2025, 11).Through(new Maand(2026, 1)).Select(m => m.ToString()));
        Assert.Equal([new Maand(2025, 11)], new Maand(2025, 11).Through(new Maand(2025, 11)));
        Assert.Empty(new Maand(2025, 11).Through(new Maand(2025, 10)));
    }

    [Fact]
    public void Through_LastMonthThereIs_Ends() => Assert.Equal(2, new Maand(9998, 11).Through(new Maand(9998, 12)).Count());

    [Fact]
    public void Json_Month_RoundTrips()
    {
        Assert.Equal("\"2026-10\"", JsonSerializer.Serialize(new Maand(2026, 10)));
        Assert.Equal(new Maand(2026, 10), JsonSerializer.Deserialize<Maand>("\"2026-10\""));
    }

    [Theory]
    [InlineData("\"2026-13\"")]
    [InlineData("202610")]
    [InlineData("null")]
    public void Json_NotAMonth_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Maand>(json));
}
