using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Where a person's payslips stand, or are to stand.</summary>
internal static class PayslipContainer
{
    /// <summary>As in the ontology: what a payslip is.</summary>
    private static readonly Uri Kind = new("https://w3id.org/loonfiche#Arbeidsloon");

    /// <summary>Where the person says so in a type index: there; else <c>loonfiches/</c> in their storage. It need not exist yet. Absent where they have no storage.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="profile">Of the person, already read.</param>
    /// <param name="citizen">Their own session.</param>
    /// <param name="cancellation">Stops the requests.</param>
    public static async Task<VaultAnswer<Uri>> FindAsync(SolidVault vault, WebIdProfile profile, VaultSession citizen, CancellationToken cancellation)
    {
        var storage = await vault.FindStorageAsync(profile, citizen, cancellation);
        if (storage is not VaultAnswer<Uri>.Ok { Value: var root })
        {
            return storage;
        }

        return await vault.FindContainerAsync(profile, root, Kind, citizen, cancellation) switch
        {
            VaultAnswer<Uri>.Absent => new VaultAnswer<Uri>.Ok(new Uri(root, "loonfiches/")),
            var answer => answer,
        };
    }
}
