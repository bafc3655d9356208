namespace SolidLoonfiches.Vault;

/// <summary>The citizen's session at their own vault: one token, never renewed.</summary>
internal sealed class CitizenSession(Uri webId, VaultToken token, DateTimeOffset until, TimeProvider clock) : VaultSession
{
    /// <summary>Enough to make a container and a grant, whatever the provider gives (CSS: an hour).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public override Uri WebId => webId;

    public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) =>
        clock.GetUtcNow() < until
            ? ValueTask.FromResult(token)
            : throw new VaultSignInException("the citizen's session at the vault is over");

    public KeptSession Keep() => new(webId, token.AccessToken, token.Key.ExportPkcs8(), until);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            token.Key.Dispose();
        }

        base.Dispose(disposing);
    }
}
