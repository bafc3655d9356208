using System.Text.Json;
using CsCheck;

namespace SolidLoonfiches.Loonfiches.Tests;

public sealed class InszTests
{
    /// <summary>A made-up number: nine digits and the check that the rule gives; born before or from 2000.</summary>
    private static string Number(long nine, bool from2000) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nine:D9}{97 - (((from2000 ? 2_000_000_000 : 0) + nine) % 97):D2}");

    [Theory]
    [InlineData(850730033, false)]
    [InlineData(000101001, true)]
    [InlineData(055230002, true)]
    [InlineData(854730033, false)]
    [InlineData(852730033, false)]
    [InlineData(850000001, false)]
    public void TryParse_NationalNumberOrBis_IsRead(long nine, bool from2000) => Assert.Equal(Number(nine, from2000), Insz.TryParse(Number(nine, from2000))?.Value);

    [Fact]
    public void TryParse_RemainderZero_CheckIs97()
    {
        // 97 x 8.762.887 = 850.000.039: no remainder, so the check number is 97 and never 00.
        Assert.Equal(0, 850_000_039 % 97);
        Assert.NotNull(Insz.TryParse("85000003997"));
        Assert.Null(Insz.TryParse("85000003900"));
    }

    [Theory]
    [InlineData("85.07.30-033.28")]
    [InlineData("850730-033-28")]
    [InlineData(" 85073003328 ")]
    public void Parse_WithDotsDashesAndSpaces_IsRead(string text) => Assert.Equal("85073003328", Insz.Parse(text).Value);

    [Theory]
    [InlineData("85073003329")]
    [InlineData("8507300332")]
    [InlineData("850730033280")]
    [InlineData("8507300332a")]
    [InlineData("٨٥٠٧٣٠٠٣٣٢٨")]
    [InlineData("00000000000")]
    [InlineData("85/07/30-033.28")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NotAnInsz_IsNull(string? text) => Assert.Null(Insz.TryParse(text));

    [Fact]
    public void TryParse_VeryLongText_IsNull() => Assert.Null(Insz.TryParse(new string(' ', 1_000_000) + "85073003328"));

    [Fact]
    public void TryParse_OneDigitWrong_IsNull() => Gen.Select(Gen.Long[0, 999_999_999], Gen.Int[0, 10], Gen.Int[1, 9]).Sample((nine, place, add) =>
    {
        var number = Number(nine, from2000: false);
        var wrong = number.ToCharArray();
        wrong[place] = (char)('0' + ((wrong[place] - '0' + add) % 10));

        // A wrong digit may by chance fit the rule for births from 2000; it never fits the rule that the number was made with.
        var read = Insz.TryParse(new string(wrong));
        Assert.True(read is null || Number(long.Parse(wrong.AsSpan(0, 9), System.Globalization.CultureInfo.InvariantCulture), from2000: true) == read.Value);
    });

    [Fact]
    public void Parse_NotAnInsz_MessageDoesNotRepeatIt() =>
        Assert.DoesNotContain("85073003329", Assert.Throws<FormatException>(() => Insz.Parse("85073003329")).Message, StringComparison.Ordinal);

    [Fact]
    public void ToString_AnyNumber_IsMasked()
    {
        var insz = Insz.Parse("85073003328");

        Assert.Equal("85.**.**-***.**", insz.ToString());
        Assert.Equal("85.**.**-***.**", $"{insz}");
        Assert.DoesNotContain("85073003328", new { Worker = insz }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_Insz_RoundTripsAndOthersAreRefused()
    {
        Assert.Equal("\"85073003328\"", JsonSerializer.Serialize(Insz.Parse("85.07.30-033.28")));
        Assert.Equal(Insz.Parse("85073003328"), JsonSerializer.Deserialize<Insz>("\"85073003328\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Insz>("\"85073003329\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Insz>("85073003328"));
    }
}
