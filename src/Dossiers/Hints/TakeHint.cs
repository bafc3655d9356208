using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>A message at a secret path: is it of the vault that we subscribed at? Then its dossier is checked soon.</summary>
public sealed class TakeHint(DossierDb db, NotificationGate gate, HintQueue queue, IOptions<HintOptions> options)
{
    /// <summary>How it ended. Nothing of it is told to the sender but a status.</summary>
    public enum Outcome
    {
        Taken,

        /// <summary>No subscription of a consent that stands has this path.</summary>
        Unknown,

        Refused,

        /// <summary>Too many dossiers wait.</summary>
        Full,
    }

    /// <summary>Long enough that nobody guesses it: 32 random bytes.</summary>
    internal static string NewPath() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    internal static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));

    internal static Uri SendTo(Uri root, string path) => new(root, "notify/" + path);

    public async Task<Outcome> RunAsync(string path, PostedNotification posted, CancellationToken cancellation)
    {
        var hash = Hash(path);
        var channel = await (
            from one in db.VaultChannels.AsNoTracking()
            where one.PathSha256 == hash && one.EndedAt == null
            join consent in db.Consents.AsNoTracking().Standing() on one.ConsentId equals consent.Id
            select new { one.DossierId, one.Sender, consent.Container }).SingleOrDefaultAsync(cancellation);
        if (channel is null)
        {
            return Outcome.Unknown;
        }

        if (queue.Waits(channel.DossierId))
        {
            // A flood costs no signatures.
            return Outcome.Taken;
        }

        var refusal = await gate.RefusalAsync(posted, new Uri(channel.Sender!), SendTo(options.Value.BaseUrl!, path), new Uri(channel.Container), cancellation);
        return refusal is not null ? Outcome.Refused : queue.Add(channel.DossierId) ? Outcome.Taken : Outcome.Full;
    }
}
