using System.Text;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Puts a receipt into the citizen's own vault, where they wish it: in their own session, since the service may read payslips there and nothing else.</summary>
/// <remarks>In a folder of its own beside the payslips, in which the service cannot look. Where it does not work the consent stands as it is, and the receipt can be downloaded.</remarks>
public sealed class StoreReceipt(SolidVault vault, IssueReceipt issue)
{
    /// <summary>Below the root of the storage.</summary>
    public const string Folder = "toestemmingen/";

    /// <param name="ConsentId">The consent that was just given.</param>
    /// <param name="Insz">Of the citizen who signed in.</param>
    /// <param name="Profile">Of the vault, already read.</param>
    /// <param name="Citizen">Their own session; used here and thrown away by the caller.</param>
    public sealed record Command(Guid ConsentId, Insz Insz, WebIdProfile Profile, VaultSession Citizen);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        public sealed record Stored(Uri Document) : Outcome;

        /// <summary>The vault did not take it.</summary>
        public sealed record NotStored : Outcome;

        /// <summary>No such consent of this person.</summary>
        public sealed record NotFound : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        if (await issue.RunAsync(new(command.ConsentId, command.Insz), cancellation) is not IssueReceipt.Outcome.Issued issued)
        {
            return new Outcome.NotFound();
        }

        if (await vault.FindStorageAsync(command.Profile, command.Citizen, cancellation) is not VaultAnswer<Uri>.Ok { Value: var root })
        {
            return new Outcome.NotStored();
        }

        var folder = new Uri(root, Folder);
        if (await vault.EnsureContainerAsync(folder, command.Citizen, cancellation) is not VaultAnswer<Uri>.Ok)
        {
            return new Outcome.NotStored();
        }

        var document = new Uri(folder, $"ontvangstbewijs-{issued.Receipt.Number}.ttl");
        return await vault.PutNewAsync(document, Encoding.UTF8.GetBytes(ReceiptDocument.Turtle(issued.Receipt, issued.Code)), command.Citizen, cancellation) is VaultAnswer<Uri>.Ok or VaultAnswer<Uri>.AlreadyThere
            ? new Outcome.Stored(document)
            : new Outcome.NotStored();
    }
}
