using System.Security.Cryptography;
using static SolidLoonfiches.Sources.VaultStand;

namespace SolidLoonfiches.Sources;

public sealed class VaultPayslipsTests
{
    private const string October = "2026-10.ttl";
    private const string September = "2026-09.ttl";

    [Fact]
    public async Task Read_NewSlip_IsUsableWithHashTagAndTime()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);

        var read = await stand.ReadWellAsync();

        var slip = Assert.IsType<FoundSlip.Usable>(Assert.Single(read.Slips));
        Assert.Equal(stand.Url(October), slip.Url);
        Assert.Equal("\"1\"", slip.ETag);
        Assert.Equal(LongAgo, slip.Modified);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Examples.Read("valid", "plain-month"))), slip.Sha256);
        TestData.AssertSame(ValidExamples.Expected["plain-month"] with { Id = stand.Url(October).AbsoluteUri }, slip.Loonfiche);
        Assert.Equal([new SeenDocument(stand.Url(October), LongAgo)], read.Seen);
        Assert.Empty(read.Gone);
    }

    [Fact]
    public async Task Read_NothingThere_IsReadAndEmpty()
    {
        using var stand = new VaultStand();
        stand.Empty();

        var read = await stand.ReadWellAsync();

        Assert.Empty(read.Slips);
        Assert.Empty(read.Seen);
    }

    [Fact]
    public async Task Read_UnchangedTime_FetchesTheListingAlone()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);
        var known = Remember(await stand.ReadWellAsync());
        stand.Forget();

        var read = await stand.ReadWellAsync(known);

        Assert.Empty(read.Slips);
        Assert.Equal(["/anna/loonfiches/"], stand.Asked);
    }

    [Fact]
    public async Task Read_ListingAsKnown_IsAsKnownUntilAMemberMoves()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);
        var first = await stand.ReadWellAsync();
        Assert.NotNull(first.Listing);
        stand.Forget();
        Assert.IsType<SourceAnswer.AsKnown>(await stand.LookAsync(first.Listing, NotAsked));
        Assert.Equal(["/anna/loonfiches/"], stand.Asked);

        stand.Slip(October, LongAgo.AddMilliseconds(1), "valid/correction", "\"2\"");
        var moved = Assert.IsType<SourceAnswer.Read>(await stand.LookAsync(first.Listing, _ => Task.FromResult<IReadOnlyList<KnownSlip>>(Remember(first))));
        Assert.NotEqual(Remember(first)[0].Sha256, Assert.Single(moved.Slips).Sha256);

        stand.Remove(October);
        Assert.Single(Assert.IsType<SourceAnswer.Read>(await stand.LookAsync(moved.Listing, _ => Task.FromResult<IReadOnlyList<KnownSlip>>(Remember(moved)))).Gone);

        static Task<IReadOnlyList<KnownSlip>> NotAsked(CancellationToken cancellation) => throw new InvalidOperationException("Nothing moved.");
    }

    [Fact]
    public async Task Read_NotAllThereIsKnownForGood_NamesNoState()
    {
        using var stand = new VaultStand();
        stand.Slip(October, null);
        Assert.Null((await stand.ReadWellAsync()).Listing);
        stand.Slip(October, Now.AddSeconds(-1));
        Assert.Null((await stand.ReadWellAsync()).Listing);
        stand.Slip(October, LongAgo);
        stand.Member(September, LongAgo, Status(500));
        Assert.Null((await stand.ReadWellAsync()).Listing);
        stand.Slip(September, LongAgo, "invalid/bad-insz");
        var keptOut = await stand.ReadWellAsync();
        Assert.Contains(keptOut.Slips, slip => slip is FoundSlip.KeptOut);
        Assert.Null(keptOut.Listing);
    }

    [Fact]
    public async Task Read_ServersClockRunsBehind_ItsNewTimesAreNotTrusted()
    {
        using var stand = new VaultStand();

        // The stand's server says the machine's own time.
        var theirs = TimeProvider.System.GetUtcNow();
        stand.Clock.SetUtcNow(theirs.AddMinutes(10));
        stand.Slip(October, theirs.AddSeconds(-1));
        Assert.Null(Assert.Single((await stand.ReadWellAsync()).Seen).Modified);
        stand.Slip(October, theirs.AddSeconds(-20));
        Assert.NotNull(Assert.Single((await stand.ReadWellAsync()).Seen).Modified);
    }

    [Fact]
    public async Task Read_ChangedInPlace_IsFetchedWithItsTagAndReported()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);
        var known = Remember(await stand.ReadWellAsync());
        stand.Slip(October, LongAgo.AddHours(1), "valid/correction", "\"2\"");

        var read = await stand.ReadWellAsync(known);

        Assert.Equal("\"1\"", stand.IfNoneMatch(October));
        var slip = Assert.IsType<FoundSlip.Usable>(Assert.Single(read.Slips));
        Assert.Equal(LongAgo.AddHours(1), slip.Modified);
        Assert.NotEqual(known[0].Sha256, slip.Sha256);
    }

    [Fact]
    public async Task Read_TouchedWithTheSameBytes_IsNotReportedAsNew()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);
        var known = Remember(await stand.ReadWellAsync());
        stand.Slip(October, LongAgo.AddHours(1), etag: "\"2\"");

        var read = await stand.ReadWellAsync(known);

        Assert.Empty(read.Slips);
        Assert.Equal([new SeenDocument(stand.Url(October), LongAgo.AddHours(1))], read.Seen);
    }

    [Fact]
    public async Task Read_NotModified_IsAsKnown()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);
        var known = Remember(await stand.ReadWellAsync());
        stand.Member(October, LongAgo.AddHours(1), Status(304));

        var read = await stand.ReadWellAsync(known);

        Assert.Empty(read.Slips);
        Assert.Equal([new SeenDocument(stand.Url(October), LongAgo.AddHours(1))], read.Seen);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1999)]
    [InlineData(-60_000)]
    public async Task Read_WrittenWithinTwoSecondsOfTheReading_IsFetchedAgainWithoutTag(int ageInMilliseconds)
    {
        using var stand = new VaultStand();
        var written = Now.AddMilliseconds(-ageInMilliseconds);
        stand.Slip(October, written);
        var known = Remember(await stand.ReadWellAsync());
        Assert.Null(Assert.Single(known).Modified);

        // A second write in the same second: same time, same tag.
        stand.Slip(October, written, "valid/correction");
        stand.Clock.Advance(TimeSpan.FromMinutes(5));
        var read = await stand.ReadWellAsync(known);

        Assert.Null(stand.IfNoneMatch(October));
        Assert.IsType<FoundSlip.Usable>(Assert.Single(read.Slips));
        stand.Forget();
        Assert.Empty((await stand.ReadWellAsync(Remember(read, known))).Slips);
        Assert.Equal(["/anna/loonfiches/"], stand.Asked);
    }

    [Fact]
    public async Task Read_ServerWithoutTimes_AsksEachTimeWithItsTag()
    {
        using var stand = new VaultStand();
        stand.Slip(October, null);
        var known = Remember(await stand.ReadWellAsync());
        stand.Forget();

        var read = await stand.ReadWellAsync(known);

        Assert.Equal("\"1\"", stand.IfNoneMatch(October));
        Assert.Empty(read.Slips);
    }

    [Fact]
    public async Task Read_ContainersAndRulesOfAccess_AreNeverAskedFor()
    {
        using var stand = new VaultStand();
        stand.Member("2025/", LongAgo, Status(500));
        stand.Member(".acl", LongAgo, Status(500));
        stand.Member("2026-10.ttl.meta", LongAgo, Status(500));
        stand.Member(".acr", LongAgo, Status(500));

        var read = await stand.ReadWellAsync();

        Assert.Empty(read.Seen);
        Assert.Equal(["/anna/loonfiches/"], stand.Asked);
    }

    [Theory]
    [InlineData("http://localhost:1/else/where.ttl")]
    [InlineData("/bob/loonfiches/2026-10.ttl")]
    [InlineData("2025/2025-10.ttl")]
    [InlineData("2026-10.ttl?of=bob")]
    public async Task Read_ListingNamesWhatIsNotItsOwn_IsNotBelievedAndNotFollowed(string member)
    {
        using var stand = new VaultStand();
        stand.Member(member, LongAgo, Status(500));

        Assert.Equal("serverError", Assert.IsType<SourceAnswer.Unreachable>(await stand.ReadAsync()).Code);
        Assert.Equal(["/anna/loonfiches/"], stand.Asked);
    }

    [Fact]
    public async Task Read_KnownSlipNoLongerListed_IsGone()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);
        stand.Slip(September, LongAgo, "valid/part-month");
        var known = Remember(await stand.ReadWellAsync());
        stand.Remove(September);

        var read = await stand.ReadWellAsync(known);

        Assert.Equal([stand.Url(September)], read.Gone);
    }

    [Fact]
    public async Task Read_ListedSlipAnswers404_IsGone()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);
        var known = Remember(await stand.ReadWellAsync());
        stand.Member(October, LongAgo.AddHours(1), Status(404));

        var read = await stand.ReadWellAsync(known);

        Assert.Equal([stand.Url(October)], read.Gone);
        Assert.Empty(read.Seen);
    }

    [Fact]
    public async Task Read_ListingForbidden_ConsentEnded()
    {
        using var stand = new VaultStand();
        stand.Listing(Status(403));

        Assert.IsType<SourceAnswer.ConsentEnded>(await stand.ReadAsync());
    }

    [Theory]
    [InlineData(401, "tokenRejected")]
    [InlineData(404, "containerAbsent")]
    [InlineData(500, "serverError")]
    [InlineData(503, "serverError")]
    [InlineData(429, "tooManyRequests")]
    [InlineData(302, "redirect")]
    [InlineData(418, "serverError")]
    public async Task Read_ListingRefused_IsUnreachableAndSaysHow(int status, string code)
    {
        using var stand = new VaultStand();
        stand.Listing(Status(status));

        var end = Assert.IsType<SourceAnswer.Unreachable>(await stand.ReadAsync());

        Assert.Equal(code, end.Code);
        Assert.EndsWith(".", end.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ListingIsHtml_IsUnreachable()
    {
        using var stand = new VaultStand();
        stand.Listing(answer => answer.WithStatusCode(200).WithHeader("Content-Type", "text/html").WithBody("<html>"));

        Assert.Equal("notTurtle", Assert.IsType<SourceAnswer.Unreachable>(await stand.ReadAsync()).Code);
    }

    [Fact]
    public async Task Read_ListingTooLarge_IsUnreachable()
    {
        using var stand = new VaultStand();
        stand.Listing(Turtle(new string('#', 100_000), "\"1\""));

        Assert.Equal("tooLarge", Assert.IsType<SourceAnswer.Unreachable>(await stand.ReadAsync()).Code);
    }

    [Fact]
    public async Task Read_NoServer_IsUnreachable()
    {
        using var stand = new VaultStand();

        // Port 9 (discard) has no listener on a machine of today.
        var end = await stand.Source.ReadAsync(new SourceRequest(new Uri("http://localhost:9/anna/"), TestData.Anna, [], stand.Us), TestContext.Current.CancellationToken);

        Assert.Equal("unreachable", Assert.IsType<SourceAnswer.Unreachable>(end).Code);
    }

    [Fact]
    public async Task Read_NoTokenToBeHad_IsOurFaultAndNotAWithdrawal()
    {
        using var stand = new VaultStand(signsIn: false);

        Assert.Equal("tokenRejected", Assert.IsType<SourceAnswer.Unreachable>(await stand.ReadAsync()).Code);
        Assert.Empty(stand.Asked);
    }

    [Fact]
    public async Task Read_TokenRejectedInMidRun_EndsTheWholeReading()
    {
        using var stand = new VaultStand();
        stand.Slip(September, LongAgo, "valid/part-month");
        stand.Member(October, LongAgo, Status(401));

        Assert.Equal("tokenRejected", Assert.IsType<SourceAnswer.Unreachable>(await stand.ReadAsync()).Code);
    }

    [Fact]
    public async Task Read_GrantTakenBackBetweenListingAndReading_EndsTheConsent()
    {
        using var stand = new VaultStand();
        stand.Member(October, LongAgo, Status(403));
        stand.RefuseAfterOneListing();

        Assert.IsType<SourceAnswer.ConsentEnded>(await stand.ReadAsync());
    }

    [Fact]
    public async Task Read_OneDocumentRefusedWhileTheContainerIsOpen_LeavesTheConsentAndSaysSo()
    {
        using var stand = new VaultStand();
        stand.Slip(September, LongAgo, "valid/part-month");
        stand.Member(October, LongAgo, Status(403));

        var read = Assert.IsType<SourceAnswer.Read>(await stand.ReadAsync());

        Assert.Single(read.Slips.OfType<FoundSlip.Usable>());
        Assert.Equal("notAllowed", Assert.Single(read.Slips.OfType<FoundSlip.NotFetched>()).Code);
    }

    [Theory]
    [InlineData("notTurtle", "invalid/not-turtle")]
    [InlineData("notOfThisPerson", "invalid/somebody-elses")]
    [InlineData("shape:Nettoloon", "invalid/missing-nettoloon")]
    public async Task Read_DocumentThatIsNoGoodPayslip_IsKeptOutOnceAndTheRestIsRead(string code, string example)
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo, example);
        stand.Slip(September, LongAgo, "valid/part-month");

        var read = await stand.ReadWellAsync();

        Assert.IsType<FoundSlip.Usable>(read.Slips[0]);
        var keptOut = Assert.IsType<FoundSlip.KeptOut>(read.Slips[1]);
        Assert.Equal(code, Assert.Single(keptOut.Problems).Code);
        Assert.Equal(64, keptOut.Sha256.Length);
        Assert.Empty((await stand.ReadWellAsync(Remember(read))).Slips);
    }

    [Theory]
    [InlineData("wrongContentType", "text/html", 20)]
    [InlineData("wrongContentType", "application/pdf", 20)]
    [InlineData("tooLarge", "text/turtle", 100_000)]
    public async Task Read_DocumentThatCannotBeAPayslip_IsKeptOutOnceButAskedForAgain(string code, string type, int bytes)
    {
        using var stand = new VaultStand();
        stand.Member(October, LongAgo, answer => answer.WithStatusCode(200).WithHeader("Content-Type", type).WithBody(new string('#', bytes)));

        var read = await stand.ReadWellAsync();

        var keptOut = Assert.IsType<FoundSlip.KeptOut>(Assert.Single(read.Slips));
        Assert.Equal(code, Assert.Single(keptOut.Problems).Code);
        Assert.Equal("", keptOut.Sha256);
        var known = Remember(read);
        Assert.Empty((await stand.ReadWellAsync(known)).Slips);

        // What answered was a gateway in front of the vault: the slip itself never changed.
        stand.Slip(October, LongAgo);
        Assert.IsType<FoundSlip.Usable>(Assert.Single((await stand.ReadWellAsync(known)).Slips));
    }

    [Theory]
    [InlineData(500, "serverError")]
    [InlineData(503, "serverError")]
    [InlineData(429, "tooManyRequests")]
    [InlineData(302, "redirect")]
    public async Task Read_SlipThatDoesNotCome_IsNotFetchedAndTriedAgain(int status, string code)
    {
        using var stand = new VaultStand();
        stand.Slip(September, LongAgo, "valid/part-month");
        stand.Slip(October, LongAgo);
        var known = Remember(await stand.ReadWellAsync());
        stand.Member(October, LongAgo.AddHours(1), Status(status));

        var read = await stand.ReadWellAsync(known);

        Assert.Equal(code, Assert.IsType<FoundSlip.NotFetched>(Assert.Single(read.Slips)).Code);
        Assert.Contains(new SeenDocument(stand.Url(October), null), read.Seen);
        Assert.Empty(read.Gone);
        stand.Slip(October, LongAgo.AddHours(1), "valid/correction");
        Assert.IsType<FoundSlip.Usable>(Assert.Single((await stand.ReadWellAsync(Remember(read, known))).Slips));
    }

    [Fact]
    public async Task Read_SlipThatHangs_IsNotFetched()
    {
        using var stand = new VaultStand(timeout: TimeSpan.FromSeconds(3));
        stand.Slip(September, LongAgo, "valid/part-month");
        stand.Member(October, LongAgo, answer => answer.WithStatusCode(200).WithHeader("Content-Type", "text/turtle").WithBody("# late").WithDelay(TimeSpan.FromSeconds(15)));

        var read = await stand.ReadWellAsync();

        Assert.IsType<FoundSlip.Usable>(read.Slips[0]);
        Assert.Equal("timeout", Assert.IsType<FoundSlip.NotFetched>(read.Slips[1]).Code);
    }

    [Fact]
    public async Task Read_VaultThatHangs_IsNotWaitedForOnEverySlip()
    {
        using var stand = new VaultStand(timeout: TimeSpan.FromSeconds(3));
        for (var i = 0; i < 30; i++)
        {
            stand.Member($"slip-{i:D2}.ttl", LongAgo, answer => answer.WithStatusCode(200).WithHeader("Content-Type", "text/turtle").WithBody("# late").WithDelay(TimeSpan.FromSeconds(15)));
        }

        var read = await stand.ReadWellAsync();

        Assert.Equal(30, read.Slips.Count);
        Assert.All(read.Slips, slip => Assert.IsType<FoundSlip.NotFetched>(slip));
        Assert.InRange(read.Slips.OfType<FoundSlip.NotFetched>().Count(slip => slip.Code == "timeout"), 3, 8);
    }

    [Fact]
    public async Task Read_TimeForOneVaultIsUp_KeepsWhatWasReadAndTellsTheRest()
    {
        using var stand = new VaultStand { AtOnce = 1 };
        stand.Slip("a.ttl", LongAgo);
        for (var i = 0; i < 30; i++)
        {
            stand.Member($"b-{i:D2}.ttl", LongAgo, SlowEachTime(stand));
        }

        var read = await stand.ReadWellAsync();

        Assert.IsType<FoundSlip.Usable>(read.Slips[0]);
        Assert.Equal(30, read.Slips.Count(slip => slip is FoundSlip.NotFetched));
        // What was under way when the time was up may still be tried again; without an end it would be more than thirty.
        Assert.InRange(stand.Asked.Count, 3, 9);
        Assert.Empty(read.Gone);

        static Action<WireMock.ResponseBuilders.IResponseBuilder> SlowEachTime(VaultStand stand) => answer => answer.WithCallback(_ =>
        {
            stand.Clock.Advance(TimeSpan.FromMinutes(6));
            return new WireMock.ResponseMessage { StatusCode = 500 };
        });
    }

    [Fact]
    public async Task Read_MoreMembersThanAnybodyHasPayslips_IsTooLarge()
    {
        using var stand = new VaultStand(maxListingBytes: 4 * 1024 * 1024);
        stand.Listing(Turtle("<> a <http://www.w3.org/ns/ldp#Container>; <http://www.w3.org/ns/ldp#contains> " + string.Join(',', Enumerable.Range(0, VaultPayslips.MostMembers + 1).Select(i => $"<{i}>")) + " .", "\"1\""));

        Assert.Equal("tooLarge", Assert.IsType<SourceAnswer.Unreachable>(await stand.ReadAsync()).Code);
        Assert.Equal(["/anna/loonfiches/"], stand.Asked);
    }

    [Fact]
    public async Task Read_TooManyRequests_LeavesTheVaultAlone()
    {
        using var stand = new VaultStand();
        for (var i = 0; i < 30; i++)
        {
            stand.Member($"slip-{i:D2}.ttl", LongAgo, Status(429));
        }

        var read = await stand.ReadWellAsync();

        Assert.Equal(30, read.Slips.Count(slip => slip is FoundSlip.NotFetched));
        // Four at a time, each tried three times at most.
        Assert.InRange(stand.Asked.Count, 2, 17);
    }

    [Fact]
    public async Task Read_SlipToBeJudgedAnewInAVaultThatHangs_StandsAsItWasJudged()
    {
        using var stand = new VaultStand();
        stand.Slip(September, LongAgo, "invalid/not-turtle");
        var known = Remember(await stand.ReadWellAsync());
        for (var i = 0; i < 12; i++)
        {
            stand.Member($"2025-{i + 1:D2}.ttl", LongAgo, Status(429));
        }

        var read = await stand.ReadWellAsync([.. known.Select(slip => slip with { LookAgain = true })]);

        Assert.Contains(new SeenDocument(stand.Url(September), LongAgo), read.Seen);
        Assert.DoesNotContain(read.Slips, slip => slip.Url == stand.Url(September));
    }

    [Fact]
    public async Task Read_Cancelled_Throws()
    {
        using var stand = new VaultStand();
        stand.Slip(October, LongAgo);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stand.Source.ReadAsync(new SourceRequest(stand.Container, TestData.Anna, [], stand.Us), cancelled.Token));
    }
}
