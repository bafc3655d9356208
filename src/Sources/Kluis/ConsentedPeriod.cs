using System.Text.RegularExpressions;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Sources;

/// <summary>What a consent opens in time. No vault holds such a line, so the service does.</summary>
internal sealed partial record ConsentedPeriod(DateOnly? From, DateOnly? To)
{
    /// <summary>Before the period of a slip begins nobody writes it, but for a payment that comes early in its period.</summary>
    private const int DaysEarly = 31;

    public bool Has(DateOnly from, DateOnly to) => !(to < From) && !(from > To);

    /// <summary>
    /// True where the listing alone says that the document is of another time: by a name as payroll offices give it
    /// (<c>2026-10-…</c>, the month in which its period begins), or because it was written long before the period.
    /// </summary>
    public bool LeavesOut(VaultMember member)
    {
        if (From is { } from && member.Modified is { } written && Belgium.DayOf(written) < from.AddDays(-DaysEarly))
        {
            return true;
        }

        // A slip may run on into the month after the one in which it begins.
        return NameOfSlip().Match(member.Url.Segments[^1]) is { Success: true } name
            && Maand.TryParse(name.Groups["month"].Value, out var month)
            && (month.Next.LastDay < From || month.FirstDay > To);
    }

    /// <summary>The month, the employer's number and some digits of a hash: nothing else is taken for such a name.</summary>
    [GeneratedRegex(@"^(?<month>\d{4}-\d{2})-\d{10}-[0-9a-f]{12}\.ttl$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameOfSlip();
}
