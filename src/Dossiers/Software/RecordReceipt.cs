using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>Records that software of the OCMW received an event, or could do nothing with it.</summary>
public sealed class RecordReceipt(DossierDb db, TimeProvider clock)
{
    private const int LongestReason = 500;

    /// <param name="EventId">An event of the client's own OCMW.</param>
    /// <param name="Reason">Required where it is not received.</param>
    public sealed record Command(string EventId, Guid ClientId, string OcmwKbo, bool IsReceived, string? Reason);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Recorded(Guid ReceiptId) : Outcome;

        public sealed record NotFound : Outcome;

        /// <param name="Sentence">For who maintains the software.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (!await db.Events.AnyAsync(e => e.Id == command.EventId && e.OcmwKbo == command.OcmwKbo, cancellation))
        {
            return new Outcome.NotFound();
        }

        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        if (reason?.Length > LongestReason || (!command.IsReceived && reason is null))
        {
            return new Outcome.Refused("reason", $"Schrijf waarom de software niets met dit bericht kan (hoogstens {LongestReason} tekens).");
        }

        var now = clock.GetUtcNow();
        var receipt = new EventReceipt { Id = Guid.CreateVersion7(now), EventId = command.EventId, ClientId = command.ClientId, IsReceived = command.IsReceived, Reason = reason, At = now };
        db.EventReceipts.Add(receipt);
        await db.SaveChangesAsync(cancellation);
        return new Outcome.Recorded(receipt.Id);
    }
}
