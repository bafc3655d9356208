using System.Globalization;
using System.Security.Cryptography;

namespace SolidLoonfiches.Delivery;

/// <summary>How long the outbox waits between two attempts. The README's table is this list, held to it by a test.</summary>
internal static class RetrySchedule
{
    /// <summary>Up to this part of a wait is added by chance, so that what failed together does not come back together.</summary>
    public const int JitterPercent = 20;

    /// <summary>What another side asks of us is obeyed up to here.</summary>
    public static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    /// <summary>After the first failure, the second, … After the last wait comes one more attempt; what fails then is a dead letter.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(1),
    ];

    /// <param name="failures">How often it failed, this time included.</param>
    /// <param name="asked">How long the other side asked us to wait (<c>Retry-After</c>).</param>
    /// <returns>How long to wait; null: it is a dead letter.</returns>
    public static TimeSpan? WaitAfter(int failures, TimeSpan? asked = null)
    {
        if (failures > Waits.Count)
        {
            return null;
        }

        var wait = Waits[failures - 1];
        wait += wait * RandomNumberGenerator.GetInt32(JitterPercent * 10 + 1) / 1000;
        var obeyed = asked is { } longer && longer > LongestAsked ? LongestAsked : asked;
        return obeyed > wait ? obeyed : wait;
    }

    /// <summary>The schedule as a table of Markdown.</summary>
    public static string AsTable()
    {
        var lines = new List<string> { "| attempt | at the earliest after the one before | and since the first |", "|---|---|---|", "| 1 | at once | |" };
        var since = TimeSpan.Zero;
        foreach (var (wait, index) in Waits.Select((wait, index) => (wait, index)))
        {
            since += wait;
            lines.Add($"| {index + 2} | {Words(wait)} | {Words(since)} |");
        }

        lines.Add($"| none | dead letter after attempt {Waits.Count + 1} | |");
        return string.Join('\n', lines);
    }

    private static string Words(TimeSpan time)
    {
        (int Count, string Unit)[] parts = [(time.Days, "d"), (time.Hours, "h"), (time.Minutes, "min"), (time.Seconds, "s")];
        return string.Join(' ', parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Unit}")));
    }
}
