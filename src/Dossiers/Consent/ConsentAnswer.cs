using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>What a citizen agreed to: the text that they read, and the period, as asked or narrower.</summary>
/// <param name="Language">Of the text.</param>
/// <param name="TextSha256">Of the text that was on the screen.</param>
/// <param name="From">Payslips of this month and later.</param>
/// <param name="Until">Last day on which the service reads.</param>
public sealed record ConsentAnswer(string Language, string TextSha256, Maand From, DateOnly Until)
{
    /// <summary>Why an answer cannot be recorded.</summary>
    public abstract record Problem
    {
        private Problem()
        {
        }

        public sealed record RequestEnded : Problem;

        public sealed record TextChanged : Problem;

        /// <param name="Field"><c>from</c> or <c>until</c>.</param>
        /// <param name="Sentence">For the citizen, Dutch, level B1.</param>
        public sealed record Terms(string Field, string Sentence) : Problem;
    }

    /// <summary>A yes to all that was asked.</summary>
    public static ConsentAnswer Yes(ConsentTerms terms, string language)
    {
        var text = ConsentText.Current(terms, language);
        return new(text.Language, text.Sha256, terms.From, terms.Until);
    }

    public ConsentText Text(ConsentTerms terms) => ConsentText.Current(terms, Language);

    public bool IsNarrowerThan(ConsentRequest request) => From > request.From || Until < request.Until;

    /// <summary>Null where it can be recorded.</summary>
    public Problem? Check(OwnRequests.Own own, DateTimeOffset now) =>
        !own.Request.CanBeGiven(now) ? new Problem.RequestEnded()
        : Text(own.Terms).Sha256 != TextSha256 ? new Problem.TextChanged()
        : Narrows(own.Request.From, own.Request.Until, From, Until, Belgium.DayOf(now));

    /// <summary>A citizen may give less than was asked, never more: for more, the OCMW has to ask.</summary>
    internal static Problem.Terms? Narrows(Maand? asked, DateOnly? askedUntil, Maand from, DateOnly until, DateOnly today) => 0 switch
    {
        _ when from < asked => new("from", $"Kies een maand vanaf {DutchDates.Words(asked.Value)}: meer vroeg uw OCMW niet."),
        _ when until > askedUntil => new("until", $"Kies een dag tot en met {DutchDates.Words(askedUntil.Value)}: langer vroeg uw OCMW niet."),
        _ when until < today => new("until", "Deze dag is al voorbij. Kies vandaag of een latere dag."),
        _ when until < from.FirstDay => new("until", "Deze dag ligt voor de eerste maand die u koos. Dan kunnen wij niets lezen."),
        _ => null,
    };
}
