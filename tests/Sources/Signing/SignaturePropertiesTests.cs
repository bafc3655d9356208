using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Sources;

/// <summary>What holds for the signature of every slip.</summary>
public sealed class SignaturePropertiesTests : IDisposable
{
    private static readonly Uri Office = new("https://kantoor.example/card#me");
    private readonly SigningKey _key = SigningKey.Create();
    private readonly HttpClient _http;
    private readonly SlipSignatures _signatures;

    public SignaturePropertiesTests()
    {
        _http = new HttpClient(new OfficeServer(_key.ToPublicJwk()));
        var options = new SlipSignerOptions();
        options.Offices.Add(Office);
        _signatures = new SlipSignatures(new OfficeKeys(_http, new FakeTimeProvider()), Options.Create(options));
    }

    /// <summary>Take away, add, or change a part of any one triple, the signature's own included.</summary>
    [Fact]
    public void AnySlip_AnyOneTripleAltered_IsNoticed() =>
        Gen.Select(PayslipPropertiesTests.Slip, Gen.Int[0, 10_000], Gen.Int[0, 7]).Sample(
            (slip, which, how) =>
            {
                var graph = Signed(slip);
                var triples = graph.Triples.ToList();
                Assert.IsType<SlipSignature.Signed>(StateOf(graph, slip));

                Assert.IsNotType<SlipSignature.Signed>(StateOf(RdfGraph.Create(Altered(triples, which % triples.Count, how)), slip));
            },
            iter: 300);

    /// <summary>The same, over every triple of one slip and not by chance.</summary>
    [Fact]
    public void OneSlip_EveryTripleAlteredInEveryWay_IsNoticed()
    {
        var slip = ValidExamples.Expected["correction"];
        var graph = Signed(slip);
        var triples = graph.Triples.ToList();

        Assert.All(
            Enumerable.Range(0, triples.Count).SelectMany(which => Enumerable.Range(0, 8).Select(how => (which, how))),
            change => Assert.IsNotType<SlipSignature.Signed>(StateOf(RdfGraph.Create(Altered(triples, change.which, change.how)), slip)));
    }

    /// <summary>Another order, other prefixes or none, N-Triples: the same triples.</summary>
    [Fact]
    public void AnySlip_WrittenOtherwise_StaysSigned() =>
        Gen.Select(PayslipPropertiesTests.Slip, Gen.Int[0, 3], Gen.Int).Sample(
            (slip, how, seed) =>
            {
                var graph = Signed(slip);
                var text = how switch
                {
                    0 => Turtle.Write(graph, []),
                    1 => Turtle.Write(graph, [new("x", LoonficheTerms.Loon), new("loon", LoonficheTerms.Schema)]),
                    2 => NTriples.Write(graph),
                    _ => string.Join('\n', Shuffled(NTriples.Write(graph).Split('\n'), seed)),
                };
                Assert.IsType<SlipSignature.Signed>(StateOf(Turtle.Read(Encoding.UTF8.GetBytes(text), slip.Id), slip));
            },
            iter: 200);

    [Fact]
    public void Signature_AnyCharacterChanged_IsNoticed()
    {
        var slip = ValidExamples.Expected["plain-month"];
        var graph = Signed(slip);
        var signature = Assert.Single(graph.WithPredicate(LoonficheTerms.Signature));
        var text = signature.Object.Value;

        Assert.All(Enumerable.Range(0, text.Length), at =>
        {
            var changed = string.Concat(text.AsSpan(0, at), text[at] == 'A' ? "B" : "A", text.AsSpan(at + 1));
            var triples = graph.Triples.Where(triple => triple != signature).Append(signature with { Object = Term.Literal(changed) });
            Assert.IsNotType<SlipSignature.Signed>(StateOf(RdfGraph.Create(triples), slip));
        });
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID"}""")]
    [InlineData("""{"alg":"HS256","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","crit":["b64"],"b64":false}""")]
    [InlineData("""["ES256"]""")]
    [InlineData("not json")]
    public void Signature_HeaderThatWeDoNotMake_IsNone(string header)
    {
        var encoded = System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.Replace("KID", _key.KeyId, StringComparison.Ordinal)));

        Assert.False(DetachedJws.TryParse($"{encoded}..{new string('A', 86)}", out _));
    }

    [Fact]
    public void Key_WrittenAndRead_IsTheSameAndBadOnesAreRefusedWithoutTheirContent()
    {
        using var again = SigningKey.Parse(_key.ToPrivateJwk());
        Assert.Equal(_key.KeyId, again.KeyId);
        Assert.Equal(_key.ToPublicJwk().ToJsonString(), again.ToPublicJwk().ToJsonString());
        Assert.DoesNotContain("\"d\"", _key.ToPublicJwk().ToJsonString(), StringComparison.Ordinal);

        foreach (var bad in new[] { "", "geheim", "{}", "[]", _key.ToPublicJwk().ToJsonString(), _key.ToPrivateJwk().Replace("P-256", "P-384", StringComparison.Ordinal) })
        {
            Assert.Equal("Not a private key on P-256.", Assert.Throws<FormatException>(() => SigningKey.Parse(bad)).Message);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"keys":{}}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"a","x":"AA","y":"AA"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"a","x":1,"y":2}]}""")]
    public void KeySet_NotOne_IsNone(string json) => Assert.Null(OfficeKeySet.TryParse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void KeySet_OtherKindsOfKeys_ArePassedOverAndADoubleNameIsNotTakenOver()
    {
        using var second = SigningKey.Create();
        var (mine, other) = (_key.ToPublicJwk(), second.ToPublicJwk());
        other["kid"] = _key.KeyId;
        other["revoked"] = new JsonObject();
        var set = new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["kid"] = "r" }, mine, other) };

        var key = Assert.Single(OfficeKeySet.TryParse(Encoding.UTF8.GetBytes(set.ToJsonString()))!);

        Assert.Equal(_key.KeyId, key.Key);
        Assert.True(key.Value.Withdrawn);
    }

    public void Dispose()
    {
        _http.Dispose();
        _key.Dispose();
    }

    private static IEnumerable<Triple> Altered(List<Triple> triples, int which, int how)
    {
        var triple = triples[which];
        var rest = triples.Where((_, i) => i != which);
        return how switch
        {
            0 => rest,
            1 => rest.Append(triple with { Subject = Term.Iri(triple.Subject.Value + "x") }),
            2 => rest.Append(triple with { Predicate = Term.Iri(triple.Predicate.Value + "x") }),
            3 => rest.Append(triple with { Object = triple.Object.IsIri ? Term.Iri(triple.Object.Value + "x") : Term.Literal(triple.Object.Value + "0", triple.Object.Datatype) }),
            4 => rest.Append(triple with { Object = triple.Object.IsIri ? Term.Literal(triple.Object.Value) : Term.Literal(triple.Object.Value, LoonficheTerms.Own + "kind") }),
            5 => triples.Append(triple with { Object = Term.Literal("er bij") }),
            6 => triples.Append(triple with { Subject = Term.Blank("b") }),
            _ => rest.Append(triple with { Object = Term.Literal(triple.Object.Value, language: "nl") }),
        };
    }

    private static string[] Shuffled(string[] lines, int seed)
    {
        var order = lines.Select((line, i) => (line, key: unchecked((i + 1) * (seed | 1) * 2_654_435_761L) % 1_000_003)).OrderBy(row => row.key);
        return [.. order.Select(row => row.line)];
    }

    private RdfGraph Signed(Loonfiche slip) =>
        Turtle.Read(PayslipDocument.Write(slip, new Publication(Office, new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), "17"), _key), slip.Id);

    private SlipSignature StateOf(RdfGraph graph, Loonfiche slip) =>
        _signatures.CheckAsync(SignatureClaim.Of(graph, new Uri(slip.Id)), TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();

    private sealed class OfficeServer(JsonObject key) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(request.RequestUri!.AbsolutePath == "/card"
                    ? "<#me> <https://w3id.org/loonfiche#signingKeys> <keys.json> ."
                    : new JsonObject { ["keys"] = new JsonArray(key.DeepClone()) }.ToJsonString()),
            });
    }
}
