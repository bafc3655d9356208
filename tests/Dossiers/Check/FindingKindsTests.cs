using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed partial class FindingKindsTests
{
    [Fact]
    public void Table_IsAsWrittenInTheDocument()
    {
        var document = File.ReadAllText(Path.Combine(Source(), "Dossiers", "Check", "FINDINGS.md"));

        Assert.EndsWith("\n\n" + FindingKinds.Table(), document, StringComparison.Ordinal);
    }

    [Fact]
    public void All_CodesOfTheSourceAndNoOther()
    {
        var sentences = string.Concat(Directory.EnumerateFiles(Path.Combine(Source(), "Dossiers", "Check"), "*.cs").Where(f => !f.EndsWith("FindingKinds.cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        var vault = File.ReadAllText(Path.Combine(Source(), "Sources", "Kluis", "VaultSentences.cs"));
        var codes = Found().Matches(sentences).Select(m => m.Groups["code"].Value)
            .Concat(Code().Matches(vault).Select(m => m.Groups["code"].Value).Where(code => code != "notAllowed").Select(code => "vault:" + code))
            .Concat(["law:*", "warning:*"]);

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), FindingKinds.All.Select(k => k.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_CodeThatNobodyWroteDown_Asks()
    {
        Assert.True(FindingKinds.Of("somethingNew").Asks);
        Assert.Equal("law:*", FindingKinds.Of("law:categoryGap").Code);
        Assert.False(FindingKinds.Of("newSlip").Asks);
    }

    private static string Source([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));

    [GeneratedRegex("""new( Finding)?\("(?<code>[a-z][A-Za-z]+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Found();

    /// <summary>The codes of a vault that did not answer well: of the constants, and of the table of faults.</summary>
    [GeneratedRegex("""(=> |new\()"(?<code>[a-z][A-Za-z]+)",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
