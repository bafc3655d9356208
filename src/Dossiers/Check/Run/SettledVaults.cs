using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.Dossiers;

/// <summary>Of which dossiers nothing is left to do if the vault's listing still reads the same (<see cref="SettledVault"/>).</summary>
internal static class SettledVaults
{
    /// <param name="Listing">As it read.</param>
    /// <param name="Signers">As <see cref="SettledVault.Signers"/>.</param>
    internal sealed record Row(Dossier Dossier, Consent Consent, string Listing, string Signers)
    {
        public IReadOnlyList<KnownSigner> KnownSigners => [.. Signers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(parts => new KnownSigner(new Uri(parts[0]), parts[1]))];
    }

    /// <summary>For <see cref="SettledVault.Signers"/>.</summary>
    public static string SignersOf(IEnumerable<Slip> slips) =>
        string.Join('\n', slips.Where(s => s.Signature is { Code: "signed", Office: not null, KeyId: not null }).Select(s => $"{s.Signature!.Office} {s.Signature.KeyId}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <returns>By dossier. A dossier for which a fact, an answer to a dispute or a choice of its OCMW was recorded since, or a law that has changed since, is not among them.</returns>
    public static Task<Dictionary<Guid, Row>> OfAsync(IServiceScopeFactory scopes, DatabasePatience patience, IReadOnlyList<DueDossier> some, Maand month, CancellationToken cancellation) =>
        patience.RunAsync(async cancel =>
        {
            Guid[] ids = [.. some.Select(d => d.Id)];
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
            var rows =
                from settled in db.SettledVaults.AsNoTracking()
                join consent in db.Consents.AsNoTracking() on settled.ConsentId equals consent.Id
                join dossier in db.Dossiers.AsNoTracking() on consent.DossierId equals dossier.Id
                where ids.Contains(dossier.Id)
                    && settled.Month == month && settled.LawVersion == AanvullendLeefloon.Versie
                    && consent.WithdrawnAt == null && consent.VaultRefusedAt == null && consent.ExpiredAt == null
                    && !db.Facts.Any(f => f.DossierId == dossier.Id && f.RecordedAt >= settled.FactsSeenTo)
                    && !db.Disputes.Any(d => d.DossierId == dossier.Id && d.AnsweredAt >= settled.FactsSeenTo)
                    && !db.Policies.Any(p => p.OcmwKbo == dossier.OcmwKbo && p.RecordedAt >= settled.FactsSeenTo)
                select new { dossier, consent, settled.Listing, settled.Signers };
            return await rows.ToDictionaryAsync(r => r.dossier.Id, r => new Row(r.dossier, r.consent, r.Listing, r.Signers), cancel);
        }, cancellation);
}
