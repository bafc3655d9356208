using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The citizen says no. It is noted and nothing follows from it: no check, no message that asks for anything, no other amount.</summary>
public sealed class RefuseRequest(DossierDb db, TimeProvider clock)
{
    /// <param name="RequestId">The request.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Language">Of the text that was on the screen.</param>
    public sealed record Command(Guid RequestId, Insz Insz, string Language);

    /// <summary>How it ended.</summary>
    public enum Outcome
    {
        Refused,

        /// <summary>It was answered, expired or withdrawn before.</summary>
        AlreadyEnded,

        /// <summary>No such request of this person.</summary>
        NotFound,
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await db.RequestOfAsync(command.RequestId, command.Insz, cancellation) is not { } found)
        {
            return Outcome.NotFound;
        }

        var (request, now) = (found.Request, clock.GetUtcNow());
        if (!request.IsOpen(now))
        {
            return Outcome.AlreadyEnded;
        }

        var text = ConsentText.Current(found.Terms, command.Language);
        await StoredConsentText.PutAsync(db, text, now, cancellation);
        (request.EndedAt, request.Ending) = (now, RequestEnding.Refused);
        db.ConsentEvents.Add(ConsentEvent.Of(request, ConsentEventKind.Refused, now, ConsentEvent.Citizen, text.Sha256));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return Outcome.Refused;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.AlreadyEnded;
        }
    }
}
