using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SolidLoonfiches.House.Tests;

/// <summary>The repository as it stands on disk.</summary>
internal static partial class House
{
    public static string Root { get; } = FindRoot();

    /// <summary>Folder names under src that hold a project.</summary>
    public static IReadOnlyList<string> Rooms { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> ReferencesOf(string room) =>
        [.. XDocument.Load(Path.Combine(Root, "src", room, room + ".csproj")).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];

    public static IReadOnlyList<string> PackagesOf(string room) =>
        [.. XDocument.Load(Path.Combine(Root, "src", room, room + ".csproj")).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)];

    /// <summary>C# files of a folder, without what the build makes.</summary>
    public static IEnumerable<string> Sources(params string[] folder) =>
        Directory.EnumerateFiles(Path.Combine([Root, .. folder]), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal));

    /// <summary>The code of a file: comments and the contents of strings are blanked, so that only code is looked at.</summary>
    public static string Code(string file) => CommentsAndStrings().Replace(File.ReadAllText(file), found => found.Value[0] == '/' ? " " : "\"\"");

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SolidLoonfiches.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("SolidLoonfiches.sln was not found above the tests.");
    }

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\"{3,}.*?\"{3,}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex CommentsAndStrings();
}
