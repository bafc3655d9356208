using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Service.Tests.Pages;

/// <summary>The receipt of a consent, and the public page where anybody checks one.</summary>
public sealed partial class ReceiptTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;

    private string Mine => $"/citizen/receipt/{_world.Consent.Id}";

    public async ValueTask InitializeAsync() => _world = await World.MakeAsync(_site);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<HttpClient> BeaAsync() => _site.BrowserAsync(World.Citizen(World.BeaInsz));

    private static (string Number, string Code) Read(string text) => (Number().Match(text).Groups["value"].Value, Code().Match(text).Groups["value"].Value);

    [Theory]
    [InlineData("", "nl", "Bewijs van uw toestemming", "toestemming gegeven", "Ze is geen grond voor het onderzoek")]
    [InlineData("/fr", "fr", "Preuve de votre consentement", "consentement donné", "n'est pas le fondement de l'enquête")]
    [InlineData("/en", "en", "Receipt of your consent", "consent given", "not the ground of the inquiry")]
    public async Task Receipt_InEachLanguage_SaysWhatHappenedAndThatItIsAKeyOnly(string path, string language, params string[] parts)
    {
        var text = await (await BeaAsync()).ReadAsync(Mine + path);

        Assert.Contains($"id=\"receipt\" lang=\"{language}\"", text, StringComparison.Ordinal);
        Assert.All([.. parts, "Burgerzoon, Bea", "OCMW Gent", "localhost:5480/receipt"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain(World.BeaInsz.Value, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipt_OfSomebodyElseOrInNoLanguage_IsNotThere()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await _site.BrowserAsync(World.Citizen(World.CarlInsz))).GetAsync(Mine)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _site.BrowserAsync(World.Citizen(World.CarlInsz))).GetAsync($"/citizen/receiptfile/{_world.Consent.Id}/ttl")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await BeaAsync()).GetAsync(Mine + "/de")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await BeaAsync()).GetAsync($"/citizen/receiptfile/{_world.Consent.Id}/pdf")).StatusCode);
        Assert.Equal(0, await _site.InDatabaseAsync(db => db.ConsentReceipts.CountAsync()));
    }

    [Fact]
    public async Task Files_TurtleAndJsonLd_HaveNumberAndCodeOfThePage()
    {
        var browser = await BeaAsync();
        var (number, code) = Read(await browser.ReadAsync(Mine));
        foreach (var (form, type) in ((string, string)[])[("ttl", "text/turtle"), ("jsonld", "application/ld+json")])
        {
            var answer = await browser.GetAsync($"/citizen/receiptfile/{_world.Consent.Id}/{form}");
            Assert.Equal((type, $"toestemming-{number}.{form}"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.All((string[])[number, code, "ConsentRecord"], part => Assert.Contains(part, text, StringComparison.Ordinal));
            Assert.All((string[])["Burgerzoon", World.BeaInsz.Value, "localhost:3000"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            if (form == "ttl")
            {
                Assert.True(Turtle.Read(Encoding.UTF8.GetBytes(text), "").Count > 40);
            }
        }
    }

    [Fact]
    public async Task Check_ByAnybody_TellsGenuineFromNotAndNothingOfThePerson()
    {
        var (number, code) = Read(await (await BeaAsync()).ReadAsync(Mine));
        var anybody = await _site.BrowserAsync();

        var genuine = await (await anybody.SendFormAsync("/receipt", "/receipt", ("Number", number.ToLowerInvariant()), ("Code", code))).HtmlAsync();
        var wrongCode = await (await anybody.SendFormAsync("/receipt", "/receipt", ("Number", number), ("Code", number + "-3333"))).HtmlAsync();
        var noNumber = await (await anybody.SendFormAsync("/receipt", "/receipt", ("Number", "3333-3333"), ("Code", code))).HtmlAsync();

        Assert.Contains("id=\"receipt-genuine\"", genuine, StringComparison.Ordinal);
        Assert.Contains("OCMW Gent", genuine, StringComparison.Ordinal);
        Assert.All((string[])["Burgerzoon", "2026-0002", World.BeaInsz.Value, "localhost:3000"], secret => Assert.DoesNotContain(secret, genuine, StringComparison.Ordinal));
        Assert.All((string[])[wrongCode, noNumber], text => Assert.Contains("id=\"receipt-unknown\"", text, StringComparison.Ordinal));
        // The two cannot be told apart, but for what was typed and the guard of the form.
        Assert.Equal(Main(wrongCode, number + "-3333", number), Main(noNumber, "3333-3333", code));
        Assert.Contains("Is this receipt genuine?", await anybody.ReadAsync("/receipt/en"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync("/receipt/de")).StatusCode);

        static string Main(string html, params string[] typed) => typed.Aggregate(Guard().Replace(html[html.IndexOf("<main", StringComparison.Ordinal)..], ""), (text, part) => text.Replace(part, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_TriedTooOften_IsSlowedDownAndLookingIsNot()
    {
        var anybody = await _site.BrowserAsync();
        HttpStatusCode status;
        var tries = 0;
        do
        {
            status = (await anybody.SendFormAsync("/receipt", "/receipt", ("Number", "3333-3333"), ("Code", "3333-3333-3333"))).StatusCode;
        }
        while (++tries < 30 && status == HttpStatusCode.OK);

        Assert.Equal((HttpStatusCode.TooManyRequests, 11), (status, tries));
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/receipt")).StatusCode);
    }

    [GeneratedRegex("id=\"receipt-number\">(?<value>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("id=\"receipt-code\">(?<value>[^<]+)<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("value=\"CfDJ8[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex Guard();
}
