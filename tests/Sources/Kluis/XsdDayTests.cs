using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

public sealed class XsdDayTests
{
    [Theory]
    [InlineData("date", "2026-10-31", "2026-10-31", false)]
    [InlineData("date", "2026-10-31Z", "2026-10-31", false)]
    [InlineData("date", "2026-10-31+02:00", "2026-10-31", false)]
    [InlineData("dateTime", "2026-10-31T23:59:59", "2026-10-31", false)]
    [InlineData("dateTime", "2026-10-01T00:00:00", "2026-10-01", true)]
    [InlineData("dateTime", "2026-09-30T22:00:00Z", "2026-10-01", true)]
    [InlineData("dateTime", "2026-10-31T22:59:59.999Z", "2026-10-31", false)]
    [InlineData("dateTime", "2026-10-31T23:00:00+00:00", "2026-11-01", true)]
    [InlineData("dateTime", "2026-10-01T00:00:00+02:00", "2026-10-01", true)]
    public void TryRead_Day_IsTheDayInBelgium(string type, string text, string day, bool midnight) =>
        Assert.Equal(new XsdDay(TestData.Day(day), midnight), XsdDay.TryRead(Term.Literal(text, LoonficheTerms.Xsd + type)));

    [Theory]
    [InlineData("date", "2026-02-30")]
    [InlineData("date", "2026-10-31T00:00:00")]
    [InlineData("date", "2026-10")]
    [InlineData("date", "2026-10-31+2")]
    [InlineData("dateTime", "2026-10-31")]
    [InlineData("dateTime", "2026-10-31T25:00:00")]
    [InlineData("string", "2026-10-31")]
    public void TryRead_NoDay_IsNull(string type, string text) => Assert.Null(XsdDay.TryRead(Term.Literal(text, LoonficheTerms.Xsd + type)));
}
