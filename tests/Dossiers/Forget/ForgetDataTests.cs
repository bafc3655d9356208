using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ForgetDataOnSqliteTests(SqliteStore store) : ForgetDataTests(store);

public sealed class ForgetDataOnPostgresTests(PostgresStore store) : ForgetDataTests(store);

/// <summary>Each period, one minute before its end and at its end.</summary>
public abstract class ForgetDataTests(TestStore store)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task UnusedPayslip_ThirtyDaysAfterTheEnd_BlankedAndTheUsedOneKept()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("juni", "2025-06", 900));
        await desk.CheckAsync("2025-06");
        await ProposeAsync(desk, "2025-06");
        desk.Source.Put(Slips.Usable("juli", "2025-07", 950));
        await desk.CheckAsync("2025-07");
        var ended = await WithdrawAsync(desk);

        desk.Clock.SetUtcNow(ended + ForgetData.UnusedPayslips - Minute);
        Assert.Equal((0, 0, 0), await ForgetAsync(desk));
        desk.Clock.SetUtcNow(ended + ForgetData.UnusedPayslips);
        Assert.Equal((1, 0, 0), await ForgetAsync(desk));

        var slips = await desk.QueryAsync(db => db.Slips.AsNoTracking().OrderBy(s => s.ReadAt).ToListAsync());
        Assert.Equal(("https://vault.example/an/loonfiches/juni.ttl", true), (slips[0].Url, slips[0].Loonfiche is not null));
        Assert.Equal(("blanked:" + slips[1].Id, false, true), (slips[1].Url, slips[1].Loonfiche is not null, slips[1].EndedAt is not null));
        Assert.Equal((0, 0, 0), await ForgetAsync(desk));
    }

    [Fact]
    public async Task UnusedPayslip_WhileAConsentStands_IsKept()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("juli", "2025-07", 950));
        await desk.CheckAsync("2025-07");
        await WithdrawAsync(desk);
        await desk.ConsentAsync();
        desk.Clock.Advance(ForgetData.Decisions - TimeSpan.FromDays(30));

        Assert.Equal(0, (await ForgetAsync(desk)).Slips);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AddressOfAVault_AfterItWasClosedOrLongAfterTheEnd_Blanked(bool closed)
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var ended = await WithdrawAsync(desk);
        if (closed)
        {
            await desk.RunAsync(db => db.Consents.ExecuteUpdateAsync(c => c.SetProperty(x => x.VaultRefusedAt, ended)));
        }

        var period = closed ? ForgetData.AddressOfClosedVault : ForgetData.AddressOfOpenVault;
        desk.Clock.SetUtcNow(ended + period - Minute);
        Assert.Equal(0, (await ForgetAsync(desk)).Consents);
        desk.Clock.SetUtcNow(ended + period);
        Assert.Equal(1, (await ForgetAsync(desk)).Consents);

        var consent = await desk.QueryAsync(db => db.Consents.AsNoTracking().SingleAsync());
        Assert.Equal(("blanked:", "blanked:", "blanked:", null), (consent.WebId, consent.Issuer, consent.Container, consent.IdentityKey));
        // That it was given, on which text, and when it ended: the OCMW must be able to show it.
        Assert.Equal((ended, "2026-11"), (consent.WithdrawnAt, consent.TextVersion));
        Assert.Empty(await desk.QueryAsync(db => db.VaultIdentities.ToListAsync()));
        Assert.IsType<CloseVault.Outcome.NotFound>(await desk.UseAsync<CloseVault, CloseVault.Outcome>(c => c.RunAsync(new(consent.Id, Slips.Person(1), null), CancellationToken.None)));
    }

    [Fact]
    public async Task WhatAProposalRestsOn_TenYearsAfterIt_Blanked()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("juli", "2025-07", 950));
        await desk.CheckAsync("2025-07");
        desk.Clock.Advance(TimeSpan.FromDays(20));
        await ProposeAsync(desk, "2025-07");
        var proposed = desk.Clock.GetUtcNow();
        await WithdrawAsync(desk);

        desk.Clock.SetUtcNow(proposed + ForgetData.Decisions - Minute);
        Assert.Equal((0, 0), Counts(await ForgetAsync(desk)));
        Assert.NotNull((await desk.CurrentAsync("2025-07")).Result);
        desk.Clock.SetUtcNow(proposed + ForgetData.Decisions);
        Assert.Equal((1, 1), Counts(await ForgetAsync(desk)));

        var check = await desk.CurrentAsync("2025-07");
        Assert.Equal((null, null), (check.Result, check.Geval));
        Assert.Empty(check.Findings);
        Assert.NotNull(check.NewAmount);
        Assert.Null((await desk.QueryAsync(db => db.Slips.AsNoTracking().SingleAsync())).Loonfiche);
    }

    private static (int Slips, int Checks) Counts((int Slips, int Consents, int Checks) blanked) => (blanked.Slips, blanked.Checks);

    private static Task<(int Slips, int Consents, int Checks)> ForgetAsync(Desk desk) => desk.UseAsync<ForgetData, (int, int, int)>(forget => forget.RunAsync(CancellationToken.None));

    private static async Task<DateTimeOffset> WithdrawAsync(Desk desk)
    {
        var consent = await desk.QueryAsync(db => db.Consents.Select(c => c.Id).SingleAsync());
        return Assert.IsType<WithdrawConsent.Outcome.Withdrawn>(await desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent, Slips.Person(1)), CancellationToken.None))).At;
    }

    private static async Task ProposeAsync(Desk desk, string month)
    {
        var check = await desk.CurrentAsync(month);
        await desk.UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(check.Id, ProposalKind.Proposed, null, Desk.Worker), CancellationToken.None));
    }
}
