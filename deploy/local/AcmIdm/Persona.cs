using System.Text.Json;

namespace SolidLoonfiches.AcmIdm;

/// <summary>A made-up person who can be signed in with one click.</summary>
/// <param name="Name">On the button.</param>
/// <param name="Description">Under it: what this person is for.</param>
/// <param name="Group">The heading under which the button stands.</param>
/// <param name="Claims">What ACM/IDM would say: strings, or arrays of strings. <c>sub</c> is needed.</param>
internal sealed record Persona(string Name, string Description, string Group, IReadOnlyDictionary<string, JsonElement> Claims)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public string Subject => Claims["sub"].GetString() ?? throw new InvalidOperationException($"The persona {Name} has no 'sub'.");

    /// <exception cref="InvalidOperationException">The file holds no persona, or one without <c>sub</c>, or the same <c>sub</c> twice.</exception>
    public static IReadOnlyList<Persona> ReadAll(string file)
    {
        var all = JsonSerializer.Deserialize<List<Persona>>(File.ReadAllBytes(file), Web) ?? [];
        return all.Count > 0 && all.Select(persona => persona.Subject).Distinct(StringComparer.Ordinal).Count() == all.Count
            ? all
            : throw new InvalidOperationException($"{file} holds no personas, or two with the same 'sub'.");
    }

    /// <summary>The claims that the scopes ask for, one pair for each value of an array.</summary>
    public IEnumerable<KeyValuePair<string, string>> ClaimsFor(IReadOnlyCollection<string> scopes) =>
        from claim in Claims
        where scopes.Contains(ScopeOf(claim.Key))
        from value in claim.Value.ValueKind == JsonValueKind.Array ? claim.Value.EnumerateArray().ToArray() : [claim.Value]
        select KeyValuePair.Create(claim.Key, value.GetString() ?? "");

    // As ACM/IDM gives them: the organisation's claims and the roles for an application come with "vo".
    private static string ScopeOf(string claim) => claim switch
    {
        "sub" => "openid",
        "rrn" => "rrn",
        "webid" => "webid",
        _ when claim.StartsWith("vo_", StringComparison.Ordinal) || claim.EndsWith("_rol_3d", StringComparison.Ordinal) => "vo",
        _ => "profile",
    };
}
