namespace SolidLoonfiches.Service;

internal static class OwnOrigin
{
    /// <summary>
    /// Requests count as made to <c>Service:BaseUrl</c>, whatever their Host header says, so that no address that we make can be
    /// steered from outside. Where that is https, a request that came in over plain http is sent there, or refused.
    /// </summary>
    /// <remarks>A load balancer that ends TLS says so in <c>X-Forwarded-Proto</c>; who lies in it only skips their own redirect.</remarks>
    public static void UseOwnOrigin(this WebApplication site)
    {
        var settings = site.Services.GetRequiredService<ServiceSettings>();
        // Without the port that goes without saying: a redirect address is compared letter by letter.
        var host = settings.BaseUrl.IsDefaultPort ? new HostString(settings.BaseUrl.IdnHost) : new HostString(settings.BaseUrl.IdnHost, settings.BaseUrl.Port);
        site.Use((http, next) =>
        {
            var secure = http.Request.IsHttps || http.Request.Headers["X-Forwarded-Proto"] == Uri.UriSchemeHttps;
            if (settings.IsHttps && !secure)
            {
                return RefuseAsync(http, settings);
            }

            http.Request.Scheme = settings.BaseUrl.Scheme;
            http.Request.Host = host;
            return next(http);
        });
    }

    private static Task RefuseAsync(HttpContext http, ServiceSettings settings)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            // Without the query: it was sent in the clear, and must not be used as if it had not been.
            http.Response.Redirect(new UriBuilder(settings.BaseUrl) { Path = http.Request.Path.ToUriComponent() }.Uri.AbsoluteUri, permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return http.Response.WriteAsync("Deze dienst wordt alleen over https gebruikt.", http.RequestAborted);
    }
}
