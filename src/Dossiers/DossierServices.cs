using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Puts the room together.</summary>
public static partial class DossierServices
{
    /// <summary>Database, operations, signing-key store, data-protection keys. Quartz itself is added by <see cref="AddMonthlyCheck"/>.</summary>
    /// <exception cref="ArgumentException">The provider is not known, or there is no connection string.</exception>
    public static IServiceCollection AddDossiers(this IServiceCollection services, StorageOptions storage)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(storage.ConnectionString);
        switch (storage.Provider)
        {
            case "Sqlite": services.AddDbContextPool<DossierDb, SqliteDossierDb>(options => options.UseRecords(storage)); break;
            case "Postgres": services.AddDbContextPool<DossierDb, PostgresDossierDb>(options => options.UseRecords(storage)); break;
            default: throw new ArgumentException($"Storage:Provider is Sqlite or Postgres, not '{storage.Provider}'.", nameof(storage));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("SolidLoonfiches").PersistKeysToDbContext<DossierDb>();
        services.AddSingleton<ISigningKeyStore, SigningKeyStore>();
        services.AddSingleton<EndpointSecrets>();
        services.AddScoped<RememberStaff>();
        services.AddScoped<OpenDossier>();
        services.AddScoped<RecordFact>();
        services.AddScoped<TransferDossier>();
        services.AddScoped<SetPolicy>();
        services.AddScoped<VaultIdentities>();
        services.AddSingleton<ConsentGate>();
        services.AddSingleton(sp => new ConsentSessions(sp.GetRequiredService<ConsentGate>(), sp.GetRequiredService<ServiceIdentity>(), sp.GetRequiredService<KeptGrants>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new KeptGrants(sp.GetRequiredService<IDataProtectionProvider>(), sp.GetService<AccessRequests>()));
        services.AddScoped<RecordView>();
        services.AddScoped<OpenRequest>();
        services.AddScoped<WithdrawRequest>();
        services.AddScoped<RefuseRequest>();
        services.AddScoped<PreviewConsent>();
        services.AddScoped<GiveConsent>();
        services.AddScoped<ChangeConsent>();
        services.AddScoped<WithdrawConsent>();
        services.AddScoped<CloseVault>();
        services.AddOptions<PayrollOfficeOptions>()
            .Validate(options => options.Known.All(office => office is { Name.Length: > 0, WebId.IsAbsoluteUri: true }), "A payroll office that citizens can let in has a Name and a WebId, an absolute URL.")
            .ValidateOnStart();
        services.AddScoped<LetOfficeIn>();
        services.AddScoped<ExpireConsents>();
        services.AddCitizenSide();
        services.AddScoped<ForgetData>();
        services.AddSingleton(_ => new WriteTurn(isNeeded: storage.Provider == "Sqlite"));
        services.AddScoped(sp => new CheckDossier(
            sp.GetRequiredService<DossierDb>(),
            sp.GetRequiredService<IPayslipSource>(),
            sp.GetRequiredService<ConsentSessions>(),
            sp.GetRequiredService<WriteTurn>(),
            sp.GetRequiredService<TimeProvider>()));
        services.AddMonthRuns(storage);
        services.AddScoped<RaiseDispute>();
        services.AddScoped<AnswerDispute>();
        services.AddScoped<ProposeDecision>();
        services.AddScoped<Worklist>();
        services.AddScoped<ProposeInBulk>();
        services.AddScoped<AskCitizen>();
        services.AddScoped<AnswerCheckQuestion>();
        services.AddScoped<Figures>();
        services.AddScoped<RefundForms>();
        services.AddScoped<CountersignProposal>();
        services.AddScoped<RecordHearing>();
        services.AddScoped<RecordDecision>();
        services.AddScoped<RecordNotice>();
        services.AddScoped<SoftwareAccess>();
        services.AddScoped<RegisterClient>();
        services.AddScoped<ChangeClient>();
        services.AddScoped<RecordReceipt>();
        return services;
    }

    /// <summary>Applies the migrations.</summary>
    /// <remarks>
    /// SQLite's journal becomes a write-ahead log, which the file remembers: readers then never wait for a writer of another
    /// process. Nodes that start together wait for each other: EF takes a lock.
    /// </remarks>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
        await db.Database.MigrateAsync(cancellation);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellation);
        }
    }
}
