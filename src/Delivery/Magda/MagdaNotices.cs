using System.Net.Http.Headers;
using System.Xml;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Delivery;

/// <summary>Tells MAGDA that there is news for a person: one notice for each payslip that was found, through the same outbox as events.</summary>
internal sealed class MagdaNotices(IHttpClientFactory clients, IOptions<MagdaOptions> options, TimeProvider clock)
{
    public const string ClientName = "magda";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = clients.CreateClient(ClientName);

    public async Task<EventSender.Outcome> SendAsync(EventRecord record, Insz person, CancellationToken cancellation)
    {
        var settings = options.Value;
        if (settings.Url is not { } url)
        {
            return new EventSender.Outcome.Failed("magda is not configured", EndpointIsAway: true, null);
        }

        var hoedanigheid = settings.HoedanigheidPerOcmw.GetValueOrDefault(record.OcmwKbo, settings.Hoedanigheid);
        using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(MagdaEnvelope.Write(settings, hoedanigheid, record.Id, person.Value, record.At)) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(MagdaEnvelope.MediaType, "utf-8");
        message.Headers.Add("SOAPAction", "\"\"");
        using var limit = new CancellationTokenSource(Longest, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        try
        {
            using var answer = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
            await using var body = await answer.Content.ReadAsStreamAsync(both.Token);
            // A SOAP fault comes with 500: the body says more than the status.
            return MagdaEnvelope.Read(body) switch
            {
                MagdaEnvelope.Answer.Registered when answer.IsSuccessStatusCode => new EventSender.Outcome.Accepted(),
                MagdaEnvelope.Answer.NoDataFound => new EventSender.Outcome.Useless("magda 30001"),
                MagdaEnvelope.Answer.SourceBroken broken => new EventSender.Outcome.Failed($"magda {broken.Code}", EndpointIsAway: true, null),
                _ => new EventSender.Outcome.Failed($"http {(int)answer.StatusCode}", EndpointIsAway: true, null),
            };
        }
        catch (XmlException)
        {
            return new EventSender.Outcome.Failed("magda: no XML", EndpointIsAway: true, null);
        }
        catch (HttpRequestException failure)
        {
            return new EventSender.Outcome.Failed($"connection {failure.HttpRequestError}", EndpointIsAway: true, null);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new EventSender.Outcome.Failed("no answer in time", EndpointIsAway: true, null);
        }
    }
}
