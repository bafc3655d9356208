using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>The ontology at one address for people and for programs.</summary>
public sealed class OntologyTests(OntologyTests.OneSite site) : IClassFixture<OntologyTests.OneSite>
{
    private readonly HttpClient _browser = site.Browser;

    public static TheoryData<string> EveryExample => [.. OntologyFiles.Examples.SelectMany(folder => folder.Select(name => $"{folder.Key}/{name}"))];

    [Theory]
    [InlineData("/ontology", "paymentDate", "betaaldatum")]
    [InlineData("/ontology/kinds", "guaranteedPay", "gewaarborgd loon")]
    [InlineData("/ontology/kinds", "seizure", "verandert het bedrag nooit")]
    [InlineData("/ontology/shapes", "shape:PeriodEnd", "Le dernier jour")]
    [InlineData("/ontology/examples", "net-paid-off-by-a-cent", "plain-month")]
    public async Task Get_AsABrowser_IsThePage(string path, string one, string other)
    {
        var text = await _browser.ReadAsync(path);

        Assert.Contains(one, text, StringComparison.Ordinal);
        Assert.Contains(other, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ontology", "text/turtle", "text/turtle")]
    [InlineData("/ontology", "application/n-triples", "application/n-triples")]
    [InlineData("/ontology", "application/ld+json", "application/ld+json")]
    [InlineData("/ontology", "application/ld+json;q=0.5, text/turtle", "text/turtle")]
    [InlineData("/ontology", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("/ontology", "text/turtle;q=0.4, */*;q=0.1", "text/turtle")]
    [InlineData("/ontology", "text/html;q=0, */*", "text/turtle")]
    [InlineData("/ontology", "*/*", "text/html")]
    [InlineData("/ontology/kinds", "text/turtle", "text/turtle")]
    [InlineData("/ontology/shapes", "text/turtle", "text/turtle")]
    [InlineData("/ontology/examples/valid/plain-month", "text/turtle", "text/turtle")]
    [InlineData("/ontology/examples/valid/plain-month", "application/ld+json", "application/ld+json")]
    public async Task Get_ByWhatIsAskedFor_IsThat(string path, string accept, string type)
    {
        using var answer = await AskAsync(path, accept);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
        // The page carries the name of who is signed in; the documents are the same for all.
        Assert.Equal(type == "text/html", answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Get_TurtleAndNTriples_AreTheSameGraph()
    {
        using var turtle = await AskAsync("/ontology/kinds", "text/turtle");
        using var triples = await AskAsync("/ontology/kinds", "application/n-triples");
        var token = TestContext.Current.CancellationToken;

        var graph = Turtle.Read(await turtle.Content.ReadAsByteArrayAsync(token), "https://w3id.org/loonfiche/component-kinds.ttl");
        Assert.Equal(NTriples.Write(graph), await triples.Content.ReadAsStringAsync(token));
        Assert.True(graph.Count > 200);
    }

    [Fact]
    public async Task Get_NothingThatThereIs_IsNotAcceptable()
    {
        using var answer = await AskAsync("/ontology", "image/png");

        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
    }

    [Theory]
    [InlineData("/ontology/loonfiche.ttl", "text/turtle")]
    [InlineData("/ontology/component-kinds.ttl", "text/turtle")]
    [InlineData("/ontology/loonfiche.shapes.ttl", "text/turtle")]
    [InlineData("/ontology/context.jsonld", "application/ld+json")]
    [InlineData("/ontology/examples/invalid/bad-kbo.ttl", "text/turtle")]
    public async Task Get_AFileByItsName_IsTheFile(string path, string type)
    {
        using var answer = await AskAsync(path, "text/html");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(OntologyFiles.Read(path["/ontology/".Length..]), await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/ontology/secret.ttl")]
    [InlineData("/ontology/examples/valid/no-such-slip")]
    [InlineData("/ontology/examples/valid/no-such-slip.ttl")]
    [InlineData("/ontology/examples/nowhere/plain-month")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(path)).StatusCode);

    [Theory]
    [MemberData(nameof(EveryExample))]
    public async Task Example_EveryOne_ShowsItsDocumentAndTheCodeItsFirstLineNames(string example)
    {
        var text = await _browser.ReadAsync("/ontology/examples/" + example);
        var first = Encoding.UTF8.GetString(OntologyFiles.Read($"examples/{example}.ttl")).Split('\n')[0];

        Assert.Contains("Het document", text, StringComparison.Ordinal);
        if (example.StartsWith("valid/", StringComparison.Ordinal))
        {
            Assert.Contains("met deze fiche kan gerekend worden", text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($"data-code=\"{first[(first.IndexOf(": ", StringComparison.Ordinal) + 2)..]}\"", text, StringComparison.Ordinal);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var wish in accept.Split(','))
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(wish.Trim()));
        }

        return await _browser.SendAsync(request);
    }

    /// <summary>Nothing here writes: one site serves all.</summary>
    public sealed class OneSite : IAsyncLifetime
    {
        private readonly Site _site = new();

        public HttpClient Browser { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Browser = await _site.BrowserAsync();

        public ValueTask DisposeAsync() => _site.DisposeAsync();
    }
}
