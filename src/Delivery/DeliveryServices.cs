using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Delivery;

/// <summary>Puts the room together.</summary>
public static class DeliveryServices
{
    /// <summary>Mail, events and dead letters, and the settings that they need, validated on start.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, Action<MailOptions> mail, Action<EventOptions>? events = null)
    {
        services.AddOptions<MailOptions>().Configure(mail).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddScoped<SendMessages>();
        services.AddScoped<MakeDigests>();
        services.AddSingleton<DeadLetterAlarm>();
        services.AddScoped<DeadLetters>();
        return services.AddEvents(events ?? (_ => { }));
    }

    /// <summary>Events alone, for who keeps endpoints and sends no mail.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services, Action<EventOptions> events)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<EventOptions>().Configure(events).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EventOptions>, EventOptionsCheck>();
        services.AddGuardedClient(EventSender.ClientName, sp => sp.GetRequiredService<IOptions<EventOptions>>().Value.AllowOwnNetwork);
        services.AddSingleton<EventSender>();
        services.AddScoped<SpreadEvents>();
        services.AddScoped<SendEvents>();
        services.AddScoped<AddEndpoint>();
        services.AddScoped<ChangeEndpoint>();
        services.AddScoped<ReplayEvents>();
        return services;
    }

    /// <summary>Background services that empty the outbox every few seconds.</summary>
    public static IServiceCollection AddDeliveryWorker(this IServiceCollection services) => services
        .AddHostedService<DeliveryWorker<MakeDigests>>()
        .AddHostedService<DeliveryWorker<SendMessages>>()
        .AddHostedService<DeliveryWorker<SpreadEvents>>()
        .AddHostedService<DeliveryWorker<SendEvents>>()
        .AddHostedService<DeliveryWorker<DeadLetters>>();

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
