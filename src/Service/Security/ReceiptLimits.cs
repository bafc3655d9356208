using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SolidLoonfiches.Service;

/// <summary>How often the code of a receipt may be tried: ten times a minute from one address, on one node. Looking at the page costs nothing.</summary>
internal sealed class ReceiptLimits : IRateLimiterPolicy<string>
{
    public const string Policy = "receipt";

    private const int PerMinute = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = (context, _) =>
    {
        // The page of errors says the rest, in words.
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.HttpContext.Response.Headers.RetryAfter = ((int)Minute.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => HttpMethods.IsPost(httpContext.Request.Method)
        ? RateLimitPartition.GetTokenBucketLimiter("try " + httpContext.Connection.RemoteIpAddress, _ => new TokenBucketRateLimiterOptions { TokenLimit = PerMinute, TokensPerPeriod = PerMinute, ReplenishmentPeriod = Minute, QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter("look");
}
