using System.Net;
using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Writes and removes rules on a container in the owner's own session (WAC, ACP). A member that has rules of its own
/// is not touched: there its own rules hold.
/// </summary>
public sealed class AccessGrants
{
    /// <summary>How often rules that somebody else changed meanwhile are read and written again.</summary>
    private const int Attempts = 3;

    /// <summary>Levels above a container that are looked at.</summary>
    private const int MaxLevels = 16;

    private readonly VaultHttp _http;
    private readonly ServiceIdentity _identity;

    internal AccessGrants(VaultHttp http, ServiceIdentity identity) => (_http, _identity) = (http, identity);

    /// <summary>Gives <paramref name="agent"/> exactly <paramref name="modes"/> on the container and its members; what stands there stays, the owner keeps control.</summary>
    /// <param name="container">URL of a container that exists; Absent where it does not.</param>
    /// <param name="agent">A WebID other than the owner's.</param>
    /// <param name="modes">At least one.</param>
    /// <param name="owner">Session of somebody with Control; NoGrant where they have not.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public Task<VaultAnswer<Uri>> GrantAsync(Uri container, Uri agent, AccessModes modes, VaultSession owner, CancellationToken cancellation) =>
        modes == AccessModes.None
            ? throw new ArgumentException("A grant gives at least one mode.", nameof(modes))
            : ChangeAsync(container, agent, modes, owner, cancellation);

    /// <summary>Takes every rule of <paramref name="agent"/> on the container away; other rules stay. Ok also where there was none, or no container.</summary>
    /// <param name="container">URL of the container.</param>
    /// <param name="agent">A WebID other than the owner's.</param>
    /// <param name="owner">Session of somebody with Control; NoGrant where they have not.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public async Task<VaultAnswer<Uri>> RevokeAsync(Uri container, Uri agent, VaultSession owner, CancellationToken cancellation) =>
        await ChangeAsync(container, agent, AccessModes.None, owner, cancellation) switch
        {
            // The container is gone, and its rules went with it.
            VaultAnswer<Uri>.Absent => new VaultAnswer<Uri>.Ok(container),
            var answer => answer,
        };

    /// <summary>Absent where the container is, and in no other case.</summary>
    private async Task<VaultAnswer<Uri>> ChangeAsync(Uri container, Uri agent, AccessModes modes, VaultSession owner, CancellationToken cancellation)
    {
        if (IsSamePerson(agent, owner.WebId))
        {
            throw new ArgumentException("The owner's own rules are not ours to change.", nameof(agent));
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var read = await RulesDocument.ReadAsync(_http, container, owner, cancellation);
            if (read is not VaultAnswer<RulesDocument>.Ok { Value: var document })
            {
                return As<Uri, RulesDocument>(read);
            }

            var change = document.IsAcp
                ? await AcpChangeAsync(document, container, agent, modes, owner, cancellation)
                : await WacChangeAsync(document, container, agent, modes, owner, cancellation);
            if (change is not VaultAnswer<RdfGraph>.Ok { Value: var wanted })
            {
                return As<Uri, RdfGraph>(change);
            }

            if (SameTriples(wanted, document.Rules))
            {
                return new VaultAnswer<Uri>.Ok(container);
            }

            switch (await WriteAsync(document, wanted, owner, cancellation))
            {
                case VaultReply.Answered { IsSuccess: true }:
                    return new VaultAnswer<Uri>.Ok(container);
                case VaultReply.Answered { Status: HttpStatusCode.PreconditionFailed }:
                    break;
                case VaultReply.Answered { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone }:
                    return new VaultAnswer<Uri>.Broken(VaultFault.Unexpected, "the rules cannot be written where the server says they are");
                case var refused:
                    return Refusal.Of<Uri>(refused);
            }
        }

        return new VaultAnswer<Uri>.Broken(VaultFault.Unexpected, "the rules were changed by somebody else each time");
    }

    /// <summary>The rules as they are to be; those of the document itself where nothing is to be written.</summary>
    private async Task<VaultAnswer<RdfGraph>> WacChangeAsync(
        RulesDocument document, Uri container, Uri agent, AccessModes modes, VaultSession owner, CancellationToken cancellation)
    {
        var standing = document.Rules;
        if (!document.Exists)
        {
            var inherited = await InheritedAsync(container, document, owner, cancellation);
            if (inherited is not VaultAnswer<RdfGraph>.Ok { Value: var copied })
            {
                return inherited;
            }

            if (modes == AccessModes.None && !WacRules.Names(copied, container, agent))
            {
                return new VaultAnswer<RdfGraph>.Ok(document.Rules);
            }

            standing = copied;
        }

        var wanted = WacRules.With(standing, document.Url, container, agent, modes);
        return new VaultAnswer<RdfGraph>.Ok(
            modes == AccessModes.None && document.Exists ? wanted : WacRules.KeepingOwner(wanted, document.Url, container, owner.WebId));
    }

    /// <summary>What holds for a container without rules of its own: those of the nearest container above that has some.</summary>
    private async Task<VaultAnswer<RdfGraph>> InheritedAsync(Uri container, RulesDocument document, VaultSession owner, CancellationToken cancellation)
    {
        foreach (var above in Above(container, document))
        {
            switch (await RulesDocument.ReadAsync(_http, above, owner, cancellation))
            {
                case VaultAnswer<RulesDocument>.Ok { Value: { Exists: true } found }:
                    return new VaultAnswer<RdfGraph>.Ok(WacRules.Inherited(found.Rules, above, container, document.Url));
                case VaultAnswer<RulesDocument>.Ok { Value.IsStorageRoot: true }:
                    return new VaultAnswer<RdfGraph>.Ok(RdfGraph.Create([]));
                case VaultAnswer<RulesDocument>.Ok or VaultAnswer<RulesDocument>.Absent:
                    break;
                case var unknown:
                    // Not knowing what holds, we must not write rules that replace it.
                    return As<RdfGraph, RulesDocument>(unknown);
            }
        }

        return new VaultAnswer<RdfGraph>.Ok(RdfGraph.Create([]));
    }

    private async Task<VaultAnswer<RdfGraph>> AcpChangeAsync(
        RulesDocument document, Uri container, Uri agent, AccessModes modes, VaultSession owner, CancellationToken cancellation)
    {
        // Our own tokens name client and issuer, so that another client with our WebID gets nothing. Those of others often cannot.
        (Uri, Uri)? through = _identity.IsOurs(agent) ? (_identity.ClientId, _identity.Issuer) : null;
        if (AcpRules.With(document.Rules, document.Url, container, agent, modes, through) is not { } wanted)
        {
            return new VaultAnswer<RdfGraph>.Broken(VaultFault.Unexpected, "a rule names the agent both to allow and to deny; it was left as it is");
        }

        if (modes != AccessModes.None)
        {
            return new VaultAnswer<RdfGraph>.Ok(wanted);
        }

        foreach (var above in Above(container, document))
        {
            switch (await RulesDocument.ReadAsync(_http, above, owner, cancellation))
            {
                case VaultAnswer<RulesDocument>.Ok { Value.Rules: var rules } when AcpRules.Allows(rules, agent):
                    return new VaultAnswer<RdfGraph>.Ok(AcpRules.Denying(wanted, document.Url, container, agent));
                case VaultAnswer<RulesDocument>.Ok { Value.IsStorageRoot: true }:
                    return new VaultAnswer<RdfGraph>.Ok(wanted);
                case VaultAnswer<RulesDocument>.Ok or VaultAnswer<RulesDocument>.Absent:
                    break;
                case var unknown:
                    return As<RdfGraph, RulesDocument>(unknown);
            }
        }

        return new VaultAnswer<RdfGraph>.Ok(wanted);
    }

    private Task<VaultReply> WriteAsync(RulesDocument document, RdfGraph wanted, VaultSession owner, CancellationToken cancellation)
    {
        var turtle = Turtle.Write(wanted, [new("acl", Acl.Namespace), new("acp", Acl.AcpNamespace)]);
        (string, string)[] condition = document switch
        {
            { Exists: false } => [("If-None-Match", "*")],
            { ETag: { } tag } => [("If-Match", tag)],
            _ => [],
        };
        return _http.SendAsync(new(HttpMethod.Put, document.Url) { Body = Encoding.UTF8.GetBytes(turtle), Headers = condition }, owner, cancellation);
    }

    /// <summary>The containers above, for as long as the caller wants them: it stops at the root of the storage.</summary>
    private static IEnumerable<Uri> Above(Uri container, RulesDocument document)
    {
        if (document.IsStorageRoot)
        {
            yield break;
        }

        var at = container;
        for (var i = 0; i < MaxLevels && at.AbsolutePath != "/"; i++)
        {
            at = at.AbsolutePath.EndsWith('/') ? new Uri(at, "..") : new Uri(at, ".");
            yield return at;
        }
    }

    /// <summary>As strings: <see cref="Uri"/> itself compares without the fragment, which is what tells one WebID from another.</summary>
    private static bool IsSamePerson(Uri one, Uri other) => one.AbsoluteUri == other.AbsoluteUri;

    private static bool SameTriples(RdfGraph one, RdfGraph other) =>
        one.Count == other.Count && one.Triples.All(t => other.Contains(t.Subject, t.Predicate, t.Object));

    /// <summary>The same end, of another question.</summary>
    private static VaultAnswer<TTo> As<TTo, TFrom>(VaultAnswer<TFrom> answer) => answer switch
    {
        VaultAnswer<TFrom>.TokenRejected rejected => new VaultAnswer<TTo>.TokenRejected(rejected.Detail),
        VaultAnswer<TFrom>.NoGrant => new VaultAnswer<TTo>.NoGrant(),
        VaultAnswer<TFrom>.Absent => new VaultAnswer<TTo>.Absent(),
        VaultAnswer<TFrom>.Broken broken => new VaultAnswer<TTo>.Broken(broken.Fault, broken.Detail),
        _ => throw new InvalidOperationException("Not an end: " + answer.GetType().Name),
    };
}
