using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Reads what people typed. What cannot be read stands as an error at its field, and what they typed stays there.</summary>
internal sealed class FormReader(ModelStateDictionary problems)
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>Nothing was wrong so far.</summary>
    public bool IsValid => problems.IsValid;

    /// <summary>The form's name for a field of an operation: <c>perYear</c> is <c>PerYear</c>.</summary>
    public static string FieldOf(string operationField) => char.ToUpperInvariant(operationField[0]) + operationField[1..];

    public void Refuse(string field, string sentence) => problems.AddModelError(field, sentence);

    public string Text(string field, string? text, string ifMissing)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Refuse(field, ifMissing);
        }

        return text?.Trim() ?? "";
    }

    public DateOnly Date(string field, string? text, string ifMissing)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Refuse(field, ifMissing);
        }

        return OptionalDate(field, text) ?? default;
    }

    public DateOnly? OptionalDate(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (TryDate(text, out var day))
        {
            return day;
        }

        Refuse(field, "Deze datum bestaat niet. Schrijf ze als 31/10/2026.");
        return null;
    }

    public Euro Amount(string field, string? text)
    {
        if (Amounts.Read(text ?? "") is { } amount)
        {
            return amount;
        }

        Refuse(field, string.IsNullOrWhiteSpace(text) ? "Vul een bedrag in. Is er geen, vul dan 0 in." : "Dit is geen bedrag. Schrijf het als 1.234,56.");
        return default;
    }

    /// <param name="text">The value's number.</param>
    public T Choice<T>(string field, string? text, string ifMissing)
        where T : struct, Enum
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined(typeof(T), number))
        {
            return (T)Enum.ToObject(typeof(T), number);
        }

        Refuse(field, ifMissing);
        return default;
    }

    /// <summary>A list to choose from, for <see cref="Choice{T}"/>.</summary>
    public static IReadOnlyList<(string Value, string Words)> Choices<T>(IReadOnlyList<(T Value, string Words)> words)
        where T : struct, Enum =>
        [.. words.Select(pair => (Convert.ToInt32(pair.Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), pair.Words))];

    public static bool TryDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
