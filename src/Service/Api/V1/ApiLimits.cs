using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SolidLoonfiches.Service;

/// <summary>How much software may ask: <c>Api:*</c>.</summary>
internal sealed class ApiOptions
{
    /// <summary>Requests a minute for one client, on one node; as many may come at once.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Requests for a token a minute from one address, on one node.</summary>
    public int TokensPerMinute { get; set; } = 60;

    /// <exception cref="SettingsException">A limit would let nobody in.</exception>
    public static ApiOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Api").Get<ApiOptions>() ?? new ApiOptions();
        return options.RequestsPerMinute < 1 || options.TokensPerMinute < 1 ? throw new SettingsException("Api:RequestsPerMinute of Api:TokensPerMinute", "is minstens 1") : options;
    }
}

/// <summary>One client that asks too much does not keep others from being answered.</summary>
internal static class ApiLimits
{
    private const string PerClient = "api";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static void AddApiLimits(this IHostApplicationBuilder builder)
    {
        var options = ApiOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.OnRejected = RejectAsync;
            limiter.AddPolicy<string, ReceiptLimits>(ReceiptLimits.Policy);
            limiter.AddPolicy(PerClient, http => Bucket(ApiCaller.Of(http).ClientId, options.RequestsPerMinute));
        });
    }

    /// <summary>Before the token is looked at: whoever guesses at secrets is slowed down first.</summary>
    public static void UseTokenLimit(this WebApplication site)
    {
        var options = site.Services.GetRequiredService<ApiOptions>();
        site.UseWhen(http => http.Request.Path == Api.Root + "/token", branch => branch.UseRateLimiter(new RateLimiterOptions
        {
            OnRejected = RejectAsync,
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(http.Connection.RemoteIpAddress?.ToString() ?? "", options.TokensPerMinute)),
        }));
    }

    public static void LimitPerClient(this IEndpointConventionBuilder routes) => routes.RequireRateLimiting(PerClient);

    private static RateLimitPartition<T> Bucket<T>(T of, int perMinute)
        where T : notnull =>
        RateLimitPartition.GetTokenBucketLimiter(of, _ => new TokenBucketRateLimiterOptions { TokenLimit = perMinute, TokensPerPeriod = perMinute, ReplenishmentPeriod = Minute, QueueLimit = 0 });

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var until) ? until : Minute;
        context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await new ApiProblem(ApiProblems.TooManyRequests).ExecuteAsync(context.HttpContext);
    }
}
