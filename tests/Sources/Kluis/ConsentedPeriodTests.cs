using static SolidLoonfiches.Sources.VaultStand;

namespace SolidLoonfiches.Sources;

/// <summary>Slips outside the consented period are not fetched where the listing tells, and never given back.</summary>
public sealed class ConsentedPeriodTests
{
    // The example is a slip of October 2026.
    private const string Plain = "brief.ttl";

    [Theory]
    [InlineData("2026-09-01", "2026-12-31", true)]
    [InlineData("2026-10-31", null, true)]
    [InlineData("2026-11-01", null, false)]
    [InlineData(null, "2026-10-01", true)]
    [InlineData(null, "2026-09-30", false)]
    public async Task Read_AroundTheEndsOfThePeriod_GivesOnlyWhatHasADayInIt(string? from, string? to, bool given)
    {
        using var stand = new VaultStand();
        stand.Period = (Day(from), Day(to));
        stand.Slip(Plain, LongAgo);

        var read = await stand.ReadWellAsync();

        Assert.Equal(given ? 1 : 0, read.Slips.Count);
        Assert.Equal(given ? 0 : 1, read.OutsidePeriod);
        Assert.Single(read.Seen);
    }

    [Theory]
    [InlineData("2026-08-0123456749-0123456789ab.ttl", false)]
    [InlineData("2026-09-0123456749-0123456789ab.ttl", true)]
    [InlineData("2027-01-0123456749-0123456789ab.ttl", false)]
    [InlineData("2026-08-anders.ttl", true)]
    public async Task Read_ANameAsPayrollOfficesGiveIt_TellsWithoutFetching(string name, bool fetched)
    {
        using var stand = new VaultStand();
        stand.Period = (new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31));
        stand.Slip(name, stand.Clock.GetUtcNow().AddHours(-1));

        var read = await stand.ReadWellAsync();

        Assert.Equal(fetched, stand.Asked.Contains("/anna/loonfiches/" + name));
        Assert.Equal(fetched ? 1 : 0, read.Slips.Count);
        Assert.Equal(stand.Url(name), Assert.Single(read.Seen).Url);
    }

    [Theory]
    [InlineData(-32, false)]
    [InlineData(-31, true)]
    public async Task Read_WrittenLongBeforeThePeriod_IsNotFetched(int days, bool fetched)
    {
        using var stand = new VaultStand();
        stand.Period = (new DateOnly(2026, 10, 1), null);
        stand.Slip(Plain, new DateTimeOffset(2026, 10, 1, 12, 0, 0, TimeSpan.Zero).AddDays(days));

        await stand.ReadWellAsync();

        Assert.Equal(fetched, stand.Asked.Contains("/anna/loonfiches/" + Plain));
    }

    [Fact]
    public async Task Read_KnownFromAWiderConsent_IsSeenAndNotAskedForAgain()
    {
        using var stand = new VaultStand();
        stand.Slip(Plain, LongAgo);
        var known = Remember(await stand.ReadWellAsync());
        stand.Forget();
        stand.Period = (new DateOnly(2026, 11, 1), null);
        stand.Slip(Plain, stand.Clock.GetUtcNow().AddHours(-1), etag: "\"2\"");

        var read = await stand.ReadWellAsync([.. known.Select(slip => slip with { OutsidePeriod = true })]);

        Assert.Equal(["/anna/loonfiches/"], stand.Asked);
        Assert.Empty(read.Slips);
        Assert.Empty(read.Gone);
        Assert.Single(read.Seen);
    }

    [Fact]
    public async Task Read_KnownSlipThatBecameOneOfAnotherTime_IsGone()
    {
        using var stand = new VaultStand();
        stand.Period = (new DateOnly(2026, 11, 1), null);
        stand.Slip(Plain, stand.Clock.GetUtcNow().AddHours(-1), etag: "\"2\"");

        var read = await stand.ReadWellAsync(new KnownSlip(stand.Url(Plain), LongAgo, "\"1\"", "of a slip of November"));

        Assert.Empty(read.Slips);
        Assert.Empty(read.Seen);
        Assert.Equal([stand.Url(Plain)], read.Gone);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
