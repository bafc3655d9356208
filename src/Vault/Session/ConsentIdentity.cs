namespace SolidLoonfiches.Vault;

/// <summary>The service under the WebID of one consent: the same keys, another name. Its document is ours to take offline, and then no vault knows it any more.</summary>
internal sealed class ConsentIdentity(ServiceIdentity service, Uri webId, TimeProvider clock) : VaultSession
{
    private volatile IssuedToken? _kept;

    public override Uri WebId => webId;

    public override async ValueTask<VaultToken> TokenAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (_kept is { } kept && now < kept.Until)
        {
            return kept.Token;
        }

        _kept = await service.IssueAsync(webId, now, cancellation);
        return _kept.Token;
    }

    public override void Refused(VaultToken token)
    {
        if (_kept is { } kept && kept.Token == token && clock.GetUtcNow() - kept.From >= Young)
        {
            _kept = null;
        }
    }
}
