using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SolidLoonfiches.Delivery;

/// <summary>Puts the room together.</summary>
public static class DeliveryServices
{
    /// <summary><see cref="SendMessages"/>, and the settings that it needs, validated on start.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, Action<MailOptions> mail)
    {
        services.AddOptions<MailOptions>().Configure(mail).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddScoped<SendMessages>();
        return services;
    }

    /// <summary>A background service that runs <see cref="SendMessages"/> every few seconds.</summary>
    public static IServiceCollection AddDeliveryWorker(this IServiceCollection services) => services.AddHostedService<DeliveryWorker>();

    private sealed class MailOptionsCheck : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options) =>
            options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }
}
