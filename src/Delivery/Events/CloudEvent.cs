using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery;

/// <summary>An event as it goes over the wire: CloudEvents 1.0, JSON format, structured mode. The one place that writes it.</summary>
/// <remarks>
/// Its data are references: what happened and where to read it, never what it says. The same record gives the same bytes.
/// </remarks>
internal static class CloudEvent
{
    public const string MediaType = "application/cloudevents+json";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(EventRecord record, Uri root, bool indented = false)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Compact with { Indented = indented }))
        {
            var (kind, place) = Subject(record.Type);
            var subject = string.Create(CultureInfo.InvariantCulture, $"{place}/{record.SubjectId}");
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", record.Id);
            json.WriteString("source", At(root, $"ocmw/{record.OcmwKbo}"));
            json.WriteString("type", record.Type);
            json.WriteString("time", record.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("subject", subject);
            json.WriteString("datacontenttype", "application/json");
            json.WriteStartObject("data");
            json.WriteString("ocmw", record.OcmwKbo);
            json.WriteString("change", record.Change);
            Reference("dossier", record.DossierId, $"dossiers/{record.DossierId}");
            Reference(kind, record.SubjectId, subject);
            json.WriteEndObject();
            json.WriteEndObject();

            void Reference(string name, Guid id, string path)
            {
                json.WriteStartObject(name);
                json.WriteString("id", id);
                json.WriteString("url", At(root, path));
                json.WriteEndObject();
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static string At(Uri root, string path) => new Uri(root, "api/v1/" + path).AbsoluteUri;

    private static (string Kind, string Place) Subject(string type) => type switch
    {
        EventTypes.PayslipFound => ("payslip", "payslips"),
        EventTypes.CheckProposed or EventTypes.CheckDecided => ("check", "checks"),
        EventTypes.ConsentGiven or EventTypes.ConsentEnded => ("consent", "consents"),
        _ => throw new InvalidOperationException($"An event of type '{type}' is about something that nobody knows."),
    };
}
