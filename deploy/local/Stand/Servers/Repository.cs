using System.Reflection;

namespace SolidLoonfiches.Stand;

/// <summary>Where things lie in the repository: the stand runs what was built there.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    private static readonly string Configuration = typeof(Repository).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Release";

    /// <summary><c>deploy/local</c>.</summary>
    public static string Local => Path.Combine(Root, "deploy", "local");

    public static string Service => Built("src", "Service");

    public static string AcmIdm => Built("deploy", "local", "AcmIdm");

    public static string Receiver => Built("deploy", "local", "Receiver");

    private static string Built(params string[] folder) => Path.Combine([Root, .. folder, "bin", Configuration, "net10.0", $"SolidLoonfiches.{folder[^1]}.dll"]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SolidLoonfiches.sln")))
            {
                return folder.FullName;
            }
        }

        throw new StandException("The stand only runs inside the repository: SolidLoonfiches.sln was not found above it.");
    }
}
