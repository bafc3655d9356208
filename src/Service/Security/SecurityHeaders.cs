namespace SolidLoonfiches.Service;

internal static class SecurityHeaders
{
    /// <summary>On every answer, errors too. The pages have no scripts, so nothing may run; forms go here, or on to the sign-in provider when a session ends.</summary>
    public static void UseSecurityHeaders(this WebApplication site)
    {
        var settings = site.Services.GetRequiredService<ServiceSettings>();
        var provider = site.Services.GetRequiredService<LoginOptions>().Authority?.GetLeftPart(UriPartial.Authority);
        var policy = $"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' {provider}; base-uri 'none'; frame-ancestors 'none'";
        site.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "no-referrer";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (settings.IsHttps && !settings.BaseUrl.IsLoopback)
                {
                    headers.StrictTransportSecurity = "max-age=31536000";
                }

                // Whoever serves something that may be kept says so itself; all else is personal.
                if (http.Items[Cacheable] is null)
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            return next(http);
        });
    }

    /// <summary>Lets this answer be kept, by everybody, for some time.</summary>
    public static void MayBeKept(HttpContext http, string cacheControl)
    {
        http.Items[Cacheable] = Cacheable;
        http.Response.Headers.CacheControl = cacheControl;
    }

    private static readonly object Cacheable = new();
}
