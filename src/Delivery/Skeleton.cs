#pragma warning disable
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Delivery;

/// <summary>SMTP server and sender. Validated on start.</summary>
public sealed class MailOptions
{
    public string Host { get; set; } = "";
    public int Port { get; set; } = 25;
    public string From { get; set; } = "";
    /// <summary><c>None</c> (loopback only), <c>StartTls</c> or <c>Tls</c>.</summary>
    public string Security { get; set; } = "StartTls";
    public string? User { get; set; }
    public string? Password { get; set; }
    /// <summary>Address of the pages, named in the mail; no link to a dossier.</summary>
    public Uri? PagesUrl { get; set; }
}

/// <summary>Sends what is due from the outbox (one pass); a failure is tried again after 1, 5, 30 minutes, 2, 6, 12 hours, then every day.</summary>
public sealed class SendMessages
{
    /// <returns>How many were sent and how many failed.</returns>
    public Task<(int Sent, int Failed)> RunAsync(CancellationToken cancellation) => throw new NotImplementedException();
}

public static class DeliveryServices
{
    /// <summary><see cref="SendMessages"/>.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, Action<MailOptions> mail) => throw new NotImplementedException();
    /// <summary>A background service that runs <see cref="SendMessages"/> every few seconds.</summary>
    public static IServiceCollection AddDeliveryWorker(this IServiceCollection services) => throw new NotImplementedException();
}
