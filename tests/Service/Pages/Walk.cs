using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>Every page and every other address that the running site has, with the handlers of the pages and something of the world to fill in.</summary>
internal sealed class Walk(Site site, World world)
{
    public IReadOnlyList<RouteEndpoint> Endpoints { get; } = [.. site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public IEnumerable<PageActionDescriptor> Pages => Endpoints.Select(PageOf).OfType<PageActionDescriptor>().DistinctBy(page => page.ViewEnginePath);

    /// <summary>Of the page, or the pattern: the key of <see cref="AccessTable"/>.</summary>
    public static string RouteOf(RouteEndpoint endpoint) => PageOf(endpoint)?.ViewEnginePath ?? "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    /// <summary>Method and name of each handler.</summary>
    public async Task<IReadOnlyList<(string Method, string Name)>> HandlersAsync(PageActionDescriptor page)
    {
        var compiled = await site.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty);
        return [.. compiled.HandlerMethods.Select(handler => (handler.HttpMethod.ToUpperInvariant(), handler.Name ?? ""))];
    }

    public string Address(PageActionDescriptor page, Guid? id = null) => Address(page.AttributeRouteInfo!.Template!, page.ViewEnginePath, id);

    public string Address(RouteEndpoint endpoint) => Address(endpoint.RoutePattern.RawText ?? "", PageOf(endpoint)?.ViewEnginePath ?? "", null);

    private static PageActionDescriptor? PageOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>();

    private string Address(string template, string page, Guid? id) => "/" + string.Join('/', template.TrimStart('/').Split('/').Select(part => part switch
    {
        "{dossier:guid}" when page.StartsWith("/Citizen/", StringComparison.Ordinal) => (id ?? world.Bea.Id).ToString(),
        "{dossier:guid}" => (id ?? world.An.Id).ToString(),
        "{request:guid}" when page.StartsWith("/Citizen/", StringComparison.Ordinal) => (id ?? world.Used.Id).ToString(),
        "{request:guid}" => (id ?? world.Asked.Id).ToString(),
        "{consent:guid}" => (id ?? world.Consent.Id).ToString(),
        "{slip:guid}" => (id ?? world.October.Id).ToString(),
        "{id:guid}" when page is "/SocialWorker/Dispute" => (id ?? world.Kept.Id).ToString(),
        "{check:guid}" => (id ?? world.Current.Id).ToString(),
        "{id:guid}" when page is "/SocialWorker/Check" or "/SocialWorker/Ask" or "/SocialWorker/WhatIf" or "/SocialWorker/Letter" or "/Citizen/Letter" or "/Citizen/Ask" => (id ?? world.Current.Id).ToString(),
        "{id:guid}" when page is "/SocialWorker/Decision" or "/SocialWorker/Draft" => (id ?? world.Proposed.Id).ToString(),
        "{id:guid}" when page is "/SocialWorker/Question" => (id ?? world.Asking.Id).ToString(),
        "{id:guid}" => (id ?? world.Bea.Id).ToString(),
        "{paper:guid}" => (id ?? world.Paper.Id).ToString(),
        "{about:regex(^(month|look)$)}" => "month",
        "{form:regex(^(ttl|jsonld)$)}" => "ttl",
        "{language}" => "nl",
        "{folder}" => "valid",
        "{name}" => "plain-month",
        "{file:regex(^[a-z.-]+\\.(ttl|jsonld)$)}" => "loonfiche.ttl",
        "{file:regex(^[a-z0-9-]+\\.ttl$)}" => "plain-month.ttl",
        _ when part.EndsWith("?}", StringComparison.Ordinal) => "",
        _ => part,
    })).TrimEnd('/');
}
