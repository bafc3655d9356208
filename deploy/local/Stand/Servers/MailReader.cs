using System.Net.Http.Json;
using System.Text.Json;

namespace SolidLoonfiches.Stand;

/// <param name="MessageId">Without angle brackets.</param>
/// <param name="Text">The plain text.</param>
internal sealed record ReceivedMail(string MessageId, string Subject, IReadOnlyList<string> To, string Text, string Html);

/// <summary>Reads what the mail receiver has received, by its REST interface.</summary>
internal sealed class MailReader(HttpClient http, Uri server)
{
    public async Task<IReadOnlyList<ReceivedMail>> AllAsync(CancellationToken cancellation)
    {
        var mails = await http.GetFromJsonAsync<JsonElement>(new Uri(server, "api/email"), cancellation);
        return [.. mails.EnumerateArray().Select(Read)];
    }

    private static ReceivedMail Read(JsonElement mail) => new(
        Text(mail.GetProperty("headers"), "message-id").Trim('<', '>'),
        Text(mail, "subject"),
        [.. mail.GetProperty("to").EnumerateArray().Select(to => Text(to, "address"))],
        Text(mail, "text"),
        Text(mail, "html"));

    private static string Text(JsonElement element, string property) => element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
