using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service;

/// <summary>Where vaults post that there is news (Solid Notifications, webhook channel): one secret path per subscription.</summary>
internal static class VaultHints
{
    private const int LargestBody = 16 * 1024;

    public static void MapVaultHints(this IEndpointRouteBuilder site)
    {
        // For all paths together: whoever knocks everywhere is not told which doors there are, and costs no look in the database.
        var door = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions { TokenLimit = 200, TokensPerPeriod = 50, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 });
        site.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopped.Register(door.Dispose);
        site.MapPost("/notify/{path:length(43)}", async (string path, HttpContext http, TakeHint take) =>
        {
            using var lease = door.AttemptAcquire();
            if (!lease.IsAcquired)
            {
                http.Response.Headers.RetryAfter = "60";
                return StatusCodes.Status429TooManyRequests;
            }

            return await ReadAsync(http.Request) is { } body
                ? await take.RunAsync(path, new PostedNotification(http.Request.Headers.Authorization, http.Request.Headers["DPoP"], body), http.RequestAborted) switch
                {
                    TakeHint.Outcome.Taken => StatusCodes.Status202Accepted,
                    TakeHint.Outcome.Unknown => StatusCodes.Status404NotFound,
                    TakeHint.Outcome.Refused => StatusCodes.Status401Unauthorized,
                    _ => StatusCodes.Status429TooManyRequests,
                }
                : StatusCodes.Status413PayloadTooLarge;
        }).AllowAnonymous().WithMetadata(new SkipStatusCodePagesAttribute()).AddEndpointFilter(async (context, next) =>
        {
            var status = (int)(await next(context))!;
            Telemetry.Hints.Add(1, new KeyValuePair<string, object?>("status", status));
            return TypedResults.StatusCode(status);
        });
    }

    /// <returns>Null where it is larger than any message.</returns>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBody)
        {
            return null;
        }

        using var copy = new MemoryStream();
        var piece = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(piece, request.HttpContext.RequestAborted)) > 0)
        {
            if (copy.Length + read > LargestBody)
            {
                return null;
            }

            copy.Write(piece, 0, read);
        }

        return copy.ToArray();
    }
}
