using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class PaperConsentOnSqliteTests(SqliteStore store) : PaperConsentTests(store);

public sealed class PaperConsentOnPostgresTests(PostgresStore store) : PaperConsentTests(store);

/// <summary>A yes on paper: what it proves, what it does not do, and how it is taken back.</summary>
public abstract class PaperConsentTests(TestStore store) : IDisposable
{
    private static readonly Staff Elsewhere = new("sub-9", "0212214125", "Jo Mertens", null);

    private readonly ScriptedVault _vault = new();
    private readonly NamedSession _citizen = new("citizen", ScriptedVault.Citizen);

    public void Dispose()
    {
        _vault.Dispose();
        _citizen.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<(Desk Desk, Guid Request)> OpenAsync()
    {
        var desk = await Desk.OpenAsync(store, services => services.AddHttpClient(VaultServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _vault));
        var request = await desk.AskAsync();
        desk.Clock.Advance(TimeSpan.FromDays(3));
        return (desk, request);
    }

    private static RecordPaperConsent.Command Paper(Guid request) =>
        new(request, "nl", Desk.Day("2025-08-06"), Desk.Day("2025-08-07"), " Jef, haar buurman ", Desk.Terms.From, Desk.Terms.Until, Desk.Worker);

    private static Task<RecordPaperConsent.Outcome> RecordAsync(Desk desk, RecordPaperConsent.Command command) =>
        desk.UseAsync<RecordPaperConsent, RecordPaperConsent.Outcome>(r => r.RunAsync(command, CancellationToken.None));

    private static async Task<Guid> RecordedAsync(Desk desk, Guid request) => Assert.IsType<RecordPaperConsent.Outcome.Recorded>(await RecordAsync(desk, Paper(request))).PaperId;

    private static Task<WithdrawPaperConsent.Outcome> WithdrawAsync(Desk desk, Guid paper, int person = 1) =>
        desk.UseAsync<WithdrawPaperConsent, WithdrawPaperConsent.Outcome>(w => w.RunAsync(new WithdrawPaperConsent.ByCitizen(paper, Slips.Person(person)), CancellationToken.None));

    private static Task<PaperConsent> PaperAsync(Desk desk) => desk.QueryAsync(db => db.PaperConsents.AsNoTracking().SingleAsync());

    private async Task<Guid> GiveAsync(Desk desk, Guid request) => Assert.IsType<GiveConsent.Outcome.Given>(await desk.UseAsync<GiveConsent, GiveConsent.Outcome>(g => g.RunAsync(
        new(request, Slips.Person(1), new(new Uri(ScriptedVault.Citizen), [new Uri("https://vault.example/")], [new Uri(ScriptedVault.Root)]), _citizen, ConsentAnswer.Yes(Desk.Terms, "nl")), CancellationToken.None))).ConsentId;

    [Fact]
    public async Task Record_KeepsThreeDatesTheTextAndWhoHelped_AndOpensNoVault()
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;

        await RecordedAsync(desk, request);

        var paper = await PaperAsync(desk);
        Assert.Equal((Desk.Day("2025-08-06"), desk.Clock.GetUtcNow(), Desk.Day("2025-08-07"), "Jef, haar buurman", Desk.Worker.Id), (paper.GivenOn, paper.RecordedAt, paper.EffectiveFrom, paper.HelpedBy, paper.RecordedBy));
        Assert.Equal(ConsentText.Current(Desk.Terms, "nl").Sha256, paper.TextSha256);
        Assert.Equal(paper.TextSha256, (await desk.QueryAsync(db => db.ConsentTexts.SingleAsync())).Sha256);
        Assert.True(paper.IsStanding(desk.Clock.GetUtcNow()));
        Assert.Equal(RequestEnding.Given, (await desk.QueryAsync(db => db.ConsentRequests.SingleAsync())).Ending);
        // Nobody reads by it: there is no consent in a vault, and a check finds none.
        Assert.Equal(0, await desk.QueryAsync(db => db.Consents.CountAsync()));
        Assert.Empty((await desk.CheckAsync("2025-07")).Months);
        Assert.Empty(desk.Source.Requests);
    }

    [Theory]
    [InlineData("2025-08-04", "2025-08-07", "2025-01", "2026-08-04", "givenOn")]
    [InlineData("2025-08-09", "2025-08-09", "2025-01", "2026-08-04", "givenOn")]
    [InlineData("2025-08-06", "2025-08-05", "2025-01", "2026-08-04", "effectiveFrom")]
    [InlineData("2025-08-06", "2026-08-05", "2025-01", "2026-08-04", "effectiveFrom")]
    [InlineData("2025-08-06", "2025-08-06", "2024-12", "2026-08-04", "from")]
    [InlineData("2025-08-06", "2025-08-06", "2025-01", "2026-08-05", "until")]
    public async Task Record_DatesThatCannotBe_AreRefused(string given, string effective, string from, string until, string field)
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;

        var refused = Assert.IsType<RecordPaperConsent.Outcome.Refused>(await RecordAsync(desk, Paper(request) with { GivenOn = Desk.Day(given), EffectiveFrom = Desk.Day(effective), From = Maand.Parse(from), Until = Desk.Day(until) }));

        Assert.Equal(field, refused.Field);
        Assert.Equal(0, await desk.QueryAsync(db => db.PaperConsents.CountAsync()));
    }

    [Fact]
    public async Task Record_LanguageOrNameThatCannotBe_IsRefused()
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;
        Assert.Equal("language", Assert.IsType<RecordPaperConsent.Outcome.Refused>(await RecordAsync(desk, Paper(request) with { Language = "de" })).Field);
        Assert.Equal("helpedBy", Assert.IsType<RecordPaperConsent.Outcome.Refused>(await RecordAsync(desk, Paper(request) with { HelpedBy = new string('x', 101) })).Field);
    }

    [Fact]
    public async Task Record_AnotherOcmwOrAnAnsweredQuestion_IsNot()
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;
        Assert.IsType<RecordPaperConsent.Outcome.NotFound>(await RecordAsync(desk, Paper(request) with { By = Elsewhere }));
        await RecordedAsync(desk, request);
        Assert.IsType<RecordPaperConsent.Outcome.RequestEnded>(await RecordAsync(desk, Paper(request)));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(40, false)]
    public async Task Record_AfterANoOnline_IsTakenAsLongAsTheQuestionRuns(int days, bool taken)
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;
        await desk.UseAsync<RefuseRequest, RefuseRequest.Outcome>(r => r.RunAsync(new(request, Slips.Person(1), "nl"), CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(taken, await RecordAsync(desk, Paper(request)) is RecordPaperConsent.Outcome.Recorded);
    }

    [Fact]
    public async Task Withdraw_ByTheCitizen_EndsItOnce()
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;
        var paper = await RecordedAsync(desk, request);
        Assert.IsType<WithdrawPaperConsent.Outcome.NotFound>(await WithdrawAsync(desk, paper, person: 2));

        var at = Assert.IsType<WithdrawPaperConsent.Outcome.Withdrawn>(await WithdrawAsync(desk, paper)).At;
        desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new WithdrawPaperConsent.Outcome.Withdrawn(at), await WithdrawAsync(desk, paper));

        var withdrawn = Assert.Single(await desk.QueryAsync(db => db.ConsentEvents.AsNoTracking().Where(e => e.Kind == ConsentEventKind.Withdrawn).ToListAsync()));
        Assert.Equal((paper, ConsentEvent.Citizen), (withdrawn.PaperConsentId, withdrawn.By));
    }

    [Fact]
    public async Task Withdraw_AtTheDesk_IsRecordedWithWhoHeardIt()
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;
        var paper = await RecordedAsync(desk, request);
        Task<WithdrawPaperConsent.Outcome> AtDeskAsync(Staff by) => desk.UseAsync<WithdrawPaperConsent, WithdrawPaperConsent.Outcome>(w => w.RunAsync(new WithdrawPaperConsent.AtDesk(paper, by), CancellationToken.None));
        Assert.IsType<WithdrawPaperConsent.Outcome.NotFound>(await AtDeskAsync(Elsewhere));

        Assert.IsType<WithdrawPaperConsent.Outcome.Withdrawn>(await AtDeskAsync(Desk.Worker));
        Assert.Equal(Desk.Worker.Id, (await desk.QueryAsync(db => db.ConsentEvents.AsNoTracking().SingleAsync(e => e.Kind == ConsentEventKind.Withdrawn))).By);
    }

    [Fact]
    public async Task Vault_OpenedLaterByTheSameQuestion_MakesThePaperComeTrueAndTakesItAlongWhenItEnds()
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;
        var paper = await RecordedAsync(desk, request);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        var consent = await GiveAsync(desk, request);

        Assert.Equal(consent, (await PaperAsync(desk)).ConsentId);
        // A first yes in the vault is no renewal of the one on paper.
        Assert.Equal([ConsentEventKind.Given], await desk.QueryAsync(db => db.ConsentEvents.Where(e => e.ConsentId == consent).Select(e => e.Kind).ToListAsync()));
        Assert.Equal(new WithdrawPaperConsent.Outcome.OpenInVault(consent), await WithdrawAsync(desk, paper));

        await desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent, Slips.Person(1)), CancellationToken.None));
        Assert.NotNull((await PaperAsync(desk)).WithdrawnAt);
    }

    [Fact]
    public async Task Expire_AfterTheLastDay_IsNotedOnce()
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;
        var paper = await RecordedAsync(desk, request);
        desk.Clock.SetUtcNow(Belgium.StartOf(Desk.Terms.Until.AddDays(1)));
        Assert.False((await PaperAsync(desk)).IsStanding(desk.Clock.GetUtcNow()));

        Assert.Equal(1, await desk.UseAsync<ExpireConsents, int>(e => e.RunAsync(new(), CancellationToken.None)));
        Assert.Equal(0, await desk.UseAsync<ExpireConsents, int>(e => e.RunAsync(new(), CancellationToken.None)));

        Assert.IsType<WithdrawPaperConsent.Outcome.AlreadyOver>(await WithdrawAsync(desk, paper));
        Assert.Equal(1, await desk.QueryAsync(db => db.ConsentEvents.CountAsync(e => e.PaperConsentId == paper && e.Kind == ConsentEventKind.Expired)));
    }

    [Fact]
    public async Task Record_OfAPaper_SaysItsThreeDatesAndThatItWasOnPaper()
    {
        var (desk, request) = await OpenAsync();
        await using var _ = desk;
        var paper = Assert.IsType<RecordPaperConsent.Outcome.Recorded>(await RecordAsync(desk, Paper(request) with { From = new Maand(2025, 6) })).PaperId;
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await WithdrawAsync(desk, paper);

        var issued = Assert.IsType<IssueReceipt.Outcome.Issued>(await desk.UseAsync<IssueReceipt, IssueReceipt.Outcome>(i => i.RunAsync(new(paper, Slips.Person(1)), CancellationToken.None)));

        var graph = ReceiptDocument.Graph(issued.Receipt, issued.Code);
        var report = Shapes.Compile(OntologyFolder.Graph("consent.shapes.ttl")).Validate(graph);
        Assert.True(report.Conforms, string.Join('\n', report.Results.Select(result => $"{result.FocusNode} {result.Path} {result.Component}")));
        var given = Assert.Single(graph.Subjects(Dpv.Type, Dpv.ConsentGiven), node => !graph.Contains(node, Dpv.Type, Dpv.ConsentNarrowed));
        Assert.Equal("2025-08-06", graph.Objects(given, Dpv.IsIndicatedAtTime).Single().Value);
        Assert.Equal("2025-08-07", graph.Objects(given, Dpv.Valid).Single().Value);
        Assert.StartsWith("2025-08-08T", graph.Objects(given, Dpv.Created).Single().Value, StringComparison.Ordinal);
        Assert.Equal(Dpv.OnPaper, graph.Objects(given, Dpv.HasIndicationMethod).Single());
        Assert.DoesNotContain("buurman", issued.Receipt.Triples, StringComparison.Ordinal);
    }
}
