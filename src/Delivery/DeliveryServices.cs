using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Delivery;

/// <summary>Puts the room together.</summary>
public static class DeliveryServices
{
    /// <summary>Mail, events and dead letters, and the settings that they need, validated on start.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, Action<MailOptions> mail, Action<EventOptions>? events = null, Action<MagdaOptions>? magda = null)
    {
        services.AddOptions<MailOptions>().Configure(mail).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddScoped<SendMessages>();
        services.AddScoped<MakeDigests>();
        services.AddSingleton<DeadLetterAlarm>();
        services.AddScoped<DeadLetters>();
        return services.AddEvents(events ?? (_ => { }), magda);
    }

    /// <summary>Events alone, for who keeps endpoints and sends no mail.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services, Action<EventOptions> events, Action<MagdaOptions>? magda = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<EventOptions>().Configure(events).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EventOptions>, EventOptionsCheck>();
        services.AddGuardedClient(EventSender.ClientName, sp => sp.GetRequiredService<IOptions<EventOptions>>().Value.AllowOwnNetwork);
        services.AddSingleton<EventSender>();
        services.AddOptions<MagdaOptions>().Configure(magda ?? (_ => { })).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MagdaOptions>, MagdaOptionsCheck>();
        services.AddHttpClient(MagdaNotices.ClientName)
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(sp => MagdaTransport(sp.GetRequiredService<IOptions<MagdaOptions>>().Value))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<MagdaNotices>();
        services.AddScoped<SpreadEvents>();
        services.AddScoped<SendEvents>();
        services.AddScoped<AddEndpoint>();
        services.AddScoped<ChangeEndpoint>();
        services.AddScoped<ReplayEvents>();
        services.AddScoped<EventFeed>();
        return services;
    }

    /// <summary>Background services that empty the outbox every few seconds.</summary>
    public static IServiceCollection AddDeliveryWorker(this IServiceCollection services) => services
        .AddHostedService<DeliveryWorker<MakeDigests>>()
        .AddHostedService<DeliveryWorker<SendMessages>>()
        .AddHostedService<DeliveryWorker<SpreadEvents>>()
        .AddHostedService<DeliveryWorker<SendEvents>>()
        .AddHostedService<DeliveryWorker<DeadLetters>>();

    /// <summary>The operator names the address, so it is not held against the guard for addresses that others type.</summary>
    private static SocketsHttpHandler MagdaTransport(MagdaOptions options)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ActivityHeadersPropagator = null, PooledConnectionLifetime = TimeSpan.FromMinutes(2) };
        if (options.Certificate is { Length: > 0 } file)
        {
            handler.SslOptions.ClientCertificates = [X509CertificateLoader.LoadPkcs12FromFile(file, options.CertificatePassword)];
        }

        return handler;
    }

    private sealed class MagdaOptionsCheck : IValidateOptions<MagdaOptions>
    {
        public ValidateOptionsResult Validate(string? name, MagdaOptions options) =>
            options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private sealed class MailOptionsCheck : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options) =>
            options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    private sealed class EventOptionsCheck : IValidateOptions<EventOptions>
    {
        public ValidateOptionsResult Validate(string? name, EventOptions options) =>
            options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
