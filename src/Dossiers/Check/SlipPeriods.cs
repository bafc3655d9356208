using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>In which months a document matters.</summary>
internal static class SlipPeriods
{
    /// <summary>A period longer than this, or one that runs backwards, says nothing of the month that the slip is about.</summary>
    private const int LongestDays = 366;

    private static readonly DateOnly Earliest = new(1950, 1, 1);
    private static readonly DateOnly Latest = new(9000, 1, 1);

    /// <summary>The pay period, or null where it is not known well enough to name a month. A usable slip has one.</summary>
    public static (DateOnly From, DateOnly To)? Period(this Slip slip) =>
        slip is { PeriodFrom: { } from, PeriodTo: { } to } && from >= Earliest && from <= to && to < Latest && (slip.Loonfiche is not null || to.DayNumber - from.DayNumber < LongestDays)
            ? (from, to)
            : null;

    public static bool Touches(this Slip slip, Maand month) => slip.Period() is var (from, to) && month.Touches(from, to);

    /// <summary>Months of the period that are not later than <paramref name="last"/>.</summary>
    public static IEnumerable<Maand> MonthsUpTo(this Slip slip, Maand last) =>
        slip.Period() is var (from, to) ? Maand.Of(from).Through(Maand.Of(to) < last ? Maand.Of(to) : last) : [];

    /// <summary>Its period is not known, or has a day in what the citizen consented to.</summary>
    public static bool Covers(this Consent consent, Slip slip) =>
        slip.Period() is not var (from, to) || (!(to < consent.From?.FirstDay) && !(from > consent.Until));

    /// <summary>In this container, and not in that of an earlier consent.</summary>
    public static bool IsIn(this Slip slip, string container) => slip.Url.StartsWith(container, StringComparison.Ordinal);

    /// <summary>Of another person: it is told, and never stands in the way.</summary>
    public static bool IsOfSomebodyElse(this Slip slip) => slip.Problems.Any(p => p.Code == "notOfThisPerson");
}
