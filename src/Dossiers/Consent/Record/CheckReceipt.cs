using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Whether a receipt is ours and unchanged: for anybody who holds one. A number that does not exist and a code that is wrong answer alike.</summary>
public sealed class CheckReceipt(DossierDb db, ReceiptCodes codes)
{
    /// <param name="Number">As typed.</param>
    /// <param name="Code">As typed.</param>
    public sealed record Command(string? Number, string? Code);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>Issued by this service, and so.</summary>
        public sealed record Genuine(string Number, ReceiptDocument.Contents Contents) : Outcome;

        /// <summary>No receipt of this service has this number with this code.</summary>
        public sealed record Unknown : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (PlainLetters.Read(command.Number, ReceiptCodes.NumberGroups) is not { } number || PlainLetters.Read(command.Code, ReceiptCodes.CodeGroups) is not { } code)
        {
            return new Outcome.Unknown();
        }

        return await db.ConsentReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.Number == number, cancellation) is { } receipt && codes.IsRight(receipt, code)
            ? new Outcome.Genuine(number, ReceiptDocument.ContentsOf(receipt))
            : new Outcome.Unknown();
    }
}
