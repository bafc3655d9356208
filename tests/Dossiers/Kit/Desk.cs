using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>An OCMW with one social worker at a database of its own; people come to it as a test needs them.</summary>
public sealed class Desk : IAsyncDisposable
{
    public const string Ocmw = "0207456789";

    private Desk(ServiceProvider services, FakeTimeProvider clock, FakeSource source, StorageOptions storage) => (Services, Clock, Source, Storage) = (services, clock, source, storage);

    public ServiceProvider Services { get; }

    public FakeTimeProvider Clock { get; }

    public FakeSource Source { get; }

    public StorageOptions Storage { get; }

    public static Staff Worker { get; } = new("sub-1", Ocmw, "Els Janssens", "els@ocmw.example");

    /// <summary>Of the person that <see cref="OpenAsync"/> opened a dossier for.</summary>
    public Guid DossierId { get; private set; }

    public static async Task<Desk> OpenAsync(TestStore store, Action<IServiceCollection>? more = null)
    {
        var storage = await store.CreateAsync();
        var clock = new FakeTimeProvider(new DateTimeOffset(2025, 8, 5, 4, 0, 0, TimeSpan.Zero));
        var source = new FakeSource();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddSingleton<IPayslipSource>(source).AddDossiers(storage)
            .AddVault(vault => vault.AllowLoopback = true, identity => identity.BaseUrl = new Uri("https://loonfiches.example/"));
        more?.Invoke(services);
        var desk = new Desk(services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true }), clock, source, storage);
        await desk.RunAsync(async db =>
        {
            db.Ocmws.Add(new Ocmw { Kbo = Ocmw, Name = "OCMW Gent" });
            await db.SaveChangesAsync();
        });
        desk.DossierId = await desk.PersonAsync(1);
        return desk;
    }

    /// <summary>With category 2 and a right since November 2024, and an active consent.</summary>
    public static async Task<Desk> WithOneCaseAsync(TestStore store, Action<IServiceCollection>? more = null)
    {
        var desk = await OpenAsync(store, more);
        await desk.RecordAsync("2024-11-01", new CategoryFact(Categorie.Alleenstaand));
        await desk.RecordAsync("2024-11-01", new RightFact(null));
        await desk.ConsentAsync();
        return desk;
    }

    public async Task<Guid> PersonAsync(int serial)
    {
        var outcome = await UseAsync<OpenDossier, OpenDossier.Outcome>(o => o.RunAsync(new(Slips.Person(serial), "Peeters, An", Worker), CancellationToken.None));
        return Assert.IsType<OpenDossier.Outcome.Opened>(outcome).DossierId;
    }

    /// <summary>A dossier of the person at another OCMW of the same installation.</summary>
    public async Task<Guid> PersonAtAsync(string ocmw, string name, int serial)
    {
        await RunAsync(async db =>
        {
            db.Ocmws.Add(new Ocmw { Kbo = ocmw, Name = name });
            await db.SaveChangesAsync();
        });
        var outcome = await UseAsync<OpenDossier, OpenDossier.Outcome>(o => o.RunAsync(new(Slips.Person(serial), "Peeters, An", new Staff("sub-of-" + ocmw, ocmw, "Jo Mertens", null)), CancellationToken.None));
        return Assert.IsType<OpenDossier.Outcome.Opened>(outcome).DossierId;
    }

    public async Task RecordAsync(string from, Fact fact, Guid? dossier = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = await TryRecordAsync(from, fact, dossier);
        Assert.True(outcome is RecordFact.Outcome.Recorded, outcome.ToString());
    }

    public Task<RecordFact.Outcome> TryRecordAsync(string from, Fact fact, Guid? dossier = null, Staff? by = null) =>
        UseAsync<RecordFact, RecordFact.Outcome>(r => r.RunAsync(new(dossier ?? DossierId, Day(from), fact, "gezien in het gesprek", by ?? Worker), CancellationToken.None));

    /// <summary>Asks for payslips from January 2025 on, for a year: <see cref="Terms"/>.</summary>
    public async Task<Guid> AskAsync(Guid? dossier = null, Staff? by = null)
    {
        var outcome = await UseAsync<OpenRequest, OpenRequest.Outcome>(o => o.RunAsync(new(dossier ?? DossierId, Terms.Purpose, Terms.From, Terms.Until, by ?? Worker), CancellationToken.None));
        return Assert.IsType<OpenRequest.Outcome.Opened>(outcome).RequestId;
    }

    public static ConsentTerms Terms { get; } = new("OCMW Gent", ConsentPurpose.MonthlyCalculation, new Maand(2025, 1), Day("2026-08-04"));

    public async Task<Guid> ConsentAsync(Guid? dossier = null, DateOnly? until = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(Clock.GetUtcNow()),
            DossierId = dossier ?? DossierId,
            WebId = "https://vault.example/an/profile/card#me",
            Issuer = "https://vault.example/",
            Container = Slips.Container,
            GivenAt = Clock.GetUtcNow(),
            TextVersion = "2026-11",
            TextLanguage = "nl",
            TextSha256 = ConsentText.Find("2026-11", "nl", Terms)!.Sha256,
            Until = until,
            IdentityKey = await UseAsync<VaultIdentities, string?>(identities => identities.MakeAsync(CancellationToken.None)),
        };
        await RunAsync(async db =>
        {
            db.Consents.Add(consent);
            await db.SaveChangesAsync();
        });
        return consent.Id;
    }

    public async Task<CheckDossier.Report> CheckAsync(string month, bool dryRun = false, Guid? dossier = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return await UseAsync<CheckDossier, CheckDossier.Report>(c => c.RunAsync(new(dossier ?? DossierId, Maand.Parse(month), null, dryRun), CancellationToken.None));
    }

    /// <summary>What the current check of a month came to, or another amount, is put before the committee.</summary>
    public async Task<Guid> ProposeAsync(string month, Euro? amount = null, ProposalKind? kind = null)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var check = await CurrentAsync(month);
        var how = kind ?? (amount is null ? ProposalKind.Proposed : ProposalKind.Adjusted);
        Assert.IsType<ProposeDecision.Outcome.Done>(await UseAsync<ProposeDecision, ProposeDecision.Outcome>(p => p.RunAsync(new(check.Id, how, how == ProposalKind.Proposed ? null : "reden", Worker, amount), CancellationToken.None)));
        return await QueryAsync(db => db.Proposals.Where(p => p.CheckId == check.Id && p.EndedAt == null).Select(p => p.Id).SingleAsync());
    }

    public Task<StepOutcome> RecordDecisionAsync(Guid proposal, Euro amount, string text = "het comité ziet het anders")
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return UseAsync<RecordDecision, StepOutcome>(o => o.RunAsync(new(proposal, DecidedBy.Committee, "2025/1", Belgium.DayOf(Clock.GetUtcNow()), amount, text, Worker), CancellationToken.None));
    }

    /// <summary>Proposed as calculated, and decided: as proposed, or another amount.</summary>
    public async Task<Guid> DecideAsync(string month, Euro? amount = null)
    {
        var proposal = await ProposeAsync(month);
        Assert.Equal(new StepOutcome.Done(DecisionAct.Notify), await RecordDecisionAsync(proposal, amount ?? (await CurrentAsync(month)).NewAmount!.Value));
        return proposal;
    }

    /// <summary>Every check, the oldest first.</summary>
    public Task<List<Check>> ChecksAsync() => QueryAsync(db => db.Checks.AsNoTracking().OrderBy(c => c.CheckedAt).ThenBy(c => c.Month).ToListAsync());

    public async Task<Check> CurrentAsync(string month) => (await ChecksAsync()).Single(c => c.IsCurrent && c.Month == Maand.Parse(month) && c.DossierId == DossierId);

    public Task<List<Message>> MessagesAsync() => QueryAsync(db => db.Messages.AsNoTracking().OrderBy(m => m.CreatedAt).ToListAsync());

    public async Task<T> UseAsync<TOperation, T>(Func<TOperation, Task<T>> use)
        where TOperation : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TOperation>());
    }

    public Task<T> QueryAsync<T>(Func<DossierDb, Task<T>> query) => UseAsync<DossierDb, T>(query);

    public Task RunAsync(Func<DossierDb, Task> work) => UseAsync<DossierDb, int>(async db =>
    {
        await work(db);
        return 0;
    });

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
