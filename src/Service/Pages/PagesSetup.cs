using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace SolidLoonfiches.Service;

internal static class PagesSetup
{
    /// <summary>Largest form that anybody can send: all forms here are short.</summary>
    private const int MaxFormBytes = 64 * 1024;

    /// <summary>Carries one sentence over a redirect.</summary>
    public const string NoticeCookie = "melding";

    public static void AddPages(this WebApplicationBuilder builder)
    {
        var settings = builder.Settings();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxFormBytes;
        });
        builder.Services.AddProblemDetails();
        builder.Services.AddScoped<VaultJourney>();
        builder.Services.AddScoped<VaultVisit>();
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        builder.Services.AddAntiforgery(antiforgery =>
        {
            Login.Protect(antiforgery.Cookie, settings, "formulier");
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.FormFieldName = "_formulier";
            // The middleware for security headers says who may frame us.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(notices => Login.Protect(notices.Cookie, settings, NoticeCookie));
        builder.Services
            .AddRazorPages(pages => pages.Conventions.AddFolderApplicationModelConvention("/", page =>
            {
                var access = AccessTable.Of(page.ViewEnginePath) ?? Access.ToNobody(page.ViewEnginePath);
                page.EndpointMetadata.Add(access);
                page.EndpointMetadata.Add(access.IsOpen ? new AllowAnonymousAttribute() : new AuthorizeAttribute(Policies.ByTable));
            }))
            .AddMvcOptions(mvc => mvc.Filters.Add<KnownHandlers>());
    }

    /// <summary>Dutch pages for errors, without anything of the inside; problem details (RFC 9457) for who does not take HTML.</summary>
    public static void UseErrorPages(this WebApplication site)
    {
        site.UseExceptionHandler("/error");
        site.UseStatusCodePagesWithReExecute("/error/{0}");
    }
}
