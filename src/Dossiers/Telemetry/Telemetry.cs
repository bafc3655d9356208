using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SolidLoonfiches.Dossiers;

/// <summary>What can be measured of the work, by name. Labels are words from this code, never anything of a person, a vault or a dossier.</summary>
public static class Telemetry
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "SolidLoonfiches";

    private static readonly Meter Meter = new(Name);

    /// <summary>Spans: a check, a mail, an event.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>By <c>outcome</c>, and whether it is <c>new</c>.</summary>
    public static Counter<long> Checks { get; } = Meter.CreateCounter<long>("loonfiches.checks", "{check}", "Months of dossiers that were checked.");

    public static Counter<long> CheckFailures { get; } = Meter.CreateCounter<long>("loonfiches.check.failures", "{check}", "Checks that broke off: nothing was written of them.");

    /// <summary>By <c>part</c>: token, listing, slips, parse, law, save, total.</summary>
    public static Histogram<double> CheckDuration { get; } = Meter.CreateHistogram<double>("loonfiches.check.duration", "s", "Where the time of a check went.");

    /// <summary>By <c>answer</c>.</summary>
    public static Counter<long> Vaults { get; } = Meter.CreateCounter<long>("loonfiches.vaults", "{vault}", "Vaults that were asked for their payslips.");

    /// <summary>By <c>kind</c>.</summary>
    public static Counter<long> Sent { get; } = Meter.CreateCounter<long>("loonfiches.outbox.sent", "{message}", "What the other side accepted.");

    /// <summary>By <c>kind</c>.</summary>
    public static Counter<long> SendFailures { get; } = Meter.CreateCounter<long>("loonfiches.outbox.failures", "{attempt}", "Attempts that failed and are tried again, or were the last.");

    /// <summary>By <c>outcome</c>.</summary>
    public static Counter<long> Hints { get; } = Meter.CreateCounter<long>("loonfiches.hints", "{message}", "Messages of vaults that there is news.");

    internal static void Record(CheckDossier.Report report)
    {
        foreach (var month in report.Months)
        {
            Checks.Add(1, new KeyValuePair<string, object?>("outcome", month.Outcome.ToString()), new KeyValuePair<string, object?>("new", month.IsNew));
        }

        var time = report.Timings;
        foreach (var (part, took) in ((string, TimeSpan)[])[("token", time.Token), ("listing", time.Listing), ("slips", time.Slips), ("parse", time.Parse), ("law", time.Law), ("save", time.Save), ("total", time.Total)])
        {
            CheckDuration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("part", part));
        }
    }
}
