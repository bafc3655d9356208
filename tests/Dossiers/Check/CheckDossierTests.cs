using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierOnSqliteTests(SqliteStore store) : CheckDossierTests(store);

public sealed class CheckDossierOnPostgresTests(PostgresStore store) : CheckDossierTests(store);

public abstract class CheckDossierTests(TestStore store)
{
    [Fact]
    public async Task Run_ExampleOfTheContract_StoresAmountStepsAndMessage()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-01-10", new ExemptionFact(Vrijstellingssoort.Gewoon, Desk.Day("2025-01-10"), [new Periode(Desk.Day("2025-01-10"), Desk.Day("2025-02-28"))], null));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000.00m, lines: new PayLine("E", "Ecocheques", ComponentKind.EcoCheque, PaySection.InKind, Euro.Of(141m))));

        var report = await desk.CheckAsync("2025-03");

        var month = Assert.Single(report.Months);
        Assert.Equal((CheckOutcome.Changed, null, Euro.Of(503.51m), true, "Els Janssens"), (month.Outcome, month.OldAmount, month.NewAmount, month.IsNew, month.ToldTo));
        Assert.Equal("newSlip", Assert.Single(month.Findings).Code);
        Assert.Equal("2025-0001", report.DossierNumber);
        Assert.Equal(TimeSpan.FromMilliseconds(2), report.Timings.Listing);

        var check = Assert.Single(await desk.ChecksAsync());
        Assert.Equal(Euro.Of(503.51m), check.NewAmount);
        Assert.Equal(AanvullendLeefloon.Versie, check.LawVersion);
        Assert.Equal(1014, check.Result!.ResterendeDagen);
        Assert.Equal(new Periode(Desk.Day("2025-03-01"), Desk.Day("2025-03-31")), Assert.Single(check.ExemptionDays));
        Assert.Equal("art. 14 §2 RMI-wet", check.Result.Stap.Artikel);

        // What was stored is enough to work it out again, to the same steps.
        var again = Assert.IsType<Uitkomst.Berekend>(AanvullendLeefloon.Bereken(check.Geval!)).Resultaat;
        Assert.Equal(Text(check.Result), Text(again));

        var message = Assert.Single(await desk.MessagesAsync());
        Assert.Equal((check.Id, Desk.Worker.Id, null), (message.CheckId, message.StaffId, message.SentAt));
        Assert.Equal($"{desk.DossierId:N}-2025-03-{check.Fingerprint}", message.Key);

        static string Text(Maandresultaat result) => System.Text.Json.JsonSerializer.Serialize(result);
    }

    [Fact]
    public async Task Run_ASecondTime_WritesNoCheckAndTellsNobody()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        var first = await desk.CheckAsync("2025-03");

        var second = await desk.CheckAsync("2025-03");

        var month = Assert.Single(second.Months);
        Assert.Equal((first.Months[0].NewAmount, false, null), (month.NewAmount, month.IsNew, month.ToldTo));
        Assert.Single(await desk.ChecksAsync());
        Assert.Single(await desk.MessagesAsync());
        Assert.Single(await desk.QueryAsync(db => Task.FromResult(db.Slips.ToList())));
        Assert.Equal(2, await desk.QueryAsync(db => Task.FromResult(db.VaultReads.Count(r => r.Answer == "read"))));
        var known = Assert.Single(desk.Source.Requests[1].Known);
        Assert.Equal((Slips.Url("maart"), Slips.Written, "\"1\""), (known.Url, known.Modified, known.ETag));
    }

    [Fact]
    public async Task Run_SlipThatCorrectsAnother_MakesACheckThatNamesTheOldOne()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 900m));
        await desk.CheckAsync("2025-03");
        var old = await desk.CurrentAsync("2025-03");
        desk.Source.Put(Slips.Usable("maart-verbeterd", "2025-03", 1000m, corrects: "maart"));

        var report = await desk.CheckAsync("2025-03");

        var check = await desk.CurrentAsync("2025-03");
        Assert.Equal(old.Id, check.ReplacesId);
        Assert.Equal((CheckOutcome.Changed, old.NewAmount), (check.Outcome, check.OldAmount));
        Assert.True(check.NewAmount < old.NewAmount);
        Assert.Equal("correctedSlip", Assert.Single(report.Months.Single().Findings).Code);
        Assert.Equal(1000m, Assert.Single(check.Geval!.Lonen).Nettoloon);
        Assert.Equal(2, (await desk.MessagesAsync()).Count);
        Assert.False((await desk.ChecksAsync()).Single(c => c.Id == old.Id).IsCurrent);
    }

    [Fact]
    public async Task Run_VaultGoesFromAToBAndBack_MakesThreeChecksAndAFourthRunNone()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        foreach (var net in new[] { 900m, 1000m, 900m, 900m })
        {
            desk.Source.Put(Slips.Usable("maart", "2025-03", net));
            await desk.CheckAsync("2025-03");
        }

        var checks = await desk.ChecksAsync();
        Assert.Equal(3, checks.Count);
        Assert.Equal([null, checks[0].Id, checks[1].Id], checks.Select(c => c.ReplacesId));
        Assert.Equal([null, checks[0].NewAmount, checks[1].NewAmount], checks.Select(c => c.OldAmount));
        Assert.Equal(checks[0].NewAmount, checks[2].NewAmount);
        Assert.Equal([false, false, true], checks.Select(c => c.IsCurrent));
        Assert.Contains(checks[2].Findings, f => f.Code == "slipChangedInPlace");
        Assert.Equal(3, (await desk.MessagesAsync()).Count);
        var slips = await desk.QueryAsync(db => Task.FromResult(db.Slips.ToList()));
        Assert.Equal((3, 1), (slips.Count, slips.Count(s => s.EndedAt is null)));
    }

    [Fact]
    public async Task Run_NextMonthWithTheSameWage_IsUnchangedAndTellsNobody()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("april", "2025-04", 1000m));

        var report = await desk.CheckAsync("2025-04");

        var month = Assert.Single(report.Months);
        Assert.Equal((CheckOutcome.Unchanged, true, null), (month.Outcome, month.IsNew, month.ToldTo));
        Assert.Equal(month.OldAmount, month.NewAmount);
        Assert.Single(await desk.MessagesAsync());
    }

    [Fact]
    public async Task Run_NoSlipAtAll_WaitsAndNeverTakesItForNoIncome()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.NoPayslipYet, null), (month.Outcome, month.NewAmount));
        Assert.Equal("noPayslip", Assert.Single(month.Findings).Code);
        Assert.Single(await desk.MessagesAsync());
        Assert.False(Assert.Single((await desk.CheckAsync("2025-03")).Months).IsNew);
    }

    [Fact]
    public async Task Run_OneOfTwoEmployersIsSilent_Waits()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart-1", "2025-03", 500m), Slips.Usable("maart-2", "2025-03", 400m, Slips.Garage));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("april-1", "2025-04", 500m));

        var month = Assert.Single((await desk.CheckAsync("2025-04")).Months);

        Assert.Equal(CheckOutcome.NoPayslipYet, month.Outcome);
        Assert.Contains(month.Findings, f => f.Code == "slipLate" && f.Sentence.Contains("Garage Peeters", StringComparison.Ordinal) && f.Sentence.Contains("april 2025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_EmployerWhoseWorkEndedIsNotWaitedFor_Calculates()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart-1", "2025-03", 500m), Slips.Usable("maart-2", "2025-03", 400m, Slips.Garage));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("april-1", "2025-04", 500m));
        await desk.RecordAsync("2025-01-01", new EmploymentFact(Slips.Garage, "Garage Peeters", Desk.Day("2025-03-31")));

        Assert.Equal(CheckOutcome.Changed, Assert.Single((await desk.CheckAsync("2025-04")).Months, m => m.Month == Maand.Parse("2025-04")).Outcome);
    }

    [Fact]
    public async Task Run_AllRecordedWorkEnded_CalculatesWithoutWage()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-01-01", new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", Desk.Day("2025-02-28")));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        // 15.770,41 / 12
        Assert.Equal((CheckOutcome.Changed, Euro.Of(1314.20m)), (month.Outcome, month.NewAmount));
    }

    [Fact]
    public async Task Run_RecordedEmployerWithoutSlip_Waits()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await desk.RecordAsync("2025-01-01", new EmploymentFact(Slips.Garage, "Garage Peeters", null));
        desk.Source.Put(Slips.Usable("maart", "2025-03", 500m));

        Assert.Equal(CheckOutcome.NoPayslipYet, Assert.Single((await desk.CheckAsync("2025-03")).Months).Outcome);
    }

    [Fact]
    public async Task Run_SlipOfTheMonthKeptOut_CannotCalculateUntilACorrectionNamesItsDocument()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.KeptOut("maart", "2025-03"));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.CannotCalculate, null), (month.Outcome, month.NewAmount));
        Assert.Contains(month.Findings, f => f.Code == "slipKeptOut" && f.SlipUrl == Slips.Url("maart").AbsoluteUri && f.Sentence.StartsWith("Het nettoloon klopt niet", StringComparison.Ordinal));
        Assert.False(Assert.Single((await desk.CheckAsync("2025-03")).Months).IsNew);

        desk.Source.Put(Slips.Usable("maart-verbeterd", "2025-03", 1000m, corrects: "maart"));
        Assert.Equal(CheckOutcome.Changed, Assert.Single((await desk.CheckAsync("2025-03")).Months).Outcome);
    }

    [Fact]
    public async Task Run_KeptOutSlipThatIsUsableNow_IsTaken()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        var slip = Slips.Usable("maart", "2025-03", 1000m);
        desk.Source.Put(new FoundSlip.KeptOut(slip.Url, slip.ETag, slip.Modified, slip.Sha256, [new SlipProblem("periodInFuture", "Nog niet begonnen.")], slip.Loonfiche.PeriodFrom, slip.Loonfiche.PeriodTo));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(slip);

        Assert.Equal(CheckOutcome.Changed, Assert.Single((await desk.CheckAsync("2025-03")).Months).Outcome);
    }

    [Fact]
    public async Task Run_KeptOutWithoutPeriodBesideAUsableSlip_IsToldAndCalculated()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.KeptOut("iets", null, "notTurtle"));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.Changed, true, "Els Janssens"), (month.Outcome, month.IsNew, month.ToldTo));
        Assert.Contains(month.Findings, f => f.Code == "slipKeptOut");
        Assert.False(Assert.Single((await desk.CheckAsync("2025-03")).Months).IsNew);

        // Still in the vault a month later: it is shown again, and no news.
        desk.Source.Put(Slips.Usable("april", "2025-04", 1000m));
        var next = Assert.Single((await desk.CheckAsync("2025-04")).Months);
        Assert.Contains(next.Findings, f => f.Code == "slipKeptOut");
        Assert.Equal((CheckOutcome.Unchanged, null), (next.Outcome, next.ToldTo));
    }

    [Fact]
    public async Task Run_KeptOutWithoutPeriodAlone_CannotCalculate()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.KeptOut("iets", null, "notTurtle"));

        Assert.Equal(CheckOutcome.CannotCalculate, Assert.Single((await desk.CheckAsync("2025-03")).Months).Outcome);
    }

    [Fact]
    public async Task Run_SlipOfSomebodyElse_IsToldAndDoesNotStandInTheWay()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m), Slips.KeptOut("vreemd", "2025-03", "notOfThisPerson"));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);
        await desk.CheckAsync("2025-03");

        Assert.Equal(CheckOutcome.Changed, month.Outcome);
        Assert.Contains(month.Findings, f => f.Code == "slipKeptOut" && f.SlipUrl == Slips.Url("vreemd").AbsoluteUri);
        Assert.Single((await desk.CurrentAsync("2025-03")).Geval!.Lonen);
        Assert.Contains(desk.Source.Requests[1].Known, k => k.Url == Slips.Url("vreemd"));
    }

    [Fact]
    public async Task Run_DocumentThatDidNotCome_IsUnreachableAndTriedAgain()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart-1", "2025-03", 1000m), Slips.NotFetched("maart-2"));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.VaultUnreachable, null), (month.Outcome, month.NewAmount));
        Assert.Contains(month.Findings, f => f.Code == "slipNotFetched" && f.SlipUrl == Slips.Url("maart-2").AbsoluteUri);
        desk.Source.Put(Slips.Usable("maart-2", "2025-03", 200m, Slips.Garage), Slips.Usable("april-1", "2025-04", 1000m), Slips.Usable("april-2", "2025-04", 200m, Slips.Garage));
        var next = await desk.CheckAsync("2025-04");
        Assert.Equal([CheckOutcome.Changed, CheckOutcome.Unchanged], next.Months.Select(m => m.Outcome));
    }

    [Fact]
    public async Task Run_VaultUnreachable_SaysWhyAndKeepsTheConsent()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        var before = Assert.Single((await desk.CheckAsync("2025-03")).Months).NewAmount;
        desk.Source.Answer = new SourceAnswer.Unreachable("tokenRejected", "De kluis aanvaardt onze aanmelding niet.");

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal((CheckOutcome.VaultUnreachable, before, null), (month.Outcome, month.OldAmount, month.NewAmount));
        Assert.Equal(new Finding("vault:tokenRejected", "De kluis aanvaardt onze aanmelding niet."), Assert.Single(month.Findings));
        Assert.True(await desk.QueryAsync(db => Task.FromResult(db.Consents.Single().IsActive)));
        Assert.False(Assert.Single((await desk.CheckAsync("2025-03")).Months).IsNew);

        desk.Source.Answer = null;
        Assert.Equal((CheckOutcome.Changed, null, before, "Els Janssens"), Assert.Single((await desk.CheckAsync("2025-03")).Months) is var back ? (back.Outcome, back.OldAmount, back.NewAmount, back.ToldTo) : default);
    }

    [Fact]
    public async Task Run_SameAmountAgainAfterASilence_IsAChangeUntilItIsDecided()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        await SilenceAsync();
        var waiting = await desk.CurrentAsync("2025-03");
        Assert.Equal((CheckOutcome.Changed, null), (waiting.Outcome, waiting.OldAmount));

        // A proposal whose check was replaced is decided by nobody: it is asked again.
        await desk.ProposeAsync("2025-03");
        await SilenceAsync();
        waiting = await desk.CurrentAsync("2025-03");
        Assert.Equal((CheckOutcome.Changed, null), (waiting.Outcome, waiting.OldAmount));

        await desk.DecideAsync("2025-03");
        await SilenceAsync();
        var answered = await desk.CurrentAsync("2025-03");

        Assert.Equal((CheckOutcome.Unchanged, waiting.NewAmount, waiting.NewAmount), (answered.Outcome, answered.OldAmount, answered.NewAmount));

        async Task SilenceAsync()
        {
            desk.Source.Answer = new SourceAnswer.Unreachable("timeout", "De kluis antwoordde niet op tijd.");
            await desk.CheckAsync("2025-03");
            desk.Source.Answer = null;
            await desk.CheckAsync("2025-03");
        }
    }

    [Fact]
    public async Task Run_ConsentForAnotherVault_KeepsTheSlipsOfTheFirst()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        await desk.RunAsync(async db =>
        {
            var consent = await db.Consents.SingleAsync();
            consent.WithdrawnAt = desk.Clock.GetUtcNow();
            db.Consents.Add(new Consent { Id = Guid.CreateVersion7(), DossierId = desk.DossierId, WebId = "https://elders.example/an#me", Issuer = "https://elders.example/", Container = "https://elders.example/an/loonfiches/", GivenAt = desk.Clock.GetUtcNow().AddMinutes(1), TextVersion = "2026-11", TextLanguage = "nl", TextSha256 = consent.TextSha256 });
            await db.SaveChangesAsync();
        });
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        desk.Source.Documents.Clear();

        await desk.CheckAsync("2025-04");

        Assert.Equal(CheckOutcome.Changed, (await desk.CurrentAsync("2025-03")).Outcome);
        Assert.DoesNotContain(await desk.ChecksAsync(), check => check.Findings.Any(finding => finding.Code == "slipRemoved"));
    }

    [Fact]
    public async Task Run_VaultRefuses_EndsTheConsentAndTellsOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Answer = new SourceAnswer.ConsentEnded();

        Assert.Equal(CheckOutcome.ConsentEnded, Assert.Single((await desk.CheckAsync("2025-03")).Months).Outcome);
        Assert.False(Assert.Single((await desk.CheckAsync("2025-03")).Months).IsNew);
        Assert.False(Assert.Single((await desk.CheckAsync("2025-04")).Months).IsNew);

        var consent = await desk.QueryAsync(db => Task.FromResult(db.Consents.Single()));
        Assert.NotNull(consent.VaultRefusedAt);
        Assert.Null(consent.WithdrawnAt);
        Assert.Single(desk.Source.Requests);
        Assert.Single(await desk.MessagesAsync());
    }

    [Fact]
    public async Task Run_AfterWithdrawal_DoesNotTouchTheVault()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        await desk.CheckAsync("2025-03");
        await WithdrawAsync(desk);

        var month = Assert.Single((await desk.CheckAsync("2025-04")).Months);
        await desk.CheckAsync("2025-05");

        // Told when it was withdrawn, in the month that ran then, and not again.
        Assert.Equal((CheckOutcome.ConsentEnded, Maand.Parse("2025-08"), false), (month.Outcome, month.Month, month.IsNew));
        Assert.Contains("papier", Assert.Single(month.Findings).Sentence, StringComparison.Ordinal);
        Assert.Single(desk.Source.Requests);
        Assert.Equal(2, (await desk.ChecksAsync()).Count);
        Assert.Equal((await desk.CurrentAsync("2025-08")).Id, (await desk.MessagesAsync())[^1].CheckId);

        // Somebody who consents again is read again, and the months in between are made up for.
        desk.Source.Put(Slips.Usable("april", "2025-04", 1000m), Slips.Usable("mei", "2025-05", 1000m));
        await desk.ConsentAsync();
        Assert.Equal([(Maand.Parse("2025-04"), CheckOutcome.Unchanged), (Maand.Parse("2025-05"), CheckOutcome.Unchanged)], (await desk.CheckAsync("2025-05")).Months.Select(m => (m.Month, m.Outcome)));
    }

    [Fact]
    public async Task Run_CitizenWithdrawsWhileTheVaultIsRead_KeepsNothingOfWhatWasRead()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m));
        desk.Source.OnRead = _ => WithdrawAsync(desk);

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(CheckOutcome.ConsentEnded, month.Outcome);
        Assert.Empty(await desk.QueryAsync(db => Task.FromResult(db.Slips.ToList())));
        Assert.Empty(await desk.QueryAsync(db => Task.FromResult(db.VaultReads.ToList())));
    }

    [Fact]
    public async Task Run_CitizenWithdrawsWhileTheVaultIsSilent_IsToldAsAWithdrawal()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Answer = new SourceAnswer.Unreachable("timeout", "De kluis antwoordde niet op tijd.");
        desk.Source.OnRead = _ => WithdrawAsync(desk);

        Assert.Equal(CheckOutcome.ConsentEnded, Assert.Single((await desk.CheckAsync("2025-03")).Months).Outcome);
        Assert.Single(await desk.ChecksAsync());
    }

    [Fact]
    public async Task Run_WithoutConsent_DoesNothing()
    {
        await using var desk = await Desk.OpenAsync(store);

        Assert.Empty((await desk.CheckAsync("2025-03")).Months);
        Assert.Empty(desk.Source.Requests);
        Assert.Empty(await desk.ChecksAsync());
    }

    private static Task WithdrawAsync(Desk desk) => desk.RunAsync(async db =>
    {
        var consent = db.Consents.Single();
        Assert.IsType<WithdrawConsent.Outcome.Withdrawn>(await desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent.Id, Slips.Person(1)), CancellationToken.None)));
    });
}
