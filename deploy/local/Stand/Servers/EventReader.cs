using System.Text.Json;

namespace SolidLoonfiches.Stand;

/// <summary>Reads what the receiver that stands for the OCMW's package took, by its own page.</summary>
internal sealed class EventReader(HttpClient http, Uri server)
{
    public async Task<IReadOnlyList<JsonElement>> AllAsync(CancellationToken cancellation)
    {
        var lines = await http.GetStringAsync(new Uri(server, "received"), cancellation);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
