using SolidLoonfiches.Receiver;

// Stands for the OCMW's own package: receives events, verifies them, does with each what it has to do once, and shows them.
//   --port N  --secrets FILE (one a line, read at each event)  --data FILE (an event a line)  [--linger MS: waits between doing and answering]
var builder = WebApplication.CreateBuilder(args);
var port = int.Parse(builder.Configuration["port"] ?? throw new InvalidOperationException("Give --port."), System.Globalization.CultureInfo.InvariantCulture);
var secrets = builder.Configuration["secrets"] ?? throw new InvalidOperationException("Give --secrets.");
var linger = TimeSpan.FromMilliseconds(builder.Configuration.GetValue("linger", 0));
builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(port));
using var inbox = Inbox.Open(builder.Configuration["data"] ?? throw new InvalidOperationException("Give --data."));

var app = builder.Build();
app.MapPost("/events", async (HttpContext http) =>
{
    var read = await ReceivedEvent.ReadAsync(http.Request, await File.ReadAllLinesAsync(secrets, http.RequestAborted), TimeProvider.System.GetUtcNow());
    if (read is ReceivedEvent.Refused refused)
    {
        app.Logger.LogWarning("Refused: {Why}", refused.Why);
        return Results.Problem(refused.Why, statusCode: StatusCodes.Status401Unauthorized);
    }

    var taken = (ReceivedEvent.Verified)read;
    var isNew = inbox.Take(taken.Id, taken.Body);
    app.Logger.LogInformation("{Kind} {Type} {Id}", isNew ? "New" : "Again", taken.Type, taken.Id);
    await Task.Delay(linger, http.RequestAborted);
    return Results.NoContent();
});
app.MapGet("/received", () => Results.Text(inbox.AsLines(), "application/x-ndjson"));
app.MapGet("/", () => Results.Content(InboxPage.Write(inbox), "text/html; charset=utf-8"));
await app.RunAsync();
