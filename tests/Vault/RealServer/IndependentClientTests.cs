using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SolidLoonfiches.Vault.Tests;

/// <summary>
/// What we wrote, as a client of others understands it: Inrupt's libraries, signed in as the citizen. They need
/// <c>npm ci</c> in tests/Vault/inrupt, once.
/// </summary>
public abstract class IndependentClientTests(SolidServer server, bool isAcp) : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Nothing = [];
    private ServiceHost? _service;

    public async ValueTask InitializeAsync() => _service = server.WhyNot is null ? await ServiceHost.StartAsync() : null;

    public async ValueTask DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Grant_AsInruptReadsIt_ExactlyReadForUsOnThatContainerAndTheRestAsItStood()
    {
        var folder = Path.Combine(SolidServer.Root(), "tests", "Vault", "inrupt");
        Assert.SkipWhen(server.WhyNot is not null, server.WhyNot ?? "");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "@inrupt", "solid-client")), "Inrupt's libraries are not installed: run npm ci in tests/Vault/inrupt.");
        using var citizen = await server.SessionAsync("citizen");
        var (vault, grants) = (_service!.Harness.Vault, _service.Harness.Grants);
        var above = new Uri(server.Base, $"citizen/{Guid.NewGuid():N}/");
        var (container, beside) = (new Uri(above, "loonfiches/"), new Uri(above, "foto's/"));
        await vault.EnsureContainerAsync(container, citizen, None);
        await vault.EnsureContainerAsync(beside, citizen, None);
        await vault.PutNewAsync(new Uri(container, "2026-10"), Encoding.UTF8.GetBytes("<#it> <http://purl.org/dc/terms/title> \"loonfiche\" ."), citizen, None);

        // Rules that stand before us: somebody may read all, somebody may add payslips.
        var (reader, adder) = (server.WebIdOf("stranger"), server.WebIdOf("employer"));
        Ends.Is<VaultAnswer<Uri>.Ok>(await grants.GrantAsync(above, reader, AccessModes.Read, citizen, None));
        Ends.Is<VaultAnswer<Uri>.Ok>(await grants.GrantAsync(container, adder, AccessModes.Append, citizen, None));
        var us = _service.Harness.Identity.For("0a1b2c").WebId;
        var other = _service.Harness.Identity.For("ffffff").WebId;
        var before = await AskAsync(folder, container, beside, [us, other, reader, adder, citizen.WebId]);
        Assert.Equal(Nothing, Modes(before, container, us));

        Ends.Is<VaultAnswer<Uri>.Ok>(await grants.GrantAsync(container, us, AccessModes.Read, citizen, None));

        var after = await AskAsync(folder, container, beside, [us, other, reader, adder, citizen.WebId]);
        // Inrupt's library does not follow what ACP lets a container say of its members: there the triples below must do.
        foreach (var place in isAcp ? (Uri[])[container] : [container, new Uri(container, "2026-10")])
        {
            Assert.Equal(["read"], Modes(after, place, us));
            Assert.Equal(Nothing, Modes(after, place, other));
            Assert.Equal(Nothing, Modes(after, place, _service.Harness.Identity.WebId));
            foreach (var standing in new[] { reader, adder, citizen.WebId })
            {
                Assert.Equal(Modes(before, place, standing), Modes(after, place, standing));
            }
        }

        if (!isAcp)
        {
            Assert.Equal(["read"], Modes(after, container, reader));
        }

        Assert.Equal(["append"], Modes(after, container, adder));
        Assert.Equal(before["resources"]![beside.AbsoluteUri]!.ToJsonString(), after["resources"]![beside.AbsoluteUri]!.ToJsonString());

        var (stood, stand) = (Rules(before), Rules(after));
        Assert.Empty(stood.Except(stand));
        AssertIsOurRule([.. stand.Except(stood).Select(triple => triple.Split(' '))], container, us);

        Ends.Is<VaultAnswer<Uri>.Ok>(await grants.RevokeAsync(container, us, citizen, None));
        var at = await AskAsync(folder, container, beside, [us, other, reader, adder, citizen.WebId]);
        Assert.Equal(before["resources"]!.ToJsonString(), at["resources"]!.ToJsonString());
        Assert.Equal(stood, Rules(at));
    }

    /// <summary>Every triple that we added, and none besides: read, for us, on the container and its members.</summary>
    private void AssertIsOurRule(string[][] added, Uri container, Uri us)
    {
        const string Acl = "http://www.w3.org/ns/auth/acl#", Acp = "http://www.w3.org/ns/solid/acp#";
        var said = added.Select(triple => $"{triple[1]} {triple[2]}").Where(triple => !triple.Contains("22-rdf-syntax-ns#type", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        if (!isAcp)
        {
            Assert.Single(added.Select(triple => triple[0]).Distinct());
            Assert.Equal([$"{Acl}accessTo {container}", $"{Acl}agent {us}", $"{Acl}default {container}", $"{Acl}mode {Acl}Read"], said);
            return;
        }

        // A control on the container and its members, that applies a policy of read alone, for us through our own client and issuer.
        string Of(string property) => Assert.Single(added.Where(triple => triple[1] == Acp + property).Select(triple => triple[2]).Distinct());
        Assert.Equal(Of("accessControl"), Of("memberAccessControl"));
        Assert.Equal(Acl + "Read", Of("allow"));
        Assert.Equal((us.AbsoluteUri, _service!.Harness.Identity.ClientId.AbsoluteUri, _service.Harness.Identity.Issuer.AbsoluteUri), (Of("agent"), Of("client"), Of("issuer")));
        Assert.Equal(8, said.Count());
    }

    private static List<string> Rules(JsonNode answer) => [.. answer["rules"]!.AsArray().Select(triple => triple!.GetValue<string>())];

    /// <summary>The modes that an agent has, in the words of Inrupt's library.</summary>
    private static IEnumerable<string> Modes(JsonNode answer, Uri resource, Uri agent) =>
        answer["resources"]![resource.AbsoluteUri]!["agents"]![agent.AbsoluteUri] is JsonObject modes
            ? modes.Where(mode => mode.Value!.GetValue<bool>()).Select(mode => mode.Key)
            : Nothing;

    private async Task<JsonNode> AskAsync(string folder, Uri container, Uri beside, Uri[] agents)
    {
        var (id, secret) = await server.CredentialsAsync(SolidServer.EmailOf("citizen"), SolidServer.Password, server.WebIdOf("citizen"));
        var start = new ProcessStartInfo("node") { ArgumentList = { "read-access.mjs" }, WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new
        {
            issuer = server.Base,
            clientId = id,
            clientSecret = secret,
            container,
            others = new[] { beside },
            agents,
        }));
        node.StandardInput.Close();
        var (said, wrong) = (node.StandardOutput.ReadToEndAsync(None), node.StandardError.ReadToEndAsync(None));
        await node.WaitForExitAsync(None);
        Assert.True(node.ExitCode == 0, await wrong);
        return JsonNode.Parse(await said)!;
    }
}

public sealed class IndependentClientOnWacTests(WacServer server) : IndependentClientTests(server, isAcp: false), IClassFixture<WacServer>;

public sealed class IndependentClientOnAcpTests(AcpServer server) : IndependentClientTests(server, isAcp: true), IClassFixture<AcpServer>;
