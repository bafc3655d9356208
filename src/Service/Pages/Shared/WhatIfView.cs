using Microsoft.AspNetCore.Mvc.ModelBinding;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>What another wage would bring, as a page draws it for one of the two people. Made for one answer, and stored nowhere.</summary>
/// <param name="Curve">Of the month.</param>
/// <param name="Asked">The answer to the question that was asked; null where none was.</param>
/// <param name="Form">As the person typed it.</param>
internal sealed record WhatIfView(Loonkromme Curve, Loonverschil? Asked, WhatIfForm Form, bool ForCitizen)
{
    public WageChart Chart { get; } = new(Curve);

    /// <summary>Null where the facts allow no calculation: then there was no check with an amount either.</summary>
    public static WhatIfView? Of(Geval? facts, WhatIfForm form, Euro? more, bool forCitizen) => facts is not null && WatAls.Kromme(facts).Kromme is { } curve
        ? new(curve, more is { } amount ? WatAls.Meer(facts, amount).Verschil : null, form, forCitizen)
        : null;
}

/// <summary>The two questions: so much more in a month, or so many hours at so much net an hour.</summary>
internal sealed class WhatIfForm
{
    private static readonly Euro Most = Euro.Of(100_000m);

    public string? More { get; set; }

    public string? Hours { get; set; }

    public string? PerHour { get; set; }

    /// <summary>Null, with an error at its field, where it cannot be read.</summary>
    public Euro? ReadMore(ModelStateDictionary problems)
    {
        var form = new FormReader(problems);
        return Bounded(form, nameof(More), form.Amount(nameof(More), More));
    }

    /// <inheritdoc cref="ReadMore"/>
    public Euro? ReadHours(ModelStateDictionary problems)
    {
        var form = new FormReader(problems);
        var hours = Amounts.Read(Hours ?? "");
        if (hours is not { } count || count < Euro.Zero || count.Amount > 744)
        {
            form.Refuse(nameof(Hours), "Vul een aantal uren in, zoals 10 of 7,5.");
        }

        var perHour = form.Amount(nameof(PerHour), PerHour);
        return form.IsValid && hours is { } number && Bounded(form, nameof(PerHour), perHour) is { } net ? Euro.Round(number.Amount * net.Amount) : null;
    }

    private static Euro? Bounded(FormReader form, string field, Euro amount)
    {
        if (amount > Most || amount < -Most)
        {
            form.Refuse(field, "Dit bedrag is te groot. Vul een bedrag voor één maand in.");
        }

        return form.IsValid ? amount : null;
    }
}
