using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A social worker asks a citizen to open their vault. Nothing is sent from here: the letter and the text message are printed and typed by people.</summary>
public sealed class OpenRequest(DossierDb db, TimeProvider clock)
{
    /// <summary>No more than a year's payslips and a month: what a review needs (art. 22 §1 RMI-wet), and no history.</summary>
    public const int MonthsBack = 13;

    /// <summary>Until the next yearly review and a month: longer needs another question.</summary>
    public const int MonthsAhead = 13;

    private const int DaysToAnswer = 30;

    /// <param name="DossierId">The dossier.</param>
    /// <param name="Purpose">Why.</param>
    /// <param name="From">Payslips of this month and later.</param>
    /// <param name="Until">Last day on which the service would read.</param>
    /// <param name="By">The social worker.</param>
    public sealed record Command(Guid DossierId, ConsentPurpose Purpose, Maand From, DateOnly Until, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Opened(Guid RequestId, string Code) : Outcome;

        /// <summary>One question at a time.</summary>
        public sealed record AlreadyOpen(Guid RequestId) : Outcome;

        /// <param name="Field"><c>from</c> or <c>until</c>.</param>
        /// <param name="Sentence">For the social worker.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;

        /// <summary>No dossier of this OCMW.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (!await db.Dossiers.AnyAsync(d => d.Id == command.DossierId && d.OcmwKbo == command.By.OcmwKbo, cancellation))
        {
            return new Outcome.NotFound();
        }

        var now = clock.GetUtcNow();
        if (Refusal(command, Belgium.DayOf(now)) is { } refused)
        {
            return refused;
        }

        var open = await db.ConsentRequests.SingleOrDefaultAsync(r => r.DossierId == command.DossierId && r.EndedAt == null, cancellation);
        if (open?.IsOpen(now) == true)
        {
            return new Outcome.AlreadyOpen(open.Id);
        }

        if (open is not null)
        {
            ExpireConsents.Expire(db, open);
        }

        await RememberStaff.PutAsync(db, command.By, cancellation);
        var request = new ConsentRequest
        {
            Id = Guid.CreateVersion7(now),
            DossierId = command.DossierId,
            Code = PlainLetters.Random(2),
            Purpose = command.Purpose,
            From = command.From,
            Until = command.Until,
            OpenedAt = now,
            OpenedBy = command.By.Id,
            ExpiresAt = Belgium.StartOf(Belgium.DayOf(now).AddDays(DaysToAnswer + 1)),
        };
        db.ConsentRequests.Add(request);
        db.ConsentEvents.Add(ConsentEvent.Of(request, ConsentEventKind.Requested, now, command.By.Id));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Opened(request.Id, request.Code);
        }
        catch (Exception failure) when (failure.IsLostRace())
        {
            db.ChangeTracker.Clear();
            return await db.ConsentRequests.Where(r => r.DossierId == command.DossierId && r.EndedAt == null).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancellation) is { } other
                ? new Outcome.AlreadyOpen(other)
                : throw new InvalidOperationException("Another request took this one's place and is gone.", failure);
        }
    }

    private static Outcome.Refused? Refusal(Command command, DateOnly today)
    {
        var month = Maand.Of(today);
        return command switch
        {
            _ when command.From < month.AddMonths(-MonthsBack) => new("from", $"Vraag geen loonfiches van voor {DutchDates.Words(month.AddMonths(-MonthsBack))}: verder terug is niet nodig."),
            _ when command.From > month.Next => new("from", $"Kies een maand tot en met {DutchDates.Words(month.Next)}."),
            _ when command.Until <= today => new("until", "Kies een dag in de toekomst."),
            _ when command.Until > today.AddMonths(MonthsAhead) => new("until", $"Kies een dag tot en met {DutchDates.Words(today.AddMonths(MonthsAhead))}. Daarna vraagt u het opnieuw."),
            _ when command.Until < command.From.FirstDay => new("until", "Deze dag ligt voor de eerste maand die u vraagt."),
            _ => null,
        };
    }
}
