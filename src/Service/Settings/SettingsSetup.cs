namespace SolidLoonfiches.Service;

internal static class SettingsSetup
{
    /// <summary>Reads <c>Service:*</c>, <c>Storage:*</c>, <c>Login:*</c> and <c>Ocmws</c>, and stops with a sentence where they cannot work.</summary>
    public static void AddSettings(this IHostApplicationBuilder builder)
    {
        var settings = ServiceSettings.Read(builder.Configuration);
        settings.MakeDataFolder();
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new OcmwSettings(OcmwSettings.Read(builder.Configuration)));
        KeepPersonalDataOut(builder.Logging);
    }

    /// <summary>The settings that <see cref="AddSettings"/> read.</summary>
    public static ServiceSettings Settings(this IHostApplicationBuilder builder) =>
        (ServiceSettings)(builder.Services.Single(service => service.ServiceType == typeof(ServiceSettings)).ImplementationInstance
            ?? throw new InvalidOperationException("AddSettings comes first."));

    // These categories write addresses of requests: a return from a sign-in carries a code, and a vault's document its owner.
    // Set here and not in appsettings.json alone, so that a lower default level does not bring them back.
    private static void KeepPersonalDataOut(ILoggingBuilder logging)
    {
        foreach (var category in (string[])["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Authentication", "Microsoft.EntityFrameworkCore", "System.Net.Http", "OpenIddict"])
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    }
}
