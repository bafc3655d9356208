#pragma warning disable
using Microsoft.Extensions.DependencyInjection;

namespace SolidLoonfiches.Vault;

[Flags]
public enum AccessModes { None = 0, Read = 1, Append = 2 }

/// <summary>Writes and removes rules on a container in the owner's own session (WAC, ACP).</summary>
public sealed class AccessGrants
{
    internal AccessGrants(VaultHttp http, ServiceIdentity identity) { }
    /// <summary>Gives <paramref name="agent"/> exactly <paramref name="modes"/> on the container and its members; what stands there stays, the owner keeps control.</summary>
    public Task<VaultAnswer<Uri>> GrantAsync(Uri container, Uri agent, AccessModes modes, VaultSession owner, CancellationToken cancellation) => throw new NotImplementedException();
    /// <summary>Takes every rule of <paramref name="agent"/> on the container away; other rules stay. Ok also where there was none.</summary>
    public Task<VaultAnswer<Uri>> RevokeAsync(Uri container, Uri agent, VaultSession owner, CancellationToken cancellation) => throw new NotImplementedException();
}

