using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ConsentRecordOnSqliteTests(SqliteStore store) : ConsentRecordTests(store);

public sealed class ConsentRecordOnPostgresTests(PostgresStore store) : ConsentRecordTests(store);

/// <summary>The record of a consent in DPV terms, and the receipt that the citizen has of it.</summary>
public abstract class ConsentRecordTests(TestStore store) : IDisposable
{
    private static readonly Shapes OurShapes = Shapes.Compile(OntologyFolder.Graph("consent.shapes.ttl"));

    private readonly ScriptedVault _vault = new();
    private readonly NamedSession _citizen = new("citizen", ScriptedVault.Citizen);

    public void Dispose()
    {
        _vault.Dispose();
        _citizen.Dispose();
        GC.SuppressFinalize(this);
    }

    private static WebIdProfile Profile { get; } = new(new Uri(ScriptedVault.Citizen), [new Uri("https://vault.example/")], [new Uri(ScriptedVault.Root)]);

    private async Task<Desk> OpenAsync() => await Desk.OpenAsync(store, services => services.AddHttpClient(VaultServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _vault));

    private async Task<Guid> GiveAsync(Desk desk, Guid request, Maand? from = null)
    {
        var yes = ConsentAnswer.Yes(Desk.Terms, "fr");
        var given = await desk.UseAsync<GiveConsent, GiveConsent.Outcome>(g => g.RunAsync(new(request, Slips.Person(1), Profile, _citizen, yes with { From = from ?? yes.From }), CancellationToken.None));
        return Assert.IsType<GiveConsent.Outcome.Given>(given).ConsentId;
    }

    private static Task<WithdrawConsent.Outcome> WithdrawAsync(Desk desk, Guid consent) => desk.UseAsync<WithdrawConsent, WithdrawConsent.Outcome>(w => w.RunAsync(new(consent, Slips.Person(1)), CancellationToken.None));

    private static async Task<IssueReceipt.Outcome.Issued> IssueAsync(Desk desk, Guid subject) =>
        Assert.IsType<IssueReceipt.Outcome.Issued>(await desk.UseAsync<IssueReceipt, IssueReceipt.Outcome>(i => i.RunAsync(new(subject, Slips.Person(1)), CancellationToken.None)));

    private static Task<CheckReceipt.Outcome> CheckAsync(Desk desk, string? number, string? code) =>
        desk.UseAsync<CheckReceipt, CheckReceipt.Outcome>(c => c.RunAsync(new(number, code), CancellationToken.None));

    /// <summary>The receipt as its holder has it; held against our shapes.</summary>
    private static RdfGraph Document(IssueReceipt.Outcome.Issued issued)
    {
        var graph = ReceiptDocument.Graph(issued.Receipt, issued.Code);
        var report = OurShapes.Validate(graph);
        Assert.True(report.Conforms, string.Join('\n', report.Results.Select(result => $"{result.FocusNode} {result.Path} {result.Value} {result.Component}")));
        return graph;
    }

    private static List<string> States(RdfGraph graph) =>
        [.. graph.WithPredicate(Dpv.HasConsentStatus).Select(triple => triple.Object)
            .Select(node => (At: graph.Objects(node, Dpv.IsIndicatedAtTime).Single().Value, State: string.Join(' ', graph.Objects(node, Dpv.Type).Select(type => type.Value[(type.Value.IndexOf('#', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal))))
            .OrderBy(happened => happened.At, StringComparer.Ordinal).ThenBy(happened => happened.State, StringComparer.Ordinal).Select(happened => happened.State)];

    [Fact]
    public async Task Record_OfAWholeLife_HasOneEventForEachThatHappened()
    {
        await using var desk = await OpenAsync();
        var first = await desk.AskAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.UseAsync<RefuseRequest, RefuseRequest.Outcome>(r => r.RunAsync(new(first, Slips.Person(1), "nl"), CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var consent = await GiveAsync(desk, first, new Maand(2025, 6));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.UseAsync<ChangeConsent, ChangeConsent.Outcome>(c => c.RunAsync(new ChangeConsent.Narrow(consent, Slips.Person(1), new Maand(2025, 6), Desk.Day("2025-12-31")), CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var second = await desk.AskAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.UseAsync<ChangeConsent, ChangeConsent.Outcome>(c => c.RunAsync(new ChangeConsent.Renew(second, Slips.Person(1), ConsentAnswer.Yes(Desk.Terms, "en")), CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await WithdrawAsync(desk, consent);

        var graph = Document(await IssueAsync(desk, consent));

        Assert.Equal(["ConsentRequested", "ConsentRefused", "ConsentGiven", "ConsentGiven ConsentNarrowed", "ConsentGiven ConsentNarrowed", "ConsentRequested", "RenewedConsentGiven", "ConsentWithdrawn"], States(graph));
        Assert.Equal(await desk.QueryAsync(db => db.ConsentEvents.CountAsync()), States(graph).Count);
        // Dutch was refused, French was given, English renewed.
        Assert.Equal(["en", "fr", "nl"], graph.WithPredicate(Dpv.Language).Select(triple => triple.Object.Value).Order(StringComparer.Ordinal));
        Assert.Contains("2026-08-04", graph.WithPredicate(Dpv.Value).Select(triple => triple.Object.Value));
        Assert.Contains("2025-06-01", graph.WithPredicate(Dpv.StartTime).Select(triple => triple.Object.Value));
    }

    [Fact]
    public async Task Record_Expired_SaysSo()
    {
        await using var desk = await OpenAsync();
        var consent = await GiveAsync(desk, await desk.AskAsync());
        desk.Clock.SetUtcNow(Belgium.StartOf(Desk.Terms.Until.AddDays(2)));
        await desk.UseAsync<ExpireConsents, int>(e => e.RunAsync(new(), CancellationToken.None));

        Assert.Equal(["ConsentExpired", "ConsentGiven", "ConsentRequested"], States(Document(await IssueAsync(desk, consent))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Record_ClosedAtTheVaultBehindOurBack_SaysSoWithTheMomentOfTheRefusal()
    {
        await using var desk = await OpenAsync();
        await desk.RecordAsync("2024-11-01", new CategoryFact(Leefloon.Categorie.Alleenstaand));
        await desk.RecordAsync("2024-11-01", new RightFact(null));
        var consent = await GiveAsync(desk, await desk.AskAsync());
        desk.Source.Answer = new SourceAnswer.ConsentEnded();
        await desk.CheckAsync("2025-07");

        var graph = Document(await IssueAsync(desk, consent));

        Assert.Equal("ClosedAtVault ConsentStatusInvalidForProcessing", States(graph)[^1]);
        Assert.Single(graph.WithPredicate(Dpv.VaultRefused));
    }

    [Fact]
    public async Task Record_OfAnEndedConsent_ProvesTheOrderOfTimes()
    {
        await using var desk = await OpenAsync();
        await desk.RecordAsync("2024-11-01", new CategoryFact(Leefloon.Categorie.Alleenstaand));
        await desk.RecordAsync("2024-11-01", new RightFact(null));
        var consent = await GiveAsync(desk, await desk.AskAsync());
        desk.Source.Put(Slips.Usable("juli", "2025-07", 900));
        await desk.CheckAsync("2025-07");
        // While it stands the last look is not part of it: the same receipt serves all the time.
        Assert.Empty(Document(await IssueAsync(desk, consent)).WithPredicate(Dpv.LastRead));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await WithdrawAsync(desk, consent);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var open = Document(await IssueAsync(desk, consent));
        Assert.Empty(open.WithPredicate(Dpv.VaultRefused));
        await desk.UseAsync<CloseVault, CloseVault.Outcome>(c => c.RunAsync(new(consent, Slips.Person(1), _citizen), CancellationToken.None));

        var closed = Document(await IssueAsync(desk, consent));

        var withdrawn = closed.Objects(Assert.Single(closed.Subjects(Dpv.Type, Dpv.ConsentWithdrawn)), Dpv.IsIndicatedAtTime).Single().Value;
        string[] order = [Assert.Single(closed.WithPredicate(Dpv.LastRead)).Object.Value, withdrawn, Assert.Single(closed.WithPredicate(Dpv.VaultRefused)).Object.Value];
        Assert.Equal(order.Order(StringComparer.Ordinal), order);
        Assert.Equal(3, order.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Record_ConsentAndLaw_AreTwoProcesses()
    {
        await using var desk = await OpenAsync();
        var graph = Document(await IssueAsync(desk, await GiveAsync(desk, await desk.AskAsync())));

        var key = Assert.Single(graph.Subjects(Dpv.HasLegalBasis, Dpv.ExpressedConsent), node => graph.Contains(node, Dpv.Type, Dpv.Process));
        var inquiry = Assert.Single(graph.Subjects(Dpv.HasLegalBasis, Dpv.LegalObligation));
        Assert.Equal(Dpv.OpenVault, graph.Objects(key, Dpv.HasPurpose).Single());
        Assert.Equal(Dpv.InquiryIntoMeans, graph.Objects(inquiry, Dpv.HasPurpose).Single());
        Assert.Empty(graph.Objects(key, Dpv.HasApplicableLaw));

        // And the shapes hold it so: each fault is refused.
        foreach (var fault in (Triple[])[new(inquiry, Dpv.HasLegalBasis, Dpv.ExpressedConsent), new(key, Dpv.HasLegalBasis, Dpv.LegalObligation), new(inquiry, Dpv.HasConsentControl, key), new(key, Dpv.HasPurpose, Dpv.InquiryIntoMeans)])
        {
            Assert.False(OurShapes.Validate(RdfGraph.Create([.. graph.Triples, fault])).Conforms, fault.ToString());
        }

        foreach (var missing in graph.Triples.Where(triple => triple.Predicate == Dpv.HasNotice || triple.Predicate == Dpv.IsIndicatedAtTime || triple.Predicate == Dpv.IsExercisedAt || triple.Predicate == Dpv.HasApplicableLaw).GroupBy(triple => (triple.Subject, triple.Predicate)))
        {
            Assert.False(OurShapes.Validate(RdfGraph.Create([.. graph.Triples.Except(missing)])).Conforms, missing.Key.ToString());
        }
    }

    [Fact]
    public async Task Document_TurtleAndJsonLd_SayTheSameTriplesAndNameNobody()
    {
        await using var desk = await OpenAsync();
        var issued = await IssueAsync(desk, await GiveAsync(desk, await desk.AskAsync(), new Maand(2025, 6)));
        var graph = Document(issued);
        var turtle = ReceiptDocument.Turtle(issued.Receipt, issued.Code);
        var json = JsonLd.Write(graph, OntologyFolder.Text("consent.context.jsonld"));

        Assert.Equal(NTriples.Write(graph), NTriples.Write(Turtle.Read(System.Text.Encoding.UTF8.GetBytes(turtle), "")));
        Assert.Equal(NTriples.Write(graph), NTriples.Write(FlatJsonLd.Read(json)));
        Assert.DoesNotContain(graph.Triples, triple => triple.Subject.IsBlank || triple.Object.IsBlank);
        Assert.All((string[])[turtle, json, issued.Receipt.Triples], text => Assert.All(
            (string[])["Peeters", Slips.Person(1).Value, "vault.example", Desk.Worker.Id, Desk.Worker.Name],
            secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
        // What stands under a whole IRI has no term in our context.
        Assert.DoesNotContain("\"http", json[json.IndexOf("@graph", StringComparison.Ordinal)..].Replace("\"https://loonfiches.example/citizen\"", "", StringComparison.Ordinal).Replace("\"https://w3id.org/dpv/schema/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_TwiceInOneState_IsOneReceiptAndAnotherStateIsAnother()
    {
        await using var desk = await OpenAsync();
        var consent = await GiveAsync(desk, await desk.AskAsync());
        var first = await IssueAsync(desk, consent);
        desk.Clock.Advance(TimeSpan.FromDays(3));
        var again = await IssueAsync(desk, consent);
        Assert.Equal((first.Receipt.Number, first.Code, first.Receipt.IssuedAt), (again.Receipt.Number, again.Code, again.Receipt.IssuedAt));

        await WithdrawAsync(desk, consent);
        var after = await IssueAsync(desk, consent);

        Assert.NotEqual(first.Receipt.Number, after.Receipt.Number);
        Assert.Matches("^[34679ACDEFGHJKMNPQRTWXY]{4}(-[34679ACDEFGHJKMNPQRTWXY]{4}){2}$", after.Code);
        // The first stays as it was handed out.
        Assert.IsType<CheckReceipt.Outcome.Genuine>(await CheckAsync(desk, first.Receipt.Number, first.Code));
    }

    [Fact]
    public async Task Issue_ToSomebodyElse_OrOfAQuestionThatWaits_IsNotFound()
    {
        await using var desk = await OpenAsync();
        var request = await desk.AskAsync();
        Assert.IsType<IssueReceipt.Outcome.NotFound>(await desk.UseAsync<IssueReceipt, IssueReceipt.Outcome>(i => i.RunAsync(new(request, Slips.Person(1)), CancellationToken.None)));
        var consent = await GiveAsync(desk, request);
        Assert.IsType<IssueReceipt.Outcome.NotFound>(await desk.UseAsync<IssueReceipt, IssueReceipt.Outcome>(i => i.RunAsync(new(consent, Slips.Person(2)), CancellationToken.None)));
        Assert.Equal(0, await desk.QueryAsync(db => db.ConsentReceipts.CountAsync()));
    }

    [Fact]
    public async Task Issue_OfARefusedQuestion_HasBothEvents()
    {
        await using var desk = await OpenAsync();
        var request = await desk.AskAsync();
        await desk.UseAsync<RefuseRequest, RefuseRequest.Outcome>(r => r.RunAsync(new(request, Slips.Person(1), "nl"), CancellationToken.None));
        Assert.Equal(["ConsentRefused", "ConsentRequested"], States(Document(await IssueAsync(desk, request))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Check_NumberAndCode_OnlyTheRightPairOfAnUnchangedReceiptIsGenuine()
    {
        await using var desk = await OpenAsync();
        var issued = await IssueAsync(desk, await GiveAsync(desk, await desk.AskAsync(), new Maand(2025, 6)));
        var (number, code) = (issued.Receipt.Number, issued.Code);

        var genuine = Assert.IsType<CheckReceipt.Outcome.Genuine>(await CheckAsync(desk, number.ToLowerInvariant(), " " + code.Replace('-', ' ')));
        Assert.Equal(("OCMW Gent", issued.Receipt.Sha256), (genuine.Contents.Ocmw, genuine.Contents.Sha256));
        Assert.Equal(
            [(ConsentEventKind.Requested, "2025-01-01"), (ConsentEventKind.Given, "2025-06-01"), (ConsentEventKind.Narrowed, "2025-06-01")],
            genuine.Contents.Lines.Select(line => (line.Kind, line.From!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

        var other = code[0] == '3' ? '4' : '3';
        foreach (var (wrongNumber, wrongCode) in ((string?, string?)[])[(number, other + code[1..]), ("3333-3333", code), (number, null), (null, code), (number, code + "3"), (number, ""), (number, number)])
        {
            Assert.IsType<CheckReceipt.Outcome.Unknown>(await CheckAsync(desk, wrongNumber, wrongCode));
        }

        // Somebody changes it in the records: the code was taken over what it said.
        await desk.RunAsync(db => db.ConsentReceipts.ExecuteUpdateAsync(r => r.SetProperty(x => x.Triples, x => x.Triples.Replace("2025-06-01", "2025-07-01"))));
        Assert.IsType<CheckReceipt.Outcome.Unknown>(await CheckAsync(desk, number, code));
    }

    [Fact]
    public async Task Store_InTheCitizensSession_LiesWhereTheServiceCannotRead()
    {
        await using var desk = await OpenAsync();
        var consent = await GiveAsync(desk, await desk.AskAsync());

        var stored = Assert.IsType<StoreReceipt.Outcome.Stored>(await desk.UseAsync<StoreReceipt, StoreReceipt.Outcome>(s => s.RunAsync(new(consent, Slips.Person(1), Profile, _citizen), CancellationToken.None)));

        var issued = await IssueAsync(desk, consent);
        Assert.Equal($"{ScriptedVault.Root}toestemmingen/ontvangstbewijs-{issued.Receipt.Number}.ttl", stored.Document.AbsoluteUri);
        Assert.Equal(("citizen", ReceiptDocument.Turtle(issued.Receipt, issued.Code)), _vault.Written[stored.Document.AbsolutePath]);
    }

    [Fact]
    public async Task Store_WhereTheVaultDoesNotTakeIt_LeavesTheConsentAsItIs()
    {
        await using var desk = await OpenAsync();
        var consent = await GiveAsync(desk, await desk.AskAsync());
        _vault.Fault = (request, _) => request.Method == HttpMethod.Put ? HttpStatusCode.InternalServerError : null;

        Assert.IsType<StoreReceipt.Outcome.NotStored>(await desk.UseAsync<StoreReceipt, StoreReceipt.Outcome>(s => s.RunAsync(new(consent, Slips.Person(1), Profile, _citizen), CancellationToken.None)));
        Assert.True((await desk.QueryAsync(db => db.Consents.AsNoTracking().SingleAsync())).IsActive);
    }
}

public sealed class ConsentTermsTests
{
    /// <summary>Every term of DPV that code, vocabulary, context or shapes use is one that DPV has.</summary>
    [Fact]
    public void Dpv_EveryTermThatIsUsed_Exists()
    {
        var known = OntologyFolder.Beside("dpv-2.3-terms.txt").Split('\n').ToHashSet(StringComparer.Ordinal);
        var inCode = typeof(Dpv).GetFields().Select(field => field.GetValue(null)).OfType<Term>().Select(term => term.Value);
        var inFiles = ((string[])["consent.ttl", "consent.shapes.ttl"]).SelectMany(file => OntologyFolder.Graph(file).Triples.SelectMany(triple => (Term[])[triple.Subject, triple.Predicate, triple.Object])).Where(term => term.IsIri).Select(term => term.Value);
        var used = inCode.Concat(inFiles).Where(iri => iri.StartsWith("https://w3id.org/dpv", StringComparison.Ordinal) && iri.Contains('#', StringComparison.Ordinal) && !iri.Contains("/schema/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(used.Count > 40, $"{used.Count} terms found");
        Assert.All(used, iri => Assert.True(known.Contains(iri), iri));
    }

    [Fact]
    public void Vocabulary_EveryOwnTermInCode_IsDefinedInThreeLanguages()
    {
        var vocabulary = OntologyFolder.Graph("consent.ttl");
        var own = typeof(Dpv).GetFields().Select(field => field.GetValue(null)).OfType<Term>().Where(term => term.Value.StartsWith(Dpv.Own, StringComparison.Ordinal)).ToList();

        Assert.Equal(12, own.Count);
        Assert.All(own, term => Assert.Equal(["en", "fr", "nl"], vocabulary.WithSubject(term).Where(triple => triple.Predicate.Value.EndsWith("abel", StringComparison.Ordinal)).Select(triple => triple.Object.Language).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("acde-3467", 2, "ACDE-3467")]
    [InlineData(" ACDE 3467 ", 2, "ACDE-3467")]
    [InlineData("ACDE3467", 2, "ACDE-3467")]
    [InlineData("ACDE-346", 2, null)]
    [InlineData("ACDE-34677", 2, null)]
    [InlineData("", 2, null)]
    [InlineData(null, 2, null)]
    public void Letters_AsPeopleTypeThem_AreRead(string? typed, int groups, string? read) => Assert.Equal(read, PlainLetters.Read(typed, groups));
}
