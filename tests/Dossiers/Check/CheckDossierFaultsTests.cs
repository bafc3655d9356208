using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>
/// One fault of a vault at a time, through the product's own client over HTTP. Whatever breaks: no amount comes of it, nothing
/// that was known is lost, a consent ends at 403 alone, somebody is told, and the next look heals.
/// </summary>
public sealed class CheckDossierFaultsTests(SqliteStore store)
{
    [Theory]
    [InlineData("401", "vault:tokenRejected")]
    [InlineData("404", "vault:containerAbsent")]
    [InlineData("409", "vault:serverError")]
    [InlineData("412", "vault:serverError")]
    [InlineData("429", "vault:tooManyRequests")]
    [InlineData("500", "vault:serverError")]
    [InlineData("timeout", "vault:timeout")]
    [InlineData("drip", "vault:timeout")]
    [InlineData("truncated", "vault:truncated")]
    [InlineData("half-turtle", "vault:notTurtle")]
    [InlineData("100MB", "vault:tooLarge")]
    [InlineData("gzip-bomb", "vault:notTurtle")]
    [InlineData("json", "vault:notTurtle")]
    [InlineData("html", "vault:notTurtle")]
    [InlineData("redirect-elsewhere", "vault:redirect")]
    [InlineData("redirect-private", "vault:redirect")]
    [InlineData("reset", "vault:unreachable")]
    public async Task Run_ListingFails_NothingIsKnownAndTheNextLookHeals(string fault, string code)
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m));
        desk.Vault.Fault = context => context.Request.Path.Value == FaultyVault.Folder ? Faults.Named(fault)(context) : Task.FromResult(false);

        var april = Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months);

        Assert.Equal((CheckOutcome.VaultUnreachable, null, "Els Janssens"), (april.Outcome, april.NewAmount, april.ToldTo));
        Assert.Equal([code, "sourceBroken"], april.Findings.Select(f => f.Code));

        // March's listing and slip, and then listings alone: again only where a fresh token or another try might have been the answer.
        Assert.All(desk.Vault.Asked.Skip(2), name => Assert.Equal("", name));
        Assert.InRange(desk.Vault.Asked.Count, 3, fault is "401" or "reset" ? 5 : 3);
        await NothingIsLostAsync(desk);
        await HealsAsync(desk);
    }

    [Theory]
    [InlineData("401", CheckOutcome.VaultUnreachable, "vault:tokenRejected")]
    [InlineData("403", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("409", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("412", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("429", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("500", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("timeout", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("drip", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("truncated", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("redirect-elsewhere", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("redirect-private", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("reset", CheckOutcome.VaultUnreachable, "slipNotFetched")]
    [InlineData("half-turtle", CheckOutcome.CannotCalculate, "slipKeptOut")]
    [InlineData("100MB", CheckOutcome.CannotCalculate, "slipKeptOut")]
    [InlineData("gzip-bomb", CheckOutcome.CannotCalculate, "slipKeptOut")]
    [InlineData("json", CheckOutcome.CannotCalculate, "slipKeptOut")]
    [InlineData("html", CheckOutcome.CannotCalculate, "slipKeptOut")]
    [InlineData("404", CheckOutcome.NoPayslipYet, "slipLate")]
    public async Task Run_SlipFails_NoAmountComesOfItAndTheNextLookHeals(string fault, CheckOutcome outcome, string code)
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m));
        desk.Vault.Fault = context => context.Request.Path.Value!.EndsWith("april.ttl", StringComparison.Ordinal) ? Faults.Named(fault)(context) : Task.FromResult(false);

        var april = Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months);

        Assert.Equal((outcome, null, "Els Janssens"), (april.Outcome, april.NewAmount, april.ToldTo));
        Assert.Equal(code, april.Findings[0].Code);
        await NothingIsLostAsync(desk);
        await HealsAsync(desk);
    }

    [Fact]
    public async Task Run_ListingForbidden_EndsTheConsentAndANewOneReadsOn()
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m));
        desk.Vault.Revoked = true;

        var april = Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months);

        Assert.Equal((CheckOutcome.ConsentEnded, null, "consentEnded"), (april.Outcome, april.NewAmount, Assert.Single(april.Findings).Code));
        Assert.NotNull(await desk.Desk.QueryAsync(db => db.Consents.Select(c => c.VaultRefusedAt).SingleAsync()));
        Assert.Equal(1, await desk.Desk.QueryAsync(db => db.Slips.CountAsync(s => s.EndedAt == null)));
        desk.Vault.Revoked = false;
        await desk.ConsentAsync();
        await HealsAsync(desk);
    }

    [Fact]
    public async Task Run_GrantRevokedBetweenListingAndReading_EndsTheConsentAndKeepsNothingOfThatLook()
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m));
        desk.Vault.Answered = _ => desk.Vault.Revoked = true;

        var april = Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months);

        Assert.Equal((CheckOutcome.ConsentEnded, null), (april.Outcome, april.NewAmount));
        Assert.Equal(1, await desk.Desk.QueryAsync(db => db.Slips.CountAsync()));
        desk.Vault.Answered = null;
        desk.Vault.Revoked = false;
        await desk.ConsentAsync();
        await HealsAsync(desk);
    }

    [Fact]
    public async Task Run_TokenExpiresInMidRun_AnotherOneIsMadeAndTheSlipIsRead()
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(2));
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m));

        // To us the token has a minute left; the vault's clock goes ahead while the slip is fetched.
        desk.Vault.Answered = _ => desk.Vault.Ahead = TimeSpan.FromMinutes(4);

        await HealsAsync(desk, after: TimeSpan.Zero);
        Assert.Equal(2, desk.Vault.Asked.Count(name => name == "april.ttl"));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task Run_ClocksMinutesApart_IsOurFaultAndNeverTheEndOfTheConsent(int minutes)
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m));
        desk.Vault.Ahead = TimeSpan.FromMinutes(minutes);

        var april = Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months);

        Assert.Equal((CheckOutcome.VaultUnreachable, null, "vault:tokenRejected"), (april.Outcome, april.NewAmount, april.Findings[0].Code));
        await NothingIsLostAsync(desk);
        desk.Vault.Ahead = TimeSpan.Zero;
        await HealsAsync(desk);
    }

    [Fact]
    public async Task Run_VaultDemandsNonces_IsAnsweredAtOnce()
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m));
        desk.Vault.DemandsNonces = true;

        await HealsAsync(desk);
    }

    [Fact]
    public async Task Run_SlipReplacedWhileItIsRead_IsReadAgainAtTheNextLook()
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m));
        var asked = desk.Desk.Clock.GetUtcNow();
        desk.Vault.Answered = name =>
        {
            if (name == "april.ttl")
            {
                desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 800m), asked);
                desk.Vault.Answered = null;
            }
        };
        var first = Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months);

        var second = Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months);

        Assert.Equal(900m, (await desk.Desk.ChecksAsync()).Single(c => c.Month == Maand.Parse("2025-04") && !c.IsCurrent).Geval!.Lonen.Single().Nettoloon);
        Assert.Equal((CheckOutcome.Changed, Euro.Of(100m)), (second.Outcome, second.NewAmount!.Value - first.NewAmount!.Value));
        Assert.Contains(second.Findings, f => f.Code == "slipChangedInPlace");
    }

    [Fact]
    public async Task Run_SlipReplacedBetweenListingAndReading_IsReadAsItIsAndNotTwice()
    {
        await using var desk = await FaultDesk.WithMarchReadAsync(store);
        desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 800m));
        desk.Vault.Answered = name =>
        {
            if (name.Length == 0)
            {
                desk.Vault.Put("april.ttl", Slips.Fiche("april", "2025-04", 900m), desk.Desk.Clock.GetUtcNow());
                desk.Vault.Answered = null;
            }
        };
        await HealsAsync(desk);

        Assert.False(Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months).IsNew);
    }

    /// <summary>Ten thousand payslips over eight years, as a folder of a whole working life would hold, and hostile in nothing but number.</summary>
    [Fact]
    public async Task Run_ContainerOfTenThousandMembers_IsReadInBoundedTimeAndOnceOnly()
    {
        await using var desk = await FaultDesk.OpenAsync(store);
        for (var i = 0; i < 10_000; i++)
        {
            var month = new Maand(2017, 4).AddMonths(i % 96);
            desk.Vault.Put($"{i:D5}.ttl", Slips.Fiche($"{i:D5}", month.ToString(), 1m + i % 7, Slips.Kbo(1_000_000 + i)));
        }

        var before = TimeProvider.System.GetTimestamp();
        await desk.Desk.CheckAsync("2025-03");
        var took = TimeProvider.System.GetElapsedTime(before);

        Assert.Equal(10_000, await desk.Desk.QueryAsync(db => db.Slips.CountAsync()));
        Assert.InRange(desk.Vault.MostInFlight, 1, 4);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(150));
        Assert.Equal(10_001, desk.Vault.Asked.Count);
        await desk.Desk.CheckAsync("2025-03");
        Assert.Equal(10_002, desk.Vault.Asked.Count);
        TestContext.Current.SendDiagnosticMessage($"10,000 members: {took.TotalSeconds:F1} s");
    }

    private static async Task NothingIsLostAsync(FaultDesk desk)
    {
        Assert.True(await desk.Desk.QueryAsync(async db => (await db.Consents.SingleAsync()).IsActive));
        Assert.Null((await desk.Desk.QueryAsync(db => db.Slips.SingleAsync(s => s.Url == new Uri(desk.Vault.Container, "maart.ttl").AbsoluteUri))).EndedAt);
        Assert.NotNull((await desk.Desk.CurrentAsync("2025-03")).NewAmount);
        Assert.DoesNotContain(await desk.Desk.ChecksAsync(), c => c.Month == Maand.Parse("2025-04") && c.NewAmount is not null);
    }

    /// <param name="after">A vault that asked to be left alone for two minutes is, and so is one that gave no answers: three minutes where not said otherwise.</param>
    private static async Task HealsAsync(FaultDesk desk, TimeSpan? after = null)
    {
        desk.Vault.Fault = null;
        desk.Desk.Clock.Advance(after ?? TimeSpan.FromMinutes(3));
        var april = Assert.Single((await desk.Desk.CheckAsync("2025-04")).Months);
        Assert.True(april is { Outcome: CheckOutcome.Changed, IsNew: true }, string.Join(' ', april.Findings));
        Assert.Equal(900m, Assert.Single((await desk.Desk.CurrentAsync("2025-04")).Geval!.Lonen).Nettoloon);
        Assert.True(await desk.Desk.QueryAsync(db => db.Consents.AnyAsync(c => c.VaultRefusedAt == null)));
    }
}
