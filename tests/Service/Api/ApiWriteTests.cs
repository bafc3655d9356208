using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Tests;

public sealed class ApiWriteTests : IAsyncLifetime
{
    private readonly Site _site = new();
    private World _world = null!;
    private HttpClient _software = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.MakeAsync(_site);
        _software = await _site.SoftwareAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private string Facts => $"/dossiers/{_world.Bea.Id}/facts";

    [Fact]
    public async Task Fact_Recorded_IsANewEntryInTheNameOfTheSoftware()
    {
        using var answer = await _software.WriteAsync(Facts, ApiClients.Category());
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("http://localhost:5480/api/v1" + Facts, answer.Headers.Location!.AbsoluteUri);
        await _software.WriteAsync(Facts, ApiClients.Category(category: 3));
        var history = await (await _software.AskAsync(Facts)).JsonAsync();
        Assert.Equal([2, 3], history.EnumerateArray().Select(one => one.GetProperty("value").GetProperty("category").GetInt32()));
        Assert.All(history.EnumerateArray(), one => Assert.Equal("Pakket (software)", one.GetProperty("recordedBy").GetString()));
        Assert.Equal((await answer.JsonAsync()).GetProperty("id").GetString(), history[0].GetProperty("id").GetString());
    }

    public static TheoryData<string> Values => new(
        """{"fact":"category","category":3}""",
        """{"fact":"right","to":null}""",
        """{"fact":"cohabitant","person":"partner","relation":"partner","resourcesPerYear":1200.50,"counted":false,"familyBenefitsForApplicantPerYear":0,"receivesLeefloon":false,"livesHere":true}""",
        """{"fact":"otherMeans","name":"onderhoudsgeld","kind":"childMaintenance","perYear":600.00}""",
        """{"fact":"exemption","kind":"shortage","firstGranted":"2026-10-01","usedBefore":[{"from":"2026-01-01","to":"2026-01-31"}],"shortageFrom":"2026-10-01"}""",
        """{"fact":"employment","employer":"0123456749","name":"Bakkerij Peeters","to":null}""",
        """{"fact":"review"}""",
        """{"fact":"noWage","employer":null,"name":null,"confirmed":true}""",
        """{"fact":"status","status":"suspended"}""",
        """{"fact":"gpmi","about":"opleiding lasser","to":"2027-06-30"}""",
        """{"fact":"language","language":"fr"}""");

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Fact_OfEachKind_IsReadAsItWasWritten(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var written = await _software.WriteAsync(Facts, $$"""{"from":"2026-10-01","evidence":"gezien","value":{{value}}}""");
        Assert.True(written.StatusCode == HttpStatusCode.Created, await written.Content.ReadAsStringAsync());
        var read = (await (await _software.AskAsync(Facts)).JsonAsync())[0].GetProperty("value");
        using var sent = JsonDocument.Parse(value);
        Assert.True(sent.RootElement.EnumerateObject().All(part => JsonElement.DeepEquals(part.Value, read.GetProperty(part.Name))), read.GetRawText());
    }

    [Fact]
    public async Task Transfer_ByItsFact_IsReadAndNotWritten()
    {
        Assert.Equal("invalid-value", await (await _software.WriteAsync(Facts, """{"from":"2026-10-01","evidence":"gezien","value":{"fact":"transfer","to":"Wies Werker"}}""")).ProblemAsync());
        await _site.InDatabaseAsync(db =>
        {
            db.Facts.Add(new FactEntry { Id = Guid.NewGuid(), DossierId = _world.Bea.Id, From = new(2026, 11, 1), Value = new TransferFact("worker-gent-2", "Wies Werker"), Evidence = "verlof", RecordedBy = "worker-gent", RecordedAt = World.Then });
            return db.SaveChangesAsync();
        });

        var read = (await (await _software.AskAsync(Facts)).JsonAsync())[0].GetProperty("value");
        Assert.Equal(("transfer", "Wies Werker"), (read.GetProperty("fact").GetString(), read.GetProperty("to").GetString()));
        Assert.DoesNotContain("worker-gent-2", read.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_OfTheApi_CoverThoseOfTheLaw()
    {
        Assert.All(Enum.GetValues<DossierStatus>(), law => Assert.NotNull(FactMapping.ToData(new StatusFact(law))));
        Assert.All(Enum.GetValues<Leefloon.Taal>(), law => Assert.NotNull(FactMapping.ToData(new LanguageFact(law))));
        Assert.All(Enum.GetValues<Leefloon.Relatie>(), law => Assert.NotNull(FactMapping.ToData(new CohabitantFact("x", law, default, false, default, false, true))));
        Assert.All(Enum.GetValues<Leefloon.Bestaansmiddelsoort>(), law => Assert.NotNull(FactMapping.ToData(new OtherMeansFact("x", law, default))));
        Assert.All(Enum.GetValues<Leefloon.Vrijstellingssoort>(), law => Assert.NotNull(FactMapping.ToData(new ExemptionFact(law, null, [], null))));
    }

    [Fact]
    public async Task Write_RepeatedUnderItsKey_IsDoneOnceAndAnsweredTheSame()
    {
        using var first = await _software.WriteAsync(Facts, ApiClients.Category(), key: "sleutel-1");
        using var again = await _software.WriteAsync(Facts, ApiClients.Category(), key: "sleutel-1");
        Assert.Equal((first.StatusCode, first.Headers.Location, await first.Content.ReadAsStringAsync()), (again.StatusCode, again.Headers.Location, await again.Content.ReadAsStringAsync()));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal("idempotency-key-reused", await (await _software.WriteAsync(Facts, ApiClients.Category(category: 1), key: "sleutel-1")).ProblemAsync());
        Assert.Equal("idempotency-key-reused", await (await _software.WriteAsync($"/dossiers/{_world.An.Id}/facts", ApiClients.Category(), key: "sleutel-1")).ProblemAsync());
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Facts.CountAsync()));

        // The key is the client's own: another may use the same.
        var other = await _site.SoftwareAsync();
        Assert.Equal(HttpStatusCode.Created, (await other.WriteAsync(Facts, ApiClients.Category(category: 3), key: "sleutel-1")).StatusCode);
    }

    [Fact]
    public async Task Write_ManyTimesAtOnceUnderOneKey_IsDoneOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _software.WriteAsync(Facts, ApiClients.Category(), key: "tegelijk")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct());
        Assert.Equal(1, await _site.InDatabaseAsync(db => db.Facts.CountAsync()));
    }

    [Fact]
    public async Task Write_ThatCouldNotBe_LeavesItsKeyFree()
    {
        Assert.Equal("invalid-value", await (await _software.WriteAsync(Facts, ApiClients.Category(evidence: " "), key: "k")).ProblemAsync());
        Assert.Equal(HttpStatusCode.Created, (await _software.WriteAsync(Facts, ApiClients.Category(), key: "k")).StatusCode);
    }

    [Fact]
    public async Task Tags_OfWhatWasRead_SaveReadingAndGuardWriting()
    {
        var address = $"/decisions/{_world.Proposed.Id}";
        using var read = await _software.AskAsync(address);
        var tag = read.Headers.ETag!.ToString();
        using var ask = new HttpRequestMessage(HttpMethod.Get, ApiClients.Root + address);
        ask.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Assert.Equal(HttpStatusCode.NotModified, (await _software.SendAsync(ask)).StatusCode);
        Assert.Equal("precondition-failed", await (await _software.WriteAsync(address + "/decision", Decided(600m), ifMatch: "\"other\"")).ProblemAsync());
        Assert.Equal(HttpStatusCode.Created, (await _software.WriteAsync(address + "/decision", Decided(600m), ifMatch: tag)).StatusCode);
        Assert.NotEqual(tag, (await _software.AskAsync(address)).Headers.ETag!.ToString());

        using var facts = await _software.AskAsync(Facts);
        Assert.Equal(HttpStatusCode.Created, (await _software.WriteAsync(Facts, ApiClients.Category(), ifMatch: facts.Headers.ETag!.ToString())).StatusCode);
        Assert.Equal("precondition-failed", await (await _software.WriteAsync(Facts, ApiClients.Category(3), ifMatch: facts.Headers.ETag!.ToString())).ProblemAsync());
    }

    [Fact]
    public async Task Decision_TakenElsewhere_GoesTheWayOfTheLaw()
    {
        // 700 stands and 503.51 is proposed: the person is heard before anybody decides.
        using var proposed = await _software.WriteAsync($"/checks/{_world.Current.Id}/decisions", new { kind = "proposed", amount = (decimal?)null, reason = (string?)null });
        var progress = await proposed.JsonAsync();
        Assert.Equal("invite", progress.GetProperty("next").GetString());
        var path = "/decisions/" + progress.GetProperty("id").GetString();
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var decided = Decided(503.51m, today);
        Assert.Equal("not-now", await (await _software.WriteAsync(path + "/decision", decided)).ProblemAsync());
        Assert.Equal("hear", await NextAsync(path + "/hearing", new { on = today, text = "brief" }));
        Assert.Equal("decide", await NextAsync(path + "/hearing", new { on = today, text = "had geen bezwaar" }));
        Assert.Equal("notify", await NextAsync(path + "/decision", decided));
        Assert.Equal("handToPayment", await NextAsync(path + "/notice", new { on = today, text = "aangetekende brief" }));

        var ready = (await (await _software.AskAsync("/payments")).JsonAsync()).GetProperty("items");
        Assert.Equal((503.51m, "2026/117", "2026-10"), (ready[0].GetProperty("amount").GetDecimal(), ready[0].GetProperty("number").GetString(), ready[0].GetProperty("month").GetString()));
        Assert.Equal("nothing", await NextAsync(path + "/notice", new { on = today, text = (string?)null }));
        Assert.Equal(0, (await (await _software.AskAsync("/payments")).JsonAsync()).GetProperty("items").GetArrayLength());
        Assert.Equal(1, (await (await _software.AskAsync("/payments?handedOver=true")).JsonAsync()).GetProperty("items").GetArrayLength());
        var steps = (await (await _software.AskAsync(path)).JsonAsync()).GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("kind").GetString());
        Assert.Equal(["invited", "heard", "decided", "notified", "handedToPayment"], steps);
    }

    [Fact]
    public async Task FourEyes_WhereTheOcmwWantsThem_AreNotGivenBySoftware()
    {
        await _site.InDatabaseAsync(db => db.Ocmws.Where(o => o.Kbo == World.Gent).ExecuteUpdateAsync(o => o.SetProperty(x => x.FourEyes, true)));
        var progress = await (await _software.WriteAsync($"/checks/{_world.Current.Id}/decisions", new { kind = "proposed", amount = (decimal?)null, reason = (string?)null })).JsonAsync();
        Assert.Equal("countersign", progress.GetProperty("next").GetString());
        foreach (var step in (string[])["hearing", "decision", "notice"])
        {
            object body = step == "decision" ? Decided(503.51m) : new { on = "2026-11-06", text = "x" };
            Assert.Equal("not-now", await (await _software.WriteAsync($"/decisions/{progress.GetProperty("id").GetString()}/{step}", body)).ProblemAsync());
        }
    }

    [Fact]
    public async Task Check_Read_HasItsStepsInTheLanguageAsked()
    {
        var check = await (await _software.AskAsync($"/checks/{_world.Current.Id}?language=nl")).JsonAsync();
        Assert.Equal(503.51m, check.GetProperty("summary").GetProperty("newAmount").GetDecimal());
        var wage = check.GetProperty("calculation").GetProperty("from")[0].GetProperty("from")[0];
        Assert.Equal(("loonPerMaand", "art. 22 §2 KB 11-07-2002", 1000m), (wage.GetProperty("name").GetString(), wage.GetProperty("article").GetString(), wage.GetProperty("value").GetDecimal()));
        Assert.Contains("1.000,00", wage.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dossier_LookedUpByInsz_IsTheOneOfTheOwnOcmw()
    {
        var found = await (await _software.WriteAsync("/dossiers/lookup", new { insz = World.BeaInsz.Value }, key: null)).JsonAsync();
        Assert.Equal((_world.Bea.Id.ToString(), "given"), (found.GetProperty("id").GetString(), found.GetProperty("consent").GetString()));
        Assert.Equal("not-found", await (await _software.WriteAsync("/dossiers/lookup", new { insz = World.DirkInsz.Value }, key: null)).ProblemAsync());
    }

    [Fact]
    public async Task Dossiers_PageAfterPage_AreEachThereOnce()
    {
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await (await _software.AskAsync("/dossiers?limit=2" + (after is null ? "" : "&after=" + after))).JsonAsync();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("number").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal(["2026-0001", "2026-0002", "2026-0003"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Receipt_OfAnEvent_IsSeenByTheAdministrator()
    {
        var told = EventRecord.ConsentGiven(World.Gent, _world.Consent);
        await _site.InDatabaseAsync(db =>
        {
            db.Events.Add(told);
            return db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Created, (await _software.WriteAsync($"/events/{told.Id}/receipts", new { outcome = "received", reason = (string?)null })).StatusCode);
        Assert.Equal("invalid-value", await (await _software.WriteAsync($"/events/{told.Id}/receipts", new { outcome = "rejected", reason = (string?)null })).ProblemAsync());
        Assert.Equal(HttpStatusCode.Created, (await _software.WriteAsync($"/events/{told.Id}/receipts", new { outcome = "rejected", reason = "dossier niet gekend in het pakket" })).StatusCode);
        var page = await (await _site.BrowserAsync(World.AdministratorOfGent)).ReadAsync("/socialworker/software");
        Assert.Contains("1 aangenomen, 1 waar ze niets mee kon", page, StringComparison.Ordinal);
        Assert.Contains("dossier niet gekend in het pakket", page, StringComparison.Ordinal);
    }

    private async Task<string?> NextAsync(string path, object body)
    {
        using var answer = await _software.WriteAsync(path, body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.JsonAsync()).GetProperty("next").GetString();
    }

    private static object Decided(decimal amount, string on = "2026-11-06") => new { decidedBy = "committee", number = "2026/117", on, amount, text = (string?)null };
}
