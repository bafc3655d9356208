namespace SolidLoonfiches.Rdf.Tests;

public sealed class XPathPatternTests
{
    [Theory]
    [InlineData("^a$", "", "a", true)]
    [InlineData("^a$", "", "a\n", false)]
    [InlineData("^a$", "m", "b\na\nc", true)]
    [InlineData("^a.b$", "", "a\rb", false)]
    [InlineData("^a.b$", "s", "a\nb", true)]
    [InlineData("^A$", "i", "a", true)]
    [InlineData("a b", "x", "ab", true)]
    [InlineData("a[ ]b", "x", "a b", true)]
    [InlineData("a.b", "q", "a.b", true)]
    [InlineData("a.b", "q", "axb", false)]
    [InlineData("^\\s$", "", "\u00A0", false)]
    [InlineData("^\\S$", "", "\u00A0", true)]
    [InlineData("^\\w$", "", "_", false)]
    [InlineData("^[\\w_]+$", "", "é_1", true)]
    [InlineData("^\\W$", "", "-", true)]
    [InlineData("^[^\\s.]+$", "", "a.b", false)]
    [InlineData("^[a-z-[aeiou]]+$", "", "bcd", true)]
    [InlineData("^[a-z-[aeiou]]+$", "", "bad", false)]
    [InlineData("^\\p{Lu}{2}\\d{2}$", "", "BE12", true)]
    [InlineData("^(?:a|b)$", "", "b", true)]
    [InlineData("^\\$\\.$", "", "$.", true)]
    [InlineData("b", "", "abc", true)]
    public void Compile_XPathPattern_MatchesAsXPathDoes(string pattern, string flags, string text, bool expected) =>
        Assert.Equal(expected, XPathPattern.Compile(pattern, flags).IsMatch(text));

    [Fact]
    public void Compile_PatternThatBacktracksForOthers_TakesLinearTime() =>
        Assert.DoesNotMatch(XPathPattern.Compile("^(a+)+$", ""), new string('a', 20_000) + "b");
}
