using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

internal sealed class EuroInCents() : ValueConverter<Euro, long>(euro => euro.Cents, cents => Euro.FromCents(cents));

internal sealed class MaandAsText() : ValueConverter<Maand, string>(month => month.ToString(), text => Maand.Parse(text));

internal sealed class InszAsText() : ValueConverter<Insz, string>(insz => insz.Value, text => Insz.Parse(text));

/// <summary>PostgreSQL's timestamptz wants offset 0.</summary>
internal sealed class MomentInUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(moment => moment.ToUniversalTime(), moment => moment);

/// <summary>
/// SQLite has no type for moments, and EF refuses to sort or compare its default text. This text is of one width and always
/// UTC, so that it sorts as time does, and a person who opens the file can read it. Microseconds, as PostgreSQL keeps.
/// </summary>
internal sealed class MomentAsSortableText() : ValueConverter<DateTimeOffset, string>(
    moment => Of(moment),
    text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
{
    private const string Format = "yyyy-MM-dd HH:mm:ss.ffffff";

    public static string Of(DateTimeOffset moment) => moment.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);
}
