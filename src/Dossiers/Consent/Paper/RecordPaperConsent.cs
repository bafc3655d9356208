using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>A social worker records a yes on paper, with its three dates: given, recorded, effective. No vault opens by it.</summary>
public sealed class RecordPaperConsent(DossierDb db, TimeProvider clock)
{
    internal const int LongestName = 100;

    /// <param name="RequestId">What the paper answers: its text is printed on it.</param>
    /// <param name="Language">Of the text on the paper.</param>
    /// <param name="GivenOn">The day beside the signature.</param>
    /// <param name="EffectiveFrom">From this day on it holds.</param>
    /// <param name="HelpedBy">Who helped the person; empty: nobody.</param>
    /// <param name="From">Payslips of this month and later, as asked or later.</param>
    /// <param name="Until">The last day, as asked or earlier.</param>
    /// <param name="By">Who has the paper.</param>
    public sealed record Command(Guid RequestId, string Language, DateOnly GivenOn, DateOnly EffectiveFrom, string? HelpedBy, Maand From, DateOnly Until, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Recorded(Guid PaperId) : Outcome;

        /// <param name="Field"><c>givenOn</c>, <c>effectiveFrom</c>, <c>helpedBy</c>, <c>language</c>, <c>from</c> or <c>until</c>.</param>
        /// <param name="Sentence">For the social worker.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;

        /// <summary>The question was answered, taken back or over; or a consent in the vault stands.</summary>
        public sealed record RequestEnded : Outcome;

        /// <summary>No such question of this OCMW.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var found = await (
            from one in db.ConsentRequests
            where one.Id == command.RequestId
            join dossier in db.Dossiers on one.DossierId equals dossier.Id
            where dossier.OcmwKbo == command.By.OcmwKbo
            join ocmw in db.Ocmws on dossier.OcmwKbo equals ocmw.Kbo
            select new OwnRequests.Own(one, ocmw.Kbo, ocmw.Name)).SingleOrDefaultAsync(cancellation);
        if (found is not { Request: var request })
        {
            return new Outcome.NotFound();
        }

        var now = clock.GetUtcNow();
        if (request.Ending == RequestEnding.Given || !request.CanBeGiven(now) || await db.Consents.Standing().AnyAsync(c => c.DossierId == request.DossierId, cancellation))
        {
            return new Outcome.RequestEnded();
        }

        if (Refusal(command, request, Belgium.DayOf(now)) is { } refused)
        {
            return refused;
        }

        var text = ConsentText.Current(found.Terms, command.Language);
        await StoredConsentText.PutAsync(db, text, now, cancellation);
        await RememberStaff.PutAsync(db, command.By, cancellation);
        var paper = new PaperConsent
        {
            Id = Guid.CreateVersion7(now),
            DossierId = request.DossierId,
            RequestId = request.Id,
            GivenOn = command.GivenOn,
            RecordedAt = now,
            EffectiveFrom = command.EffectiveFrom,
            RecordedBy = command.By.Id,
            HelpedBy = string.IsNullOrWhiteSpace(command.HelpedBy) ? null : command.HelpedBy.Trim(),
            From = command.From,
            Until = command.Until,
            TextVersion = text.Version,
            TextLanguage = text.Language,
            TextSha256 = text.Sha256,
        };
        db.PaperConsents.Add(paper);
        db.ConsentEvents.Add(ConsentEvent.Of(paper, ConsentEventKind.Given, now, command.By.Id));
        if (command.From > request.From || command.Until < request.Until)
        {
            db.ConsentEvents.Add(ConsentEvent.Of(paper, ConsentEventKind.Narrowed, now, command.By.Id));
        }

        // Answered; the citizen can still open the vault with the same question, as long as its period runs.
        (request.EndedAt, request.Ending) = (now, RequestEnding.Given);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Outcome.Recorded(paper.Id);
        }
        catch (Exception failure) when (failure.IsLostRace())
        {
            // The citizen answered online at the same moment, or a colleague recorded the same paper: what came first stands.
            db.ChangeTracker.Clear();
            return new Outcome.RequestEnded();
        }
    }

    private static Outcome.Refused? Refusal(Command command, ConsentRequest request, DateOnly today)
    {
        var asked = Belgium.DayOf(request.OpenedAt);
        return command switch
        {
            _ when !ConsentText.Languages.Contains(command.Language) => new("language", "Kies de taal van de tekst op het papier."),
            _ when command.GivenOn > today => new("givenOn", "Deze dag moet nog komen. Neem de dag die bij de handtekening staat."),
            _ when command.GivenOn < asked => new("givenOn", $"De vraag is van {DutchDates.Words(asked)}. Een papier van vroeger heeft een andere tekst: laat een nieuw ondertekenen."),
            _ when command.EffectiveFrom < command.GivenOn => new("effectiveFrom", "Een toestemming geldt niet voor ze gegeven is. Kies de dag van de handtekening of een latere dag."),
            _ when command.EffectiveFrom > command.Until => new("effectiveFrom", "Deze dag ligt na de laatste dag van de toestemming."),
            _ when command.HelpedBy?.Trim().Length > LongestName => new("helpedBy", $"Schrijf het in hoogstens {LongestName} tekens."),
            _ => ConsentAnswer.Narrows(request.From, request.Until, command.From, command.Until, today) is var (field, sentence) ? new(field, sentence) : null,
        };
    }
}
