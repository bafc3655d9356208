using System.Text.Json;

namespace SolidLoonfiches.Vault;

/// <summary>Errors as OAuth tells them (RFC 6749, section 5.2).</summary>
internal static class OAuthErrors
{
    /// <summary>The code of an error answer; null where there is none that looks like one (the text is from elsewhere and ends in our logs).</summary>
    public static string? CodeOf(VaultReply.Answered answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Clean(OidcJson.Text(json.RootElement, "error"))
                : null;
        }
        catch (JsonException)
        {
            // Not JSON, such as the HTML of a gateway: no code then.
            return null;
        }
    }

    /// <summary>The code, if it is one: small letters and underscores only.</summary>
    public static string? Clean(string? code) =>
        code is { Length: > 0 and <= 60 } && code.All(c => char.IsAsciiLetterLower(c) || c == '_') ? code : null;
}
