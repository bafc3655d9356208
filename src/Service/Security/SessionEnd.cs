using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace SolidLoonfiches.Service;

/// <summary>Ends a session some time after its sign-in, however busily it is used: only the provider knows whether the person still has the role.</summary>
internal static class SessionEnd
{
    private const string Began = "began";

    public static void Limit(CookieAuthenticationEvents events, TimeSpan longest)
    {
        events.OnSigningIn = context =>
        {
            context.Properties.Items[Began] = Now(context.HttpContext).ToString("O", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        events.OnValidatePrincipal = async context =>
        {
            // The cookie's own times are renewed with use; this one is not.
            var lives = context.Properties.Items.TryGetValue(Began, out var text)
                && DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var began)
                && Now(context.HttpContext) < began + longest;
            if (!lives)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(context.Scheme.Name);
            }
        };
    }

    private static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
