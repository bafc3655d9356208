using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SolidLoonfiches.Benchmarks;

/// <summary>Starts Node with the same documents: <c>node/peers.mjs</c>.</summary>
internal static class Peers
{
    private static readonly string _folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "node");

    public static bool AreInstalled => Directory.Exists(Path.Combine(_folder, "node_modules"));

    /// <summary>Of how many payslips the validator takes: it is slow, and a twentieth tells as much.</summary>
    public static int Few(int payslips) => Math.Max(1, payslips / 20);

    public static IEnumerable<(string Name, double Milliseconds)> Run(IEnumerable<byte[]> small, byte[] large, string shapesFile, int rounds)
    {
        var data = Directory.CreateTempSubdirectory("loonfiches-benchmarks").FullName;
        try
        {
            using (var file = File.Create(Path.Combine(data, "small.bin")))
            {
                foreach (var slip in small)
                {
                    file.Write(slip);
                    file.WriteByte(0);
                }
            }

            File.WriteAllBytes(Path.Combine(data, "large.ttl"), large);
            var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = _folder };
            string[] arguments = ["--expose-gc", "--max-old-space-size=6000", "peers.mjs", data, Payslips.Base, shapesFile, rounds.ToString(CultureInfo.InvariantCulture), "1"];
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            using var node = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
            while (node.StandardOutput.ReadLine() is { } line)
            {
                var measured = JsonDocument.Parse(line).RootElement;
                yield return (measured.GetProperty("name").GetString()!, measured.GetProperty("milliseconds").GetDouble());
            }

            node.WaitForExit();
            if (node.ExitCode != 0)
                throw new InvalidOperationException("Node ended with an error: see above.");
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
