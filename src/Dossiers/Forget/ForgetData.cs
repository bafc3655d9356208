using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Blanks personal data whose time is over. Run every day; what was blanked before is passed over.</summary>
/// <remarks>
/// Kept for as long as the law makes the OCMW answer for its decisions: what a decision was proposed on (the check with its
/// facts and steps, and the payslips that it used), that a consent was given and when it ended, when we looked into a vault,
/// and which text was shown. Amounts, dates, hashes and law versions stay after that too: they name nobody by themselves.
/// </remarks>
public sealed class ForgetData(DossierDb db, TimeProvider clock)
{
    /// <summary>A payslip on which nothing was proposed, after the consent under which it was read ended.</summary>
    public static readonly TimeSpan UnusedPayslips = TimeSpan.FromDays(30);

    /// <summary>Where the person's vault is and who they are there, after a vault that is closed.</summary>
    public static readonly TimeSpan AddressOfClosedVault = TimeSpan.FromDays(90);

    /// <summary>The same of a vault that was never seen closed: until then the person can have us close it.</summary>
    public static readonly TimeSpan AddressOfOpenVault = TimeSpan.FromDays(365);

    /// <summary>
    /// What a proposal rests on, after it was made. Ten years, the ordinary limitation of personal claims (old Civil Code,
    /// art. 2262bis §1); no shorter term for these files was found in what we read of the RMI law. The OCMW's own selection
    /// list, approved by the State Archives, goes before it.
    /// </summary>
    public static readonly TimeSpan Decisions = TimeSpan.FromDays(3653);

    /// <summary>What a citizen asked and was told, after the answer: time to come back to it.</summary>
    public static readonly TimeSpan Questions = TimeSpan.FromDays(365);

    /// <summary>In place of an address that was blanked.</summary>
    private const string Blank = "blanked:";

    /// <returns>How many slips, consents and checks were blanked.</returns>
    public async Task<(int Slips, int Consents, int Checks)> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var checks = await BlankChecksAsync(now, cancellation);
        var keys = now - ApiWrite.KeptFor;
        await db.ApiWrites.Where(w => w.At <= keys).ExecuteDeleteAsync(cancellation);
        await BlankWordsAsync(now, cancellation);
        return (await BlankSlipsAsync(now, cancellation), await BlankConsentsAsync(now, cancellation), checks);
    }

    /// <summary>That a question was asked and answered stays, without its words; that somebody helped with a paper, without who it was.</summary>
    private async Task BlankWordsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (answered, ended) = (now - Questions, now - AddressOfOpenVault);
        await db.Questions.Where(q => q.AnsweredAt <= answered && q.Text != "").ExecuteUpdateAsync(q => q.SetProperty(x => x.Text, "").SetProperty(x => x.Answer, ""), cancellation);
        await db.PaperConsents.Where(p => p.HelpedBy != null && (p.WithdrawnAt <= ended || p.ExpiredAt <= ended)).ExecuteUpdateAsync(p => p.SetProperty(x => x.HelpedBy, (string?)null), cancellation);
    }

    private async Task<int> BlankChecksAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now - Decisions;
        await db.CheckQuestions.Where(q => q.AskedAt <= before && q.Text != "").ExecuteUpdateAsync(q => q.SetProperty(x => x.Text, "").SetProperty(x => x.Answer, (string?)null), cancellation);
        var old = await db.Checks
            .Where(c => (c.Result != null || c.Geval != null) && c.CheckedAt <= before && !db.Proposals.Any(p => p.CheckId == c.Id && p.At > before))
            .Select(c => c.Id).ToListAsync(cancellation);
        foreach (var id in old)
        {
            await db.Checks.Where(c => c.Id == id).ExecuteUpdateAsync(
                c => c.SetProperty(x => x.Result, (Leefloon.Maandresultaat?)null).SetProperty(x => x.Geval, (Leefloon.Geval?)null)
                    .SetProperty(x => x.Findings, (IReadOnlyList<Finding>)[]).SetProperty(x => x.SlipIds, (IReadOnlyList<Guid>)[]),
                cancellation);
        }

        return old.Count;
    }

    private async Task<int> BlankSlipsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now - UnusedPayslips;
        var dossiers = await db.Consents
            .GroupBy(c => c.DossierId)
            .Where(g => g.All(c => c.WithdrawnAt <= before || c.ExpiredAt <= before || c.VaultRefusedAt <= before))
            .Select(g => g.Key).ToListAsync(cancellation);
        var count = 0;
        foreach (var dossier in dossiers)
        {
            // What a proposal rests on is held by its check, for as long as that check is whole.
            var proposed = await db.Checks.Where(c => c.DossierId == dossier && db.Proposals.Any(p => p.CheckId == c.Id)).Select(c => c.SlipIds).ToListAsync(cancellation);
            var used = proposed.SelectMany(ids => ids).ToHashSet();
            var slips = await db.Slips.Where(s => s.DossierId == dossier && !s.Url.StartsWith(Blank)).Select(s => s.Id).ToListAsync(cancellation);
            foreach (var id in slips.Where(id => !used.Contains(id)))
            {
                count += await db.Slips.Where(s => s.Id == id).ExecuteUpdateAsync(
                    s => s.SetProperty(x => x.Url, Blank + id).SetProperty(x => x.Loonfiche, (Loonfiches.Loonfiche?)null)
                        .SetProperty(x => x.Problems, (IReadOnlyList<Sources.SlipProblem>)[]).SetProperty(x => x.Notes, (IReadOnlyList<Sources.SlipProblem>)[])
                        .SetProperty(x => x.ETag, (string?)null).SetProperty(x => x.Modified, (DateTimeOffset?)null)
                        .SetProperty(x => x.EndedAt, x => x.EndedAt ?? now),
                    cancellation);

                // What was said about a slip goes with it; that a line was disputed and how it was answered stays.
                await db.Disputes.Where(d => d.SlipId == id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Label, "").SetProperty(x => x.Reason, "").SetProperty(x => x.AnswerText, (string?)null), cancellation);
            }
        }

        return count;
    }

    private async Task<int> BlankConsentsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (closed, open) = (now - AddressOfClosedVault, now - AddressOfOpenVault);
        var over = db.Consents.Where(c => c.Container != Blank && (c.VaultRefusedAt <= closed || c.WithdrawnAt <= open || c.ExpiredAt <= open));
        var keys = await over.Where(c => c.IdentityKey != null).Select(c => c.IdentityKey!).ToListAsync(cancellation);
        await db.VaultIdentities.Where(i => keys.Contains(i.Key)).ExecuteDeleteAsync(cancellation);
        return await over.ExecuteUpdateAsync(
            c => c.SetProperty(x => x.WebId, Blank).SetProperty(x => x.Issuer, Blank).SetProperty(x => x.Container, Blank).SetProperty(x => x.IdentityKey, (string?)null).SetProperty(x => x.AccessGrant, (string?)null),
            cancellation);
    }

    /// <summary>Whether there is still a vault that could be closed.</summary>
    internal static bool IsBlanked(Consent consent) => consent.Container == Blank;
}
