using Microsoft.Extensions.Logging.Console;

namespace SolidLoonfiches.Service;

/// <summary>The rooms without the site, for verbs that do one thing and end.</summary>
internal static class Tool
{
    /// <exception cref="SettingsException">The configuration cannot work.</exception>
    public static IHost Build()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddSettings();
        builder.AddRooms();
        // Standard output is the verb's own.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder.Build();
    }
}
