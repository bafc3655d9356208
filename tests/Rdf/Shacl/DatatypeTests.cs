using static SolidLoonfiches.Rdf.Tests.Documents;

namespace SolidLoonfiches.Rdf.Tests;

public sealed class DatatypeTests
{
    [Theory]
    [InlineData("date", "2026-02-28 2024-02-29 2000-02-29 -0004-12-31 0000-02-29 12026-10-31 2026-10-31Z 2026-10-31+14:00 2026-10-31-05:30 999999999999-02-28", "2026-02-29 2026-02-30 1900-02-29 2026-04-31 2026-13-01 2026-00-01 2026-10-00 26-10-31 02026-10-31 2026-10-1 2026-10-31T00:00:00 2026-10-31+14:01 2026-10-31+1:00 2026/10/31 31-10-2026 +2026-10-31 garbage 999999999999-02-29")]
    [InlineData("dateTime", "2026-10-31T12:00:00 2026-10-31T24:00:00 2026-10-31T24:00:00.000 2026-10-31T23:59:59.123456789Z", "2026-10-31 2026-10-31T24:00:01 2026-10-31T25:00:00 2026-10-31T12:60:00 2026-10-31T12:00:60 2026-10-31T12:00 2026-10-31t12:00:00 2026-10-31T12:00:00. 2026-02-30T12:00:00 2026-10-31T24:00:00.1")]
    [InlineData("dateTimeStamp", "2026-10-31T12:00:00Z 2026-10-31T12:00:00+01:00", "2026-10-31T12:00:00 2026-10-31T12:00:00.000000")]
    [InlineData("time", "12:00:00 00:00:00.5Z 24:00:00", "12:00 24:00:01 12:00:00+15:00")]
    [InlineData("gYear", "2026 -2026 0000 2026Z", "26 02026 2026-10")]
    [InlineData("gYearMonth", "2026-10 2026-12+01:00", "2026-13 2026-1 2026 2026-10-01")]
    [InlineData("gMonth", "--10 --12Z", "--13 10 -10 --1")]
    [InlineData("gMonthDay", "--02-29 --10-31", "--02-30 --04-31 --10-32 -10-31")]
    [InlineData("gDay", "---31 ---01Z", "---32 ---00 --31")]
    [InlineData("decimal", "12.50 -12.50 +0 .5 12. 00012 123456789012345678901234567890.1", "12,50 1e3 . - +-1 1.2.3 € 12.50€ 1_000")]
    [InlineData("integer", "12 -12 +12 0 00012", "12.0 1e3 - 12. ٣")]
    [InlineData("double", "1 1.5 1e3 -1.5E-3 INF -INF +INF NaN .5e1", "1e 1e1.5 inf e3 1e+ Infinity")]
    [InlineData("boolean", "true false 1 0", "TRUE ja yes 2")]
    [InlineData("byte", "127 -128 +000127", "128 -129 1.0 c")]
    [InlineData("unsignedLong", "18446744073709551615 -0", "18446744073709551616 -1")]
    [InlineData("positiveInteger", "1 99999999999999999999999", "0 -1")]
    [InlineData("negativeInteger", "-1", "0 1 -0")]
    [InlineData("duration", "P1Y P1Y2M3DT4H5M6.7S -P1D PT1S PT0.5S", "P P1 PT P1YT P1M1Y 1Y P-1Y PT1.S PT.5S P1.5Y")]
    [InlineData("yearMonthDuration", "P1Y2M -P2M", "P1D PT1S P1YT")]
    [InlineData("dayTimeDuration", "P1DT2H PT3M", "P1Y P1M")]
    [InlineData("hexBinary", "00ff 0A", "0 0g")]
    [InlineData("base64Binary", "aGVs aGU=", "aGV a=== *")]
    [InlineData("language", "nl nl-BE en-x-12345678", "nl_BE 1nl nl- toolonglanguage")]
    [InlineData("NCName", "a _a a-1.b é", "1a a:b -a")]
    [InlineData("NMTOKEN", "a 1a -a a:b", "a,b")]
    public void CheckOf_Datatype_TellsValuesFromTheRest(string datatype, string good, string bad)
    {
        var check = XsdDatatypes.CheckOf(Xsd.Namespace + datatype)!;
        Assert.All(good.Split(' '), text => Assert.True(check(text), text));
        Assert.All(bad.Split(' '), text => Assert.False(check(text), text));
        if (datatype is not ("base64Binary"))
            Assert.All(good.Split(' '), text => Assert.False(check(" " + text), text));
        Assert.Equal(datatype is "hexBinary" or "base64Binary", check(""));
    }

    [Fact]
    public void CheckOf_Strings_KnowsWhatXmlHolds()
    {
        Assert.True(XsdDatatypes.CheckOf(Xsd.String)!("a\tb\nc 💶"));
        Assert.False(XsdDatatypes.CheckOf(Xsd.String)!("a\0"));
        Assert.False(XsdDatatypes.CheckOf(Xsd.Namespace + "normalizedString")!("a\tb"));
        Assert.True(XsdDatatypes.CheckOf(Xsd.Namespace + "token")!("a b"));
        Assert.False(XsdDatatypes.CheckOf(Xsd.Namespace + "token")!("a  b"));
        Assert.False(XsdDatatypes.CheckOf(Xsd.Namespace + "token")!("a "));
        Assert.Null(XsdDatatypes.CheckOf("https://example.org/type"));
    }

    [Theory]
    [InlineData("1.50", "decimal", "1.5", "decimal", 0)]
    [InlineData("-0", "integer", "0.0", "decimal", 0)]
    [InlineData("9.99", "decimal", "10", "integer", -1)]
    [InlineData("-9.99", "decimal", "-10", "integer", 1)]
    [InlineData("123456789012345678901234567890.1", "decimal", "123456789012345678901234567890.09", "decimal", 1)]
    [InlineData("0.1", "decimal", "0.1", "double", 0)]
    [InlineData("INF", "double", "1", "integer", 1)]
    [InlineData("NaN", "double", "1", "integer", null)]
    [InlineData("2026-10-31", "date", "2026-11-01", "date", -1)]
    [InlineData("2026-10-31", "date", "2026-10-31T00:00:00", "dateTime", null)]
    [InlineData("2026-10-31T12:00:00Z", "dateTime", "2026-10-31T13:00:00+01:00", "dateTime", 0)]
    [InlineData("2026-10-31T12:00:00.10", "dateTime", "2026-10-31T12:00:00.1", "dateTime", 0)]
    [InlineData("2026-10-31T12:00:00.09", "dateTime", "2026-10-31T12:00:00.1", "dateTime", -1)]
    [InlineData("2026-10-31T12:00:00Z", "dateTime", "2026-10-31T13:00:00", "dateTime", null)]
    [InlineData("2026-10-31T12:00:00Z", "dateTime", "2026-11-02T13:00:00", "dateTime", -1)]
    [InlineData("2026-10-31T24:00:00", "dateTime", "2026-11-01T00:00:00", "dateTime", 0)]
    [InlineData("-0001-12-31", "date", "0000-01-01", "date", -1)]
    [InlineData("2000-02-29", "date", "2000-03-01", "date", -1)]
    [InlineData("a", "string", "b", "string", -1)]
    [InlineData("\uE000", "string", "💶", "string", -1)]
    [InlineData("ab", "string", "a", "string", 1)]
    [InlineData("false", "boolean", "1", "boolean", -1)]
    [InlineData("1", "string", "1", "integer", null)]
    [InlineData("2026-02-30", "date", "2026-11-01", "date", null)]
    public void OrderTo_TwoLiterals_IsTheirValuesOrder(string one, string oneType, string other, string otherType, int? order)
    {
        var first = LiteralValue.Of(Term.Literal(one, Xsd.Namespace + oneType));
        var second = LiteralValue.Of(Term.Literal(other, Xsd.Namespace + otherType));
        int? found = first is null || second is null ? null : first.OrderTo(second) is { } sign ? Math.Sign(sign) : null;
        Assert.Equal(order, found);
        int? turned = first is null || second is null ? null : second.OrderTo(first) is { } back ? Math.Sign(back) : null;
        Assert.Equal(-order, turned);
    }

    [Theory]
    [InlineData("\"2026-02-30\"^^xsd:date", "xsd:date")]
    [InlineData("\"12,50\"^^xsd:decimal", "xsd:decimal")]
    [InlineData("\"12.50\"", "xsd:decimal")]
    [InlineData("12", "xsd:decimal")]
    [InlineData("\"x\"^^rdf:langString", "rdf:langString")]
    [InlineData("\"x\"@nl", "xsd:string")]
    [InlineData("<x>", "xsd:string")]
    public void Validate_IllTypedLiteral_IsAtFault(string value, string datatype)
    {
        const string Prefixes = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <https://example.org/> . ";
        var shapes = Shapes.Compile(Turtle(Prefixes + ":S sh:targetNode :a ; sh:property [ sh:path :p ; sh:datatype " + datatype + " ] ."));
        var result = Assert.Single(shapes.Validate(Turtle(Prefixes + ":a :p " + value + " .")).Results);
        Assert.Equal(Sh.Component("Datatype"), result.Component);
        Assert.Equal("https://example.org/p", result.Path);
    }
}
