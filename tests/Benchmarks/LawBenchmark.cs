using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Benchmarks;

/// <summary><c>law</c>: months per second with their whole tree of steps, and 10,000 cases through the verb <c>calculate</c>.</summary>
internal static class LawBenchmark
{
    private const int Months = 200_000, Cases = 10_000;

    /// <summary>The case of the contract <c>calculate</c>: a whole month, one slip with ecocheques, the exemption of art. 35.</summary>
    private static readonly Geval Contract = new()
    {
        Maand = new Maand(2025, 3),
        Categorieen = [new CategorieVanaf(new(2024, 11, 1), Categorie.Alleenstaand)],
        Recht = [new Periode(new(2024, 11, 1), null)],
        Lonen = [new Loon("slip-1", "0123456749", new(2025, 3, 1), new(2025, 3, 31), new(2025, 3, 31), 1000m, [new(ComponentKind.EcoCheque, 141m)])],
        Vrijstelling = new Vrijstelling(Vrijstellingssoort.Gewoon, new(2025, 1, 10), [new(new(2025, 1, 10), new(2025, 2, 28))], null),
    };

    /// <summary>Four segments: the right begins late, the person moves in with a parent, work ends, a shortage job's amount ends; two employers.</summary>
    private static readonly Geval Busy = new()
    {
        Maand = new Maand(2026, 4),
        HerzienOp = new(2026, 3, 5),
        Categorieen = [new CategorieVanaf(new(2026, 1, 1), Categorie.Alleenstaand), new CategorieVanaf(new(2026, 4, 11), Categorie.Samenwonend)],
        Recht = [new Periode(new(2026, 4, 3), null)],
        Lonen =
        [
            new Loon("slip-1", "0123456749", new(2026, 3, 16), new(2026, 4, 15), new(2026, 4, 16), 640.37m, [new(ComponentKind.EcoCheque, 50m), new(ComponentKind.Commuting, 32.10m)]),
            new Loon("slip-2", "0206731645", new(2026, 4, 1), new(2026, 4, 24), new(2026, 4, 30), 412.55m, [new(ComponentKind.MealVoucher, 61.2m), new(ComponentKind.Seizure, 100m)]),
        ],
        Vrijstelling = new Vrijstelling(Vrijstellingssoort.Knelpuntberoep, new(2025, 6, 1), [new(new(2025, 6, 1), new(2025, 9, 30)), new(new(2026, 1, 18), new(2026, 3, 31))], new(2026, 1, 18)),
        AndereBestaansmiddelen = [new(Bestaansmiddelsoort.Ander, 600m), new(Bestaansmiddelsoort.Studietoelage, 900m)],
        Samenwonenden = [new Samenwonende(Relatie.Ouder, 14_200m, KinderbijslagVoorAanvragerPerJaar: 1_300m, Geldig: new Periode(new(2026, 4, 11), null)), new Samenwonende(Relatie.Ander, 9_000m, Geldig: new Periode(new(2026, 4, 11), null))],
    };

    public static int Run(int rounds)
    {
        Console.WriteLine("CPU time of one core, best of " + rounds.ToString(CultureInfo.InvariantCulture) + " rounds, after a round to warm up; each result has its whole tree of steps.");
        Measure("the contract's case", Contract, rounds);
        Measure("a busy month", Busy, rounds);
        return Verb();
    }

    private static void Measure(string name, Geval facts, int rounds)
    {
        var result = ((Uitkomst.Berekend)AanvullendLeefloon.Bereken(facts)).Resultaat;
        void Round()
        {
            for (var i = 0; i < Months; i++)
                GC.KeepAlive(AanvullendLeefloon.Bereken(facts));
        }

        Round();
        var measured = Measurement.Of(rounds, Round);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name + ":",-21} {Months * 1000.0 / measured.Milliseconds,9:F0} months/s {(double)measured.Allocated / Months,7:F0} bytes allocated/month   ({result.Segmenten.Count} segments, {Steps(result.Stap)} steps)"));
    }

    private static int Steps(Stap step) => 1 + step.Uit.Sum(Steps);

    /// <summary>As it is typed: a new process that reads one file, and its whole output.</summary>
    private static int Verb()
    {
        var program = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "src", "Service", "bin", "Release", "net10.0", "SolidLoonfiches.Service.dll"));
        if (!File.Exists(program))
        {
            Console.Error.WriteLine("The service is not built: run dotnet build src/Service -c Release.");
            return 1;
        }

        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "[" + string.Join(",\n", Enumerable.Range(0, Cases).Select(Json)) + "]");
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "calculate", file]) { RedirectStandardOutput = true, UseShellExecute = false }) ?? throw new InvalidOperationException("The service did not start.");
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"calculate, {Cases} cases in one file of {new FileInfo(file).Length / 1e6:F1} MB: {clock.Elapsed.TotalSeconds:F2} s with start-up, {Encoding.UTF8.GetByteCount(output) / 1e6:F1} MB out, exit code {process.ExitCode}"));
            return process.ExitCode;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The contract's case with another wage each time.</summary>
    private static string Json(int number) => string.Create(CultureInfo.InvariantCulture, $$"""
        { "month": "2025-03", "category": {{(number % 3) + 1}}, "right": { "from": "2024-11-01" },
          "payslips": [ { "id": "slip-{{number}}", "employer": "0123456749", "periodFrom": "2025-03-01", "periodTo": "2025-03-31", "paidOn": "2025-03-31",
            "nettoloon": {{number / 5m:F2}}, "components": [ { "kind": "ecoCheque", "amount": 141.00 } ] } ],
          "exemption": { "kind": "ordinary", "firstGranted": "2025-01-10", "used": [ { "from": "2025-01-10", "to": "2025-02-28" } ] } }
        """);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
