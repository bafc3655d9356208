using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>One consent with all that happened to it and to the question that it answers; or a question that was answered with no; or a consent on paper.</summary>
/// <param name="SubjectId">Of the consent, the request, or the consent on paper.</param>
/// <param name="Ocmw">Who asked, by name.</param>
/// <param name="Purpose">Why it was asked; null for a consent from before there were requests.</param>
/// <param name="Consent">Null for a question or a paper.</param>
/// <param name="Paper">The consent on paper, where it is about one.</param>
/// <param name="Events">Oldest first.</param>
/// <param name="Notices">The texts that were read, by their hash.</param>
public sealed record ConsentMatter(Guid SubjectId, Dossier Dossier, string Ocmw, ConsentPurpose? Purpose, Consent? Consent, PaperConsent? Paper, IReadOnlyList<ConsentEvent> Events, IReadOnlyDictionary<string, ConsentMatter.Notice> Notices)
{
    /// <summary>A text that somebody read before they answered.</summary>
    public sealed record Notice(string Version, string Language, string Sha256);

    /// <summary>Null where this person has no such consent, no such paper, and said no to no such question.</summary>
    public static async Task<ConsentMatter?> FindAsync(DossierDb db, Guid id, Insz insz, CancellationToken cancellation)
    {
        var consent = await db.Consents.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && db.Dossiers.Any(d => d.Id == c.DossierId && d.Insz == insz), cancellation);
        var paper = consent is null ? await db.PaperConsents.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && db.Dossiers.Any(d => d.Id == p.DossierId && d.Insz == insz), cancellation) : null;
        var refused = consent is null && paper is null
            ? await db.ConsentRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Ending == RequestEnding.Refused && db.Dossiers.Any(d => d.Id == r.DossierId && d.Insz == insz), cancellation)
            : null;
        if ((consent?.DossierId ?? paper?.DossierId ?? refused?.DossierId) is not { } dossierId)
        {
            return null;
        }

        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == dossierId, cancellation);
        var ocmw = await db.Ocmws.Where(o => o.Kbo == dossier.OcmwKbo).Select(o => o.Name).SingleAsync(cancellation);
        var all = await db.ConsentEvents.AsNoTracking().Where(e => e.DossierId == dossierId).ToListAsync(cancellation);
        var own = all.FindAll(e => e.ConsentId == id || e.PaperConsentId == id);
        var requests = own.Select(e => e.RequestId).Append(consent?.RequestId).Append(paper?.RequestId).Append(refused?.Id).OfType<Guid>().ToHashSet();

        // What happened to its questions before anybody consented belongs to it too.
        var events = own.Concat(all.Where(e => e is { ConsentId: null, PaperConsentId: null, RequestId: { } request } && requests.Contains(request))).OrderBy(e => e.At).ThenBy(e => e.Kind).ToList();
        var hashes = events.Select(e => e.TextSha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var notices = await db.ConsentTexts.Where(t => hashes.Contains(t.Sha256)).Select(t => new Notice(t.Version, t.Language, t.Sha256)).ToDictionaryAsync(t => t.Sha256, StringComparer.Ordinal, cancellation);
        if (consent is not null)
        {
            // Of consents from before texts were kept the row alone knows which it was.
            notices.TryAdd(consent.TextSha256, new Notice(consent.TextVersion, consent.TextLanguage, consent.TextSha256));
        }

        var purpose = await db.ConsentRequests.Where(r => requests.Contains(r.Id)).OrderByDescending(r => r.OpenedAt).Select(r => (ConsentPurpose?)r.Purpose).FirstOrDefaultAsync(cancellation);
        return new(id, dossier, ocmw, purpose, consent, paper, events, notices);
    }
}
