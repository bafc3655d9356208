using System.Globalization;

namespace SolidLoonfiches.Benchmarks;

/// <summary>CPU time of this process, because other programs may use the machine: the best of a few rounds, after some that warm up.</summary>
/// <param name="Milliseconds">Of one round.</param>
/// <param name="Allocated">Bytes of one round.</param>
internal sealed record Measurement(double Milliseconds, long Allocated)
{
    private const int WarmUps = 3;

    public static Measurement Of(int rounds, Action round)
    {
        var best = double.MaxValue;
        var allocated = 0L;
        // What runs often is compiled anew, in the background and in steps: the first rounds are not the program that a service runs.
        for (var i = 0; i < WarmUps; i++)
            round();

        for (var i = 0; i < rounds; i++)
        {
            GC.Collect();
            allocated = GC.GetTotalAllocatedBytes(precise: true);
            var start = Environment.CpuUsage.TotalTime;
            round();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        }

        return new(best, allocated);
    }

    public string Parsing(long bytes, long triples) => Speed(bytes, triples) + string.Create(CultureInfo.InvariantCulture, $" {(double)Allocated / triples,7:F0} bytes allocated/triple");

    public string Speed(long bytes, long triples) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0 / Milliseconds,8:F1} MB/s {triples / 1000.0 / Milliseconds,7:F2} Mtriples/s");

    public string Documents(int count) => Rate(count) + string.Create(CultureInfo.InvariantCulture, $" {(double)Allocated / count,9:F0} bytes allocated/payslip");

    public string Rate(int count) => string.Create(CultureInfo.InvariantCulture, $"{count * 1000.0 / Milliseconds,9:F0} payslips/s");
}
