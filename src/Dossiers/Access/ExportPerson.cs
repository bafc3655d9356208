using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Gathers all that is kept about one person (art. 15 and 20 GDPR), of every OCMW that uses this installation. Reads and writes nothing.</summary>
public sealed class ExportPerson(DossierDb db, TimeProvider clock)
{
    /// <param name="insz">Of the citizen who signed in.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<PersonExport> RunAsync(Insz insz, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(insz);
        var dossiers = await db.Dossiers.AsNoTracking().Where(d => d.Insz == insz).OrderBy(d => d.Number).ToListAsync(cancellation);
        List<PersonExport.OfDossier> of = [];
        foreach (var dossier in dossiers)
        {
            of.Add(await OfAsync(dossier, cancellation));
        }

        return new(PersonExport.Current, clock.GetUtcNow(), insz.Value, of);
    }

    private async Task<PersonExport.OfDossier> OfAsync(Dossier dossier, CancellationToken cancellation)
    {
        var id = dossier.Id;
        var staff = await db.Staff.Where(s => s.OcmwKbo == dossier.OcmwKbo).ToDictionaryAsync(s => s.Id, s => s.Name, cancellation);
        var consents = await db.Consents.AsNoTracking().Where(c => c.DossierId == id).ToListAsync(cancellation);
        var events = await db.ConsentEvents.AsNoTracking().Where(e => e.DossierId == id).ToListAsync(cancellation);
        var papers = await db.PaperConsents.AsNoTracking().Where(p => p.DossierId == id).ToListAsync(cancellation);
        var texts = events.Select(e => e.TextSha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var consentIds = consents.ConvertAll(c => c.Id);
        return new(
            dossier.Number,
            dossier.Name,
            await db.Ocmws.Where(o => o.Kbo == dossier.OcmwKbo).Select(o => o.Name).SingleAsync(cancellation),
            dossier.OcmwKbo,
            Name(dossier.SocialWorkerId),
            dossier.OpenedAt,
            [.. (await db.Facts.AsNoTracking().Where(f => f.DossierId == id).ToListAsync(cancellation)).OrderBy(f => f.RecordedAt).Select(f => new PersonExport.AFact(f.From, f.Value, f.Evidence, Name(f.RecordedBy), f.RecordedAt))],
            [.. (await db.ConsentRequests.AsNoTracking().Where(r => r.DossierId == id).ToListAsync(cancellation)).OrderBy(r => r.OpenedAt).Select(r => new PersonExport.AConsentRequest(r.Id, r.Code, r.Purpose, r.From.ToString(), r.Until, r.OpenedAt, Name(r.OpenedBy), r.ExpiresAt, r.Ending, r.EndedAt))],
            [.. consents.OrderBy(c => c.GivenAt).Select(c => new PersonExport.AConsent(c.Id, c.RequestId, c.WebId, c.Container, c.GivenAt, c.From?.ToString(), c.Until, c.TextSha256, c.LastReadAt, c.WithdrawnAt, c.ExpiredAt, c.VaultRefusedAt))],
            [.. papers.OrderBy(p => p.RecordedAt).Select(p => new PersonExport.APaperConsent(p.Id, p.RequestId, p.GivenOn, p.RecordedAt, p.EffectiveFrom, Name(p.RecordedBy), p.HelpedBy, p.From.ToString(), p.Until, p.TextSha256, p.ConsentId, p.WithdrawnAt, p.ExpiredAt))],
            [.. events.OrderBy(e => e.At).ThenBy(e => e.Kind).Select(e => new PersonExport.AnEvent(e.Kind, e.At, Who(e.By), e.RequestId, e.ConsentId, e.PaperConsentId, e.From?.ToString(), e.Until, e.TextSha256))],
            [.. (await db.ConsentTexts.AsNoTracking().Where(t => texts.Contains(t.Sha256)).ToListAsync(cancellation)).OrderBy(t => t.FirstAnsweredAt).Select(t => new PersonExport.AText(t.Sha256, t.Version, t.Language, t.Title, t.Paragraphs))],
            [.. (await db.ConsentReceipts.Where(r => r.DossierId == id).Select(r => new { r.Number, r.SubjectId, r.IssuedAt }).ToListAsync(cancellation)).OrderBy(r => r.IssuedAt).Select(r => new PersonExport.AReceipt(r.Number, r.SubjectId, r.IssuedAt))],
            [.. (await db.VaultReads.AsNoTracking().Where(r => consentIds.Contains(r.ConsentId)).ToListAsync(cancellation)).OrderBy(r => r.At).Select(r => new PersonExport.ARead(r.ConsentId, r.At, r.Answer, r.DocumentsFetched, r.DocumentsOutside))],
            [.. (await db.Slips.AsNoTracking().Where(s => s.DossierId == id).ToListAsync(cancellation)).OrderBy(s => s.ReadAt).Select(s => new PersonExport.APayslip(s.Id, s.Url, s.Sha256, s.ReadAt, s.EndedAt, s.Loonfiche, [.. s.Problems.Select(p => p.Sentence)], [.. s.Notes.Select(n => n.Sentence)], s.Signature?.Sentence))],
            await ChecksAsync(id, cancellation),
            await DecisionsAsync(id, Name, cancellation),
            [.. (await db.Disputes.AsNoTracking().Where(d => d.DossierId == id).ToListAsync(cancellation)).OrderBy(d => d.RaisedAt).Select(d => new PersonExport.ADispute(d.SlipId, d.Month.ToString(), d.Line, d.Label, d.Amount.Amount, d.Claimed.Amount, d.Reason, d.RaisedAt, d.Answer, d.AnswerText, d.AnsweredAt, d.AnsweredBy is { } by ? Name(by) : null, d.RightAmount?.Amount, d.RightNet?.Amount))],
            [.. (await db.CheckQuestions.AsNoTracking().Where(q => q.DossierId == id).ToListAsync(cancellation)).OrderBy(q => q.AskedAt).Select(q => new PersonExport.AnAskedQuestion(q.CheckId, q.Text, Name(q.AskedBy), q.AskedAt, q.Answer, q.AnsweredAt))],
            [.. (await db.Questions.AsNoTracking().Where(q => q.DossierId == id).ToListAsync(cancellation)).OrderBy(q => q.AskedAt).Select(q => new PersonExport.AQuestion(q.AskedAt, q.CheckId, q.Step, q.ViewId, q.Text, q.Answer, q.AnsweredAt, q.AnsweredBy is { } by ? Name(by) : null))],
            [.. (await db.StaffViews.AsNoTracking().Where(v => v.DossierId == id).ToListAsync(cancellation)).OrderBy(v => v.At).Select(v => new PersonExport.ALook(v.Id, v.At, Name(v.StaffId), v.CheckId, v.Reason))]);

        string Name(string by) => staff.GetValueOrDefault(by, by.StartsWith("software:", StringComparison.Ordinal) ? "software van het OCMW" : "iemand van het OCMW");

        string Who(string by) => by switch { ConsentEvent.Citizen => "u", ConsentEvent.Service => "deze dienst", _ => Name(by) };
    }

    private async Task<IReadOnlyList<PersonExport.ACheck>> ChecksAsync(Guid dossier, CancellationToken cancellation)
    {
        var checks = await db.Checks.AsNoTracking().Where(c => c.DossierId == dossier).ToListAsync(cancellation);
        return
        [
            .. checks.OrderBy(c => c.Month).ThenBy(c => c.CheckedAt).Select(c => new PersonExport.ACheck(
                c.Id, c.Month.ToString(), c.CheckedAt, c.IsCurrent, c.ReplacesId, c.Outcome, c.OldAmount?.Amount, c.NewAmount?.Amount, [.. c.Findings.Select(f => f.Sentence)], c.SlipIds, c.LawVersion, ExportCheck.Of(c) is { } json ? JsonNode.Parse(json, documentOptions: new() { MaxDepth = 256 }) : null)),
        ];
    }

    private async Task<IReadOnlyList<PersonExport.ADecision>> DecisionsAsync(Guid dossier, Func<string, string> name, CancellationToken cancellation)
    {
        var proposals = await db.Proposals.AsNoTracking().Where(p => db.Checks.Any(c => c.Id == p.CheckId && c.DossierId == dossier)).ToListAsync(cancellation);
        var ids = proposals.ConvertAll(p => p.Id);
        var steps = (await db.DecisionSteps.AsNoTracking().Where(s => ids.Contains(s.ProposalId)).ToListAsync(cancellation)).ToLookup(s => s.ProposalId);
        return
        [
            .. proposals.OrderBy(p => p.At).Select(p => new PersonExport.ADecision(
                p.CheckId, p.Kind, p.Amount?.Amount, p.Reason, name(p.By), p.At, p.EndedAt,
                [.. steps[p.Id].OrderBy(s => s.RecordedAt).Select(s => new PersonExport.AStep(s.Kind, s.On, name(s.By), s.RecordedAt, s.DecidedBy, s.Number, s.Amount?.Amount, s.Text))])),
        ];
    }
}
