using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Stand;

/// <summary>Does what people do before the first check: dossiers with facts, leave to append for the payroll office, requests, consents.</summary>
/// <remarks>Each step looks first at what is there, so that a start that was broken off goes on where it stopped.</remarks>
internal sealed class Seed(Records records, Uri vaults)
{
    /// <summary>Opens the dossier of each citizen and records its facts, as the social worker's page does.</summary>
    public async Task OpenDossiersAsync(Maand first, CancellationToken cancellation)
    {
        foreach (var citizen in Cast.Citizens)
        {
            await OpenDossierAsync(citizen, first, cancellation);
        }
    }

    public async Task OpenDossierAsync(Citizen citizen, Maand first, CancellationToken cancellation)
    {
        var by = citizen.Worker.Staff;
        var opened = await records.WithAsync((OpenDossier open) => open.RunAsync(new(citizen.Insz, citizen.Name, by), cancellation));
        var dossier = opened switch
        {
            OpenDossier.Outcome.Opened made => made.DossierId,
            OpenDossier.Outcome.AlreadyOpen known => known.DossierId,
            _ => throw new StandException($"The dossier '{citizen.Kind}' was refused: {opened}"),
        };
        var recorded = await records.InDatabaseAsync(db => db.Facts.AsNoTracking().Where(fact => fact.DossierId == dossier).ToListAsync(cancellation));
        foreach (var fact in citizen.Facts(first).Where(fact => !recorded.Any(known => known.From == fact.From && known.Value.Subject == fact.Value.Subject)))
        {
            var outcome = await records.WithAsync((RecordFact record) => record.RunAsync(new(dossier, fact.From, fact.Value, fact.Evidence, by), cancellation));
            if (outcome is not RecordFact.Outcome.Recorded)
            {
                throw new StandException($"The fact '{fact.Value.Subject}' of the dossier '{citizen.Kind}' was refused: {outcome}");
            }
        }
    }

    /// <summary>Tells the service where the OCMW's own package receives events, and gives the package the secret.</summary>
    public async Task ConnectPackageAsync(Uri package, string secrets, CancellationToken cancellation)
    {
        switch (await records.WithAsync((AddEndpoint add) => add.RunAsync(new(Cast.Gent.Value, new Uri(package, "events").AbsoluteUri), cancellation)))
        {
            case AddEndpoint.Outcome.Added added:
                await File.WriteAllTextAsync(secrets, added.Secret + "\n", cancellation);
                break;
            case AddEndpoint.Outcome.Refused when new FileInfo(secrets).Length > 0:
                // A start that was broken off: it stands there, and the package has its secret.
                break;
            case var other:
                throw new StandException($"The OCMW's package could not be connected: {other}");
        }
    }

    /// <summary>Makes the container for payslips and lets the payroll office append to it, in the citizen's own session.</summary>
    public async Task LetAppendAsync(Citizen citizen, VaultSession own, Uri payrollOffice, CancellationToken cancellation)
    {
        var container = Container(citizen);
        Demand(await records.Get<SolidVault>().EnsureContainerAsync(container, own, cancellation), $"make {container}");
        Demand(await records.Get<AccessGrants>().GrantAsync(container, payrollOffice, AccessModes.Append, own, cancellation), $"let the payroll office append to {container}");
    }

    /// <summary>Asks each citizen to open their vault, as the social worker's page does: the payslips of the story, for a year.</summary>
    public async Task AskAsync(Maand first, CancellationToken cancellation)
    {
        foreach (var citizen in Cast.Citizens)
        {
            await AskAsync(citizen, first, cancellation);
        }
    }

    public async Task AskAsync(Citizen citizen, Maand first, CancellationToken cancellation)
    {
        var dossier = await DossierAsync(citizen, cancellation);
        var until = Belgium.DayOf(TimeProvider.System.GetUtcNow()).AddYears(1);
        var outcome = await records.WithAsync((OpenRequest open) => open.RunAsync(new(dossier.Id, ConsentPurpose.MonthlyCalculation, first, until, citizen.Worker.Staff), cancellation));
        if (outcome is not (OpenRequest.Outcome.Opened or OpenRequest.Outcome.AlreadyOpen))
        {
            throw new StandException($"The request for the dossier '{citizen.Kind}' was refused: {outcome}");
        }
    }

    /// <summary>The same operation that the page calls, with the citizen's own session at their vault.</summary>
    public async Task ConsentAsync(Citizen citizen, VaultSession own, CancellationToken cancellation)
    {
        var webId = await records.Get<SolidVault>().ReadWebIdAsync(citizen.Vault.WebId(vaults).AbsoluteUri, cancellation) is WebIdAnswer.Found found
            ? found.Profile with { Storages = [citizen.Vault.Storage(vaults)] }
            : throw new StandException($"The WebID of {citizen.Vault.Email} cannot be read.");
        var dossier = await DossierAsync(citizen, cancellation);
        var request = await records.InDatabaseAsync(db => db.ConsentRequests.AsNoTracking().Where(one => one.DossierId == dossier.Id).OrderByDescending(one => one.OpenedAt).FirstAsync(cancellation));
        var outcome = await records.WithAsync((GiveConsent give) => give.RunAsync(new(request.Id, citizen.Insz, webId, own, ConsentAnswer.Yes(request.Terms(Cast.GentName), "nl")), cancellation));
        if (outcome is not (GiveConsent.Outcome.Given or GiveConsent.Outcome.AlreadyGiven))
        {
            throw new StandException($"The consent for the dossier '{citizen.Kind}' did not come about: {outcome}");
        }
    }

    public Task<Dossier> DossierAsync(Citizen citizen, CancellationToken cancellation) => records.InDatabaseAsync(db => db.Dossiers.AsNoTracking().SingleAsync(dossier => dossier.OcmwKbo == Cast.Gent.Value && dossier.Insz == citizen.Insz, cancellation));

    public Uri Container(Citizen citizen) => new(citizen.Vault.Storage(vaults), "loonfiches/");

    private static void Demand<T>(VaultAnswer<T> answer, string what)
    {
        if (answer is not VaultAnswer<T>.Ok)
        {
            throw new StandException($"The vault server did not let the owner {what}: {answer}");
        }
    }
}
