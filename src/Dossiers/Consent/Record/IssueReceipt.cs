using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Hands the citizen the record of a consent as it is now, with a number and a code. Asked again in the same state it is the same receipt.</summary>
public sealed class IssueReceipt(DossierDb db, ServiceIdentity service, ReceiptCodes codes, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <param name="SubjectId">A consent, a consent on paper, or a question that was answered with no.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    public sealed record Command(Guid SubjectId, Insz Insz);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Receipt">Now, or when this state was first asked for.</param>
        /// <param name="Code">By which its authenticity can be checked.</param>
        /// <param name="Matter">What it is about.</param>
        public sealed record Issued(ConsentReceipt Receipt, string Code, ConsentMatter Matter) : Outcome;

        /// <summary>Nothing of the kind of this person.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await ConsentMatter.FindAsync(db, command.SubjectId, command.Insz, cancellation) is not { Events.Count: > 0 } matter)
        {
            return new Outcome.NotFound();
        }

        var record = ConsentRecordGraph.Of(matter, new Uri(service.ClientId, "/citizen"));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(NTriples.Write(record))));
        for (var attempt = 1; ; attempt++)
        {
            if (await db.ConsentReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.SubjectId == command.SubjectId && r.RecordSha256 == sha256, cancellation) is { } known)
            {
                return new Outcome.Issued(known, codes.Of(known), matter);
            }

            var receipt = New(matter, record, sha256);
            db.ConsentReceipts.Add(receipt);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return new Outcome.Issued(receipt, codes.Of(receipt), matter);
            }
            catch (DbUpdateException failure) when (failure.IsUniqueViolation() && attempt < Attempts)
            {
                // Asked for in two windows at one moment; or chance gave a number twice.
                db.Entry(receipt).State = EntityState.Detached;
            }
        }
    }

    private ConsentReceipt New(ConsentMatter matter, RdfGraph record, string sha256)
    {
        var (number, now) = (PlainLetters.Random(ReceiptCodes.NumberGroups), clock.GetUtcNow());
        return new()
        {
            Number = number,
            DossierId = matter.Dossier.Id,
            SubjectId = matter.SubjectId,
            IssuedAt = now,
            RecordSha256 = sha256,
            Triples = NTriples.Write(ConsentRecordGraph.Receipt(record, matter.SubjectId, number, now)),
            ProtectedKey = codes.NewKey(),
        };
    }
}
