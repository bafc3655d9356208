using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary><c>/health/live</c> and <c>/health/ready</c> for who starts and stops nodes; <c>/health/alarms</c> and <c>/metrics</c> for who watches.</summary>
internal static class OperationsSetup
{
    /// <summary>OpenTelemetry with our own meter and spans. Those of incoming and outgoing requests stay out: they carry addresses of people's pages and vaults.</summary>
    public static void AddOperations(this IHostApplicationBuilder builder)
    {
        var options = OperationsOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddScoped<Health>();
        builder.Services.AddSingleton<StateGauges>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StateGauges>());
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Telemetry.Name))
            .WithMetrics(metrics =>
            {
                // Of ASP.NET Core the duration alone, which names the route and not the address.
                metrics.AddMeter(Telemetry.Name, "System.Runtime", "Microsoft.AspNetCore.Hosting").AddPrometheusExporter(exporter => exporter.ScrapeResponseCacheDurationMilliseconds = 0);
                if (options.Otlp is { } collector)
                {
                    metrics.AddOtlpExporter(exporter => exporter.Endpoint = collector);
                }
            })
            .WithTracing(traces =>
            {
                traces.AddSource(Telemetry.Name);
                if (options.Otlp is { } collector)
                {
                    traces.AddOtlpExporter(exporter => exporter.Endpoint = collector);
                }
            });
    }

    /// <summary>Before everything that sends people to the service's own address: who asks here knows the machine by another name.</summary>
    public static void UseOperations(this WebApplication site)
    {
        var options = site.Services.GetRequiredService<OperationsOptions>();
        site.MapWhen(http => http.Request.Path == "/health/live", live => live.Run(http => Health.WriteAsync(http, [])));
        site.MapWhen(http => http.Request.Path == "/health/ready", ready => ready.Run(async http =>
            await Health.WriteAsync(http, await http.RequestServices.GetRequiredService<Health>().FaultsAsync(http.RequestAborted))));
        site.MapWhen(http => http.Request.Path == "/health/alarms" && options.Allows(http), alarms => alarms.Run(async http =>
            await Health.WriteAsync(http, await http.RequestServices.GetRequiredService<Health>().AlarmsAsync(http.RequestAborted))));
        site.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == "/metrics" && options.Allows(http));
    }
}
