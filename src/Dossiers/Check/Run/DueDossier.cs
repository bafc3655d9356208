using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>A dossier that a run has to look at.</summary>
/// <param name="Id">The dossier.</param>
/// <param name="Number">The number that people use.</param>
/// <param name="Host">The server of the vault that was consented to last.</param>
internal readonly record struct DueDossier(Guid Id, string Number, string Host)
{
    /// <summary>
    /// A part of the OCMW's dossiers that never depends on which others there are: by the last bytes of the id, which are
    /// random (the first are the time).
    /// </summary>
    public static int SliceOf(Guid id, int slices)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) % (uint)slices) + 1;
    }

    /// <summary>Those of the run's slice with a consent that was ever given, in the order of their numbers, without those that the run has read already.</summary>
    /// <returns>What is left to do, and how many there are in all.</returns>
    public static async Task<(List<DueDossier> Left, int Total)> OfAsync(DossierDb db, CheckRun run, CancellationToken cancellation)
    {
        var done = new HashSet<Guid>();
        if (run.TakenUp > 0)
        {
            // A vault that gave no answer is asked again.
            await foreach (var consent in db.VaultReads.Where(r => r.RunId == run.Id && (r.Answer == "read" || r.Answer == "consentEnded")).Select(r => r.ConsentId).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                done.Add(consent);
            }
        }

        // The consents come in the order in which they were given: the last one counts.
        var all = new Dictionary<Guid, (DueDossier Dossier, Guid Consent)>();
        var hosts = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows =
            from dossier in db.Dossiers.AsNoTracking()
            join consent in db.Consents.AsNoTracking() on dossier.Id equals consent.DossierId
            where dossier.OcmwKbo == run.OcmwKbo
            orderby dossier.Number, consent.GivenAt, consent.Id
            select new { dossier.Id, dossier.Number, Consent = consent.Id, consent.Container };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (SliceOf(row.Id, run.Slices) == run.Slice)
            {
                var host = new Uri(row.Container).GetLeftPart(UriPartial.Authority);
                hosts.TryAdd(host, host);
                all[row.Id] = (new DueDossier(row.Id, row.Number, hosts[host]), row.Consent);
            }
        }

        return ([.. all.Values.Where(d => !done.Contains(d.Consent)).Select(d => d.Dossier)], all.Count);
    }
}
