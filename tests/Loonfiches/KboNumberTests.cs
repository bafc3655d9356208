using System.Text.Json;
using CsCheck;

namespace SolidLoonfiches.Loonfiches.Tests;

public sealed class KboNumberTests
{
    [Theory]
    [InlineData("0123456749", "0123456749")]
    [InlineData("0123.456.749", "0123456749")]
    [InlineData("123456749", "0123456749")]
    [InlineData("BE0123456749", "0123456749")]
    [InlineData("be 0123.456.749", "0123456749")]
    [InlineData("BE 123.456.749", "0123456749")]
    [InlineData("1000000021", "1000000021")]
    public void Parse_AsPeopleWriteIt_IsTenDigits(string text, string value) => Assert.Equal(value, KboNumber.Parse(text).Value);

    [Theory]
    [InlineData("0123456748")]
    [InlineData("2123456714")]
    [InlineData("012345674")]
    [InlineData("01234567490")]
    [InlineData("FR0123456749")]
    [InlineData("0123-456-749")]
    [InlineData("٠١٢٣٤٥٦٧٤٩")]
    [InlineData("0000000000")]
    [InlineData("BE")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NotAKboNumber_IsNull(string? text)
    {
        Assert.Null(KboNumber.TryParse(text));
        Assert.Throws<FormatException>(() => KboNumber.Parse(text!));
    }

    [Fact]
    public void TryParse_AnyEightDigitsWithTheirCheck_IsRead() => Gen.Int[1_000_000, 19_999_999].Sample(eight =>
    {
        var number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{eight:D8}{97 - (eight % 97):D2}");

        Assert.Equal(number, KboNumber.Parse(number).Value);
        Assert.Null(KboNumber.TryParse(number[..9] + (char)('0' + ((number[9] - '0' + 1) % 10))));
    });

    [Fact]
    public void ToString_Number_IsAsPrinted() => Assert.Equal("0123.456.749", KboNumber.Parse("123456749").ToString());

    [Fact]
    public void Json_KboNumber_RoundTripsAndOthersAreRefused()
    {
        Assert.Equal("\"0123456749\"", JsonSerializer.Serialize(KboNumber.Parse("BE 0123.456.749")));
        Assert.Equal(KboNumber.Parse("0123456749"), JsonSerializer.Deserialize<KboNumber>("\"0123456749\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KboNumber>("\"0123456748\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<KboNumber>("123456749"));
    }
}
