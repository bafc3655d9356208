using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Receiver;

/// <summary>What came in, after it was verified as Standard Webhooks says. Written from that text alone, without anything of the sender's.</summary>
internal abstract record ReceivedEvent
{
    private const int LargestBody = 64 * 1024;

    /// <summary>How far its time may be from ours: an old message that somebody kept is not taken.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private ReceivedEvent()
    {
    }

    public sealed record Verified(string Id, string Type, string Body) : ReceivedEvent;

    public sealed record Refused(string Why) : ReceivedEvent;

    /// <param name="secrets">Those that hold now: two while one is being replaced.</param>
    public static async Task<ReceivedEvent> ReadAsync(HttpRequest request, IEnumerable<string> secrets, DateTimeOffset now)
    {
        var (id, time, signatures) = (request.Headers["webhook-id"].ToString(), request.Headers["webhook-timestamp"].ToString(), request.Headers["webhook-signature"].ToString());
        if (id.Length == 0 || !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return new Refused("webhook-id or webhook-timestamp is missing");
        }

        if ((now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Skew)
        {
            return new Refused("webhook-timestamp is too far from now");
        }

        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, request.HttpContext.RequestAborted);
        if (copy.Length > LargestBody)
        {
            return new Refused("the body is too large");
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{time}."), .. copy.ToArray()];
        var expected = secrets.Where(line => line.Length > 0).Select(line => HMACSHA256.HashData(Convert.FromBase64String(line.Trim()["whsec_".Length..]), signed)).ToList();
        if (!signatures.Split(' ').Any(one => one.StartsWith("v1,", StringComparison.Ordinal) && IsOneOf(one[3..], expected)))
        {
            return new Refused("no signature is right");
        }

        using var json = JsonDocument.Parse(copy.ToArray());
        var (idInBody, type) = (json.RootElement.GetProperty("id").GetString(), json.RootElement.GetProperty("type").GetString());
        return idInBody == id && type is not null ? new Verified(id, type, JsonSerializer.Serialize(json.RootElement)) : new Refused("the id in the body is another");
    }

    private static bool IsOneOf(string signature, IEnumerable<byte[]> expected)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(signature, bytes, out var length) && length == bytes.Length && expected.Any(one => CryptographicOperations.FixedTimeEquals(one, bytes));
    }
}
