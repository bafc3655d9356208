using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class CheckDossierSignatureOnSqliteTests(SqliteStore store) : CheckDossierSignatureTests(store);

public sealed class CheckDossierSignatureOnPostgresTests(PostgresStore store) : CheckDossierSignatureTests(store);

/// <summary>What the states of a signature mean for the calculation.</summary>
public abstract class CheckDossierSignatureTests(TestStore store)
{
    private static readonly Uri Office = new("https://kantoor.example/card#me");
    private static readonly SlipSignature Signed = new SlipSignature.Signed(Office, "key-1");

    private static readonly Dictionary<string, SlipSignature> States = new(StringComparer.Ordinal)
    {
        ["signed"] = Signed,
        ["unsigned"] = new SlipSignature.Unsigned(),
        ["altered"] = new SlipSignature.Altered(),
        ["unknownSigner"] = new SlipSignature.UnknownSigner(UnknownSignerReason.NotTrusted, Office, "key-1"),
        ["keyWithdrawn"] = new SlipSignature.KeyWithdrawn(Office, "key-1"),
    };

    [Theory]
    [InlineData("signed", true, null)]
    [InlineData("unsigned", true, null)]
    [InlineData("altered", false, "slipKeptOut")]
    [InlineData("unknownSigner", true, "slipUnknownSigner")]
    [InlineData("keyWithdrawn", false, "slipKeptOut")]
    public async Task Run_WhereNobodyChose_IsSafe(string state, bool counts, string? finding)
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slip(state));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(counts ? CheckOutcome.Changed : CheckOutcome.CannotCalculate, month.Outcome);
        Assert.Equal(finding, month.Findings.Select(f => f.Code).SingleOrDefault(code => code != "newSlip"));
        var slip = await desk.QueryAsync(db => db.Slips.AsNoTracking().SingleAsync());
        Assert.Equal(
            new SeenSignature(state, States[state].Office?.AbsoluteUri, States[state].KeyId, States[state].Sentence, desk.Clock.GetUtcNow()),
            slip.Signature);
    }

    [Theory]
    [InlineData("unsigned")]
    [InlineData("altered")]
    [InlineData("unknownSigner")]
    [InlineData("keyWithdrawn")]
    public async Task Run_WhereTheOcmwKeepsTheStateOut_TheMonthWaitsAndTheSentenceSaysWhatToDo(string state)
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await ChooseAsync(desk, SignatureUse.KeepOut);
        desk.Source.Put(Slip(state));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(CheckOutcome.CannotCalculate, month.Outcome);
        var finding = Assert.Single(month.Findings);
        Assert.StartsWith(States[state].Sentence, finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("telt niet mee", finding.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(await desk.MessagesAsync());
    }

    [Theory]
    [InlineData("unsigned", SignatureUse.UseAndTell, "slipUnsigned")]
    [InlineData("altered", SignatureUse.UseAndTell, "slipAltered")]
    [InlineData("unknownSigner", SignatureUse.UseAndTell, "slipUnknownSigner")]
    [InlineData("keyWithdrawn", SignatureUse.UseAndTell, "slipKeyWithdrawn")]
    [InlineData("unsigned", SignatureUse.Use, null)]
    [InlineData("altered", SignatureUse.Use, "slipAltered")]
    [InlineData("unknownSigner", SignatureUse.Use, "slipUnknownSigner")]
    [InlineData("keyWithdrawn", SignatureUse.Use, "slipKeyWithdrawn")]
    public async Task Run_WhereTheOcmwUsesTheState_ItCountsAndIsNeverSilentWhereSomethingIsWrong(string state, SignatureUse chosen, string? finding)
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        await ChooseAsync(desk, chosen);
        desk.Source.Put(Slip(state));

        var month = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(CheckOutcome.Changed, month.Outcome);
        Assert.Equal(finding, month.Findings.Select(f => f.Code).SingleOrDefault(code => code != "newSlip"));
    }

    [Fact]
    public async Task Run_KeyWithdrawnLater_TakesTheSlipOutAndSaysSoOnce()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slip("signed"));
        await desk.CheckAsync("2025-03");
        desk.Source.NoLongerHolds.Add("key-1");
        desk.Source.Put(Slip("keyWithdrawn"));

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);
        var again = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(CheckOutcome.CannotCalculate, march.Outcome);
        Assert.Equal("slipKeptOut", Assert.Single(march.Findings).Code);
        Assert.False(again.IsNew);
    }

    [Fact]
    public async Task Run_SignerThatBecomesKnown_IsNoLongerTold()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slip("unknownSigner"));
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slip("signed"));

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.True(march.IsNew);
        Assert.DoesNotContain(march.Findings, f => f.Code is "slipUnknownSigner" or "slipChangedInPlace");
        Assert.Equal("signed", Assert.Single(await desk.QueryAsync(db => db.Slips.AsNoTracking().ToListAsync())).Signature!.Code);
        Assert.Equal(new KnownSigner(Office, "key-1"), Assert.Single(Assert.Single(await RequestsAfterAsync(desk)).Known).SignedBy);
    }

    [Fact]
    public async Task Run_KeptOutUntilTheOcmwChoosesOtherwise_CountsAndIsNotCalledChanged()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slip("altered"));
        await desk.CheckAsync("2025-03");
        await ChooseAsync(desk, SignatureUse.UseAndTell);

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(CheckOutcome.Changed, march.Outcome);
        Assert.Equal(["newSlip", "slipAltered"], march.Findings.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_StricterChoice_DoesNotUndoMonthsThatWereCalculatedButSaysSo()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slip("unsigned"));
        await desk.CheckAsync("2025-03");
        var amount = (await desk.CurrentAsync("2025-03")).NewAmount;
        await ChooseAsync(desk, SignatureUse.KeepOut);

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(amount, march.NewAmount);
        Assert.Contains(march.Findings, f => f.Code == "slipUnsigned" && f.Sentence.EndsWith("Ze telt mee.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_AlteredCorrection_DoesNotTakeThePlaceOfTheSlipThatItNames()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("maart", "2025-03", 1000m) with { Signature = Signed });
        await desk.CheckAsync("2025-03");
        desk.Source.Put(Slips.Usable("maart-2", "2025-03", 100m, corrects: "maart") with { Signature = new SlipSignature.Altered() });

        var march = Assert.Single((await desk.CheckAsync("2025-03")).Months);

        Assert.Equal(CheckOutcome.CannotCalculate, march.Outcome);
        Assert.DoesNotContain(march.Findings, f => f.Code is "correctedSlip" or "slipRemoved");
    }

    [Fact]
    public async Task Run_SlipReadBeforeSignaturesWereLookedAt_IsLookedAtAgain()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slip("signed"));
        await desk.CheckAsync("2025-03");
        await desk.RunAsync(async db =>
        {
            (await db.Slips.SingleAsync()).Signature = null;
            await db.SaveChangesAsync();
        });

        Assert.False(Assert.Single((await desk.CheckAsync("2025-03")).Months).IsNew);
        Assert.Equal("signed", (await desk.QueryAsync(db => db.Slips.AsNoTracking().SingleAsync())).Signature!.Code);
    }

    private static FoundSlip.Usable Slip(string state) => Slips.Usable("maart", "2025-03", 1000m) with { Signature = States[state] };

    private static async Task<IReadOnlyList<SourceRequest>> RequestsAfterAsync(Desk desk)
    {
        desk.Source.Requests.Clear();
        await desk.CheckAsync("2025-03");
        return desk.Source.Requests;
    }

    private static Task ChooseAsync(Desk desk, SignatureUse use) => desk.RunAsync(async db =>
    {
        (await db.Ocmws.SingleAsync()).Signatures = new SignaturePolicy(use, use, use, use);
        await db.SaveChangesAsync();
    });
}
