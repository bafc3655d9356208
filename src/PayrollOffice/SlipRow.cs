using System.Text.Json;
using System.Text.Json.Serialization;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>One slip in the payroll office's file: an object of a JSON array.</summary>
internal sealed record SlipRow
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new LineKindConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The container in the worker's vault; the one of the command line where it is left out.</summary>
    public Uri? Container { get; init; }

    /// <summary>The office's own name for this slip; the slip's URL follows from it.</summary>
    public required string Reference { get; init; }

    /// <summary>Reference (same employer, same first month) or URL of the slip whose place this one takes.</summary>
    public string? Corrects { get; init; }

    /// <summary>Must be said where the gross is negative: a wrong sign is otherwise the likelier reading.</summary>
    public bool TakeBack { get; init; }

    public required KboNumber Employer { get; init; }

    public string? EmployerName { get; init; }

    public required Insz Worker { get; init; }

    public required DateOnly PeriodFrom { get; init; }

    public required DateOnly PeriodTo { get; init; }

    public required DateOnly PaidOn { get; init; }

    public required Euro Gross { get; init; }

    public required Euro SocialSecurity { get; init; }

    public Euro TaxableExtras { get; init; }

    public required Euro WithholdingTax { get; init; }

    public required Euro Nettoloon { get; init; }

    public Euro UntaxedExtras { get; init; }

    public Euro Deductions { get; init; }

    public required Euro NetPaid { get; init; }

    public IReadOnlyList<PayLine> Lines { get; init; } = [];

    /// <summary>The row, or null and why not. The reason names the field and never its content.</summary>
    public static SlipRow? Read(JsonElement row, out string reason)
    {
        try
        {
            reason = "";
            var read = row.Deserialize<SlipRow>(Json);
            reason = read is null ? "the row is null" : Reason(read);
            return reason.Length == 0 ? read : null;
        }
        catch (JsonException error)
        {
            reason = error.Path is null or "$" ? "a field is missing or unknown" : $"{error.Path} is missing, unknown or not of its kind";
            return null;
        }
    }

    public Loonfiche ToLoonfiche() => new()
    {
        Id = Reference,
        Employer = Employer,
        EmployerName = EmployerName,
        Worker = Worker,
        PeriodFrom = PeriodFrom,
        PeriodTo = PeriodTo,
        PaidOn = PaidOn,
        Gross = Gross,
        SocialSecurity = SocialSecurity,
        TaxableExtras = TaxableExtras,
        WithholdingTax = WithholdingTax,
        Nettoloon = Nettoloon,
        UntaxedExtras = UntaxedExtras,
        Deductions = Deductions,
        NetPaid = NetPaid,
        Lines = Lines,
        Corrects = Corrects,
    };

    private static string Reason(SlipRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Reference))
        {
            return "$.reference is empty";
        }

        if (row.Container is { } container && (!container.IsAbsoluteUri || !container.AbsolutePath.EndsWith('/')))
        {
            return "$.container is not an absolute URL that ends in a slash";
        }

        return row.TakeBack == row.Gross < Euro.Zero ? "" : "$.takeBack must be true where the gross is negative, and only there";
    }
}
