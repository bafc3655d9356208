using System.Net;
using System.Text.Json;

namespace SolidLoonfiches.Receiver;

/// <summary>What was received, for a person with a browser.</summary>
internal static class InboxPage
{
    public static string Write(Inbox inbox)
    {
        var rows = inbox.All().Reverse().Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            string Text(string name) => WebUtility.HtmlEncode(json.RootElement.GetProperty(name).ToString());
            return $"<tr><td>{Text("time")}</td><td>{Text("type")}</td><td>{WebUtility.HtmlEncode(json.RootElement.GetProperty("data").GetProperty("change").GetString())}</td><td>{Text("subject")}</td><td>{Text("id")}</td></tr>";
        });
        return $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Received events</title></head>
            <body><h1>Events that the OCMW's package received</h1>
            <p>Each signature was verified. Received again and passed over since this receiver started: {inbox.Repeats}.</p>
            <table><thead><tr><th>Time</th><th>Type</th><th>Change</th><th>About</th><th>Id</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table>
            </body></html>
            """;
    }
}
