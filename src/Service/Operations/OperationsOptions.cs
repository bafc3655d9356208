using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SolidLoonfiches.Service;

/// <summary>Metrics, traces and health for who runs the service: <c>Operations:*</c>.</summary>
internal sealed class OperationsOptions
{
    private const int ShortestKey = 32;

    /// <summary>Where metrics and traces are sent by OTLP, such as <c>http://localhost:4317</c>; null: nowhere.</summary>
    public Uri? Otlp { get; set; }

    /// <summary>Lets who shows it (<c>Authorization: Bearer</c>) read metrics and alarms from another machine; null: only this machine does.</summary>
    public string? Key { get; set; }

    /// <summary>KBO number of the OCMW that runs the installation: its administrators see how far the month is at every OCMW.</summary>
    public string? OperatorKbo { get; set; }

    /// <exception cref="SettingsException">A setting cannot be.</exception>
    public static OperationsOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Operations").Get<OperationsOptions>() ?? new OperationsOptions();
        return options.Key is { Length: < ShortestKey } ? throw new SettingsException("Operations:Key", $"heeft minstens {ShortestKey} tekens") : options;
    }

    /// <summary>From this machine and not through a proxy on it; or with the key.</summary>
    public bool Allows(HttpContext http)
    {
        var headers = http.Request.Headers;
        var given = headers.Authorization.ToString();
        if (Key is { } key && given.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given["Bearer ".Length..]), Encoding.UTF8.GetBytes(key));
        }

        // Whatever stands before us on this machine says for whom it asks.
        var forwarded = headers.ContainsKey("Forwarded") || headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)) || headers.ContainsKey("Via");
        return !forwarded && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
    }
}
