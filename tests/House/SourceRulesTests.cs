using System.Text.RegularExpressions;

namespace SolidLoonfiches.House.Tests;

/// <summary>Rules of the house that no compiler or analyzer holds.</summary>
public sealed partial class SourceRulesTests
{
    private static readonly string[] NoFolders = ["Core", "Common", "Helpers", "Utils"];

    [Fact]
    public void Leefloon_ItsCode_HasNoFloatingPoint()
    {
        var files = House.Sources("src", "Leefloon").ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.False(FloatingPoint().IsMatch(House.Code(file)), $"{House.Relative(file)}: {FloatingPoint().Match(House.Code(file)).Value}"));
    }

    [Theory]
    [InlineData("Loonfiches")]
    [InlineData("Leefloon")]
    [InlineData("Rdf")]
    public void PureRooms_TheirCode_HasNoClockAndNothingAsynchronous(string room) =>
        Assert.All(House.Sources("src", room), file => Assert.False(ClockOrAsync().IsMatch(House.Code(file)), $"{House.Relative(file)}: {ClockOrAsync().Match(House.Code(file)).Value}"));

    [Fact]
    public void Namespaces_InSrc_AreOnePerProject() =>
        Assert.All(House.Sources("src").Where(file => !House.Relative(file).StartsWith("src/Service/Pages/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal)), file =>
        {
            var room = House.Relative(file).Split('/')[1];
            Assert.All(Namespace().Matches(House.Code(file)), found => Assert.Equal("SolidLoonfiches." + room, found.Groups["name"].Value));
        });

    [Fact]
    public void Folders_InSrcAndTests_AreNoDustbins() =>
        Assert.DoesNotContain(
            Directory.EnumerateDirectories(Path.Combine(House.Root, "src"), "*", SearchOption.AllDirectories).Concat(Directory.EnumerateDirectories(Path.Combine(House.Root, "tests"), "*", SearchOption.AllDirectories)).Where(folder => !folder.Contains("/bin/", StringComparison.Ordinal) && !folder.Contains("/obj/", StringComparison.Ordinal)),
            folder => NoFolders.Contains(Path.GetFileName(folder)));

    [Fact]
    public void Program_OfTheService_IsATableOfContents() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(House.Root, "src", "Service", "Program.cs")).Length, 1, 40);

    [Fact]
    public void TopLevel_OfTheTree_HoldsOnlyWhatThePlanNames()
    {
        string[] allowed = ["src", "tests", "ontology", "deploy", "SolidLoonfiches.sln", "README.md", "global.json"];
        var ignored = File.ReadAllLines(Path.Combine(House.Root, ".gitignore")).Select(line => line.TrimEnd('/')).ToHashSet(StringComparer.Ordinal);
        var entries = Directory.EnumerateFileSystemEntries(House.Root).Select(entry => Path.GetFileName(entry)).Where(name => !name.StartsWith('.') && !ignored.Contains(name) && !DirectoryProps().IsMatch(name));
        Assert.All(entries, name => Assert.Contains(name, allowed));
    }

    [Theory]
    [InlineData("var x = 1.5;", true)]
    [InlineData("double x;", true)]
    [InlineData("var x = 2d;", true)]
    [InlineData("var x = 1.5m; // double", false)]
    [InlineData("var x = \"1.5 double\";", false)]
    public void FloatingPoint_OnSamples_IsSeenInCodeAlone(string code, bool seen)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, code);
            Assert.Equal(seen, FloatingPoint().IsMatch(House.Code(file)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex(@"\b(double|float|Half|Double|Single)\b(?!\s*\()|\b\d[\d_]*(\.\d[\d_]*([eE][+-]?\d+)?(?![\dmM])|[dDfF]\b)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(@"\b(async|await|TimeProvider|Stopwatch|Task|ValueTask)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ClockOrAsync();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^Directory\..*\.props$", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex DirectoryProps();
}
