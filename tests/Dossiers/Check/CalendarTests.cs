using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>Every month of every OCMW is checked once, whatever day and hour it chose and whatever the clocks do.</summary>
public sealed class CalendarTests(SqliteStore store)
{
    private static readonly DateTimeOffset Begin = new(2025, 12, 31, 23, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2033, 1, 15, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Eight years, with two leap days and the sixteen nights in which the clocks change.</summary>
    [Theory]
    [InlineData("0 0 6 5 * ?")]
    [InlineData("0 0 0 1 * ?")]
    [InlineData("0 59 23 L * ?")]
    [InlineData("0 0 6 29 * ?")]
    [InlineData("0 0 6 30 * ?")]
    [InlineData("0 0 6 31 * ?")]
    [InlineData("0 30 2 ? * SUNL")]
    [InlineData("0 30 2 25 * ?")]
    [InlineData("0 0 6 ? * MON#1")]
    [InlineData("0 0 6 29 2 ?")]
    public async Task Firings_OfEightYears_MakeEveryMonthOnceInItsOrder(string cron)
    {
        await using var desk = await Desk.OpenAsync(store, services => services.AddScoped<MonthlyCheckJob>());
        var made = new List<Maand>();

        foreach (var firing in FiringsOf(cron, Begin, End))
        {
            desk.Clock.SetUtcNow(firing);
            made.AddRange(await MakeAsync(desk, firing));
        }

        Assert.Equal(made[0].Through(made[^1]), made);
        Assert.InRange(made.Count, 12 * 4, 12 * 8);
    }

    [Theory]
    [InlineData("0 30 2 ? * SUNL", "2026-03-29T03:00:00+02:00", "the hour that is skipped")]
    [InlineData("0 30 2 ? * SUNL", "2026-10-25T02:30:00+02:00", "the hour that comes twice")]
    [InlineData("0 30 1 ? * SUNL", "2026-10-25T01:30:00+02:00", "before it")]
    [InlineData("0 30 3 ? * SUNL", "2026-10-25T03:30:00+01:00", "after it")]
    [InlineData("0 0 0 1 * ?", "2026-11-01T00:00:00+01:00", "the first, when it is still the 31st in UTC")]
    [InlineData("0 0 6 29 2 ?", "2028-02-29T06:00:00+01:00", "the leap day")]
    [InlineData("0 0 6 L * ?", "2028-02-29T06:00:00+01:00", "the last day of a leap February")]
    public void Firing_OfThatDay_IsOneAtThatMoment(string cron, string expected, string why)
    {
        var moment = DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture);
        var midnight = Belgium.StartOf(Belgium.DayOf(moment));

        var firing = Assert.Single(FiringsOf(cron, midnight.AddTicks(-1), midnight.AddHours(26)));

        Assert.True(moment == firing, $"{why}: {firing:O}");
    }

    /// <summary>The month before, as people in Belgium count days.</summary>
    [Theory]
    [InlineData("2026-02-28T22:59:59Z", "2026-01")]
    [InlineData("2026-02-28T23:00:00Z", "2026-02")]
    [InlineData("2028-02-28T23:30:00Z", "2028-01")]
    [InlineData("2028-02-29T23:00:00Z", "2028-02")]
    [InlineData("2026-03-31T21:59:59Z", "2026-02")]
    [InlineData("2026-03-31T22:00:00Z", "2026-03")]
    [InlineData("2026-10-31T22:59:59Z", "2026-09")]
    [InlineData("2026-10-31T23:00:00Z", "2026-10")]
    [InlineData("2026-12-31T23:00:00Z", "2026-12")]
    public void MonthDue_AtTheTurnOfAMonth_IsThatOfBelgium(string moment, string month) =>
        Assert.Equal(month, MonthDue.At(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture)).ToString());

    private static List<DateTimeOffset> FiringsOf(string cron, DateTimeOffset after, DateTimeOffset until)
    {
        var trigger = TriggerBuilder.Create().WithCronSchedule(cron, ScheduleKeeper.When).StartAt(after).Build();
        var firings = new List<DateTimeOffset>();
        for (var at = trigger.GetFireTimeAfter(after); at is { } firing && firing < until; at = trigger.GetFireTimeAfter(firing))
        {
            firings.Add(firing);
        }

        return firings;
    }

    /// <summary>The months that the job takes for this firing, each then standing as done.</summary>
    private static async Task<IReadOnlyList<Maand>> MakeAsync(Desk desk, DateTimeOffset firing)
    {
        var months = await desk.UseAsync<MonthlyCheckJob, IReadOnlyList<Maand>>(async job => (await job.MonthsAsync(Desk.Ocmw, firing, recovering: false, CancellationToken.None)).Months);
        await desk.RunAsync(async db =>
        {
            db.Runs.AddRange(months.Select((month, i) => new CheckRun { Id = Guid.NewGuid(), OcmwKbo = Desk.Ocmw, Month = month, StartedBy = "schedule", StartedAt = firing.AddSeconds(i), EndedAt = firing.AddMinutes(1), ScheduledFor = firing }));
            await db.SaveChangesAsync();
        });
        return months;
    }
}
