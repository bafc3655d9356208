using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>Keeps one subscription per consent that stands: made, renewed before it lapses, ended when the consent is (one pass).</summary>
/// <remarks>
/// Any number of nodes may do so: a row is taken by a conditional update of <see cref="VaultChannel.LookAt"/>. A vault goes on
/// sending after its rule is gone, and the message names the new slip: so a subscription is ended, and not just ignored.
/// </remarks>
public sealed class KeepChannels(DossierDb db, NotificationChannels channels, VaultIdentities identities, IDataProtectionProvider protection, IOptions<HintOptions> options, TimeProvider clock, ILogger<KeepChannels> log)
{
    private const int AtMost = 100;
    private static readonly TimeSpan TakenFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WhereNoneIsOffered = TimeSpan.FromDays(7);

    /// <summary>Community Solid Server keeps a subscription 14 days at most; one that says nothing is taken for no better.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(14);

    private readonly IDataProtector _protector = protection.CreateProtector("SolidLoonfiches.VaultChannels.v1");

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await FindAsync(now, cancellation);
        var due = await db.VaultChannels.AsNoTracking().Where(c => c.EndedAt == null && c.LookAt <= now).OrderBy(c => c.LookAt).Take(AtMost).ToListAsync(cancellation);
        foreach (var channel in due)
        {
            var until = now + TakenFor;
            if (await db.VaultChannels.Where(c => c.Id == channel.Id && c.LookAt == channel.LookAt).ExecuteUpdateAsync(c => c.SetProperty(x => x.LookAt, until), cancellation) == 1)
            {
                await LookAfterAsync(channel.Id, cancellation);
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The address of a WebSocket.</summary>
    public Uri? SocketOf(VaultChannel channel) => channel.ProtectedSocket is { } kept ? Shown(kept) : null;

    /// <summary>A row for each new consent; and those whose consent ended are due now, whenever they were to be renewed.</summary>
    private async Task FindAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (options.Value.Enabled)
        {
            var fresh = await db.Consents.AsNoTracking().Standing().Where(c => c.AccessGrant == null && !db.VaultChannels.Any(v => v.ConsentId == c.Id))
                .OrderBy(c => c.GivenAt).Take(AtMost).Select(c => new { c.Id, c.DossierId }).ToListAsync(cancellation);
            db.VaultChannels.AddRange(fresh.Select(c => new VaultChannel { Id = Guid.CreateVersion7(now), ConsentId = c.Id, DossierId = c.DossierId, LookAt = now }));
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException failure) when (failure.IsUniqueViolation())
            {
                // Another node was first.
            }

            db.ChangeTracker.Clear();
        }

        var soon = now + TakenFor;
        await db.VaultChannels.Where(v => v.EndedAt == null && v.LookAt > soon && !db.Consents.Standing().Any(c => c.Id == v.ConsentId))
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.LookAt, now), cancellation);
    }

    private async Task LookAfterAsync(Guid id, CancellationToken cancellation)
    {
        var channel = await db.VaultChannels.SingleAsync(c => c.Id == id, cancellation);
        var consent = await db.Consents.AsNoTracking().SingleAsync(c => c.Id == channel.ConsentId, cancellation);

        // The identity under which the consent lets us read: with it we subscribe. Its document is gone once the consent is over;
        // a server then takes the request to end a subscription as one of nobody, which Community Solid Server allows.
        var service = identities.Of(consent.IdentityKey);
        if (consent.IsActive && options.Value is { Enabled: true, BaseUrl: { } root })
        {
            await MakeAsync(channel, new Uri(consent.Container), root, service, cancellation);
        }
        else
        {
            await EndAsync(channel, service, cancellation);
        }
    }

    private async Task MakeAsync(VaultChannel channel, Uri container, Uri root, VaultSession service, CancellationToken cancellation)
    {
        var path = TakeHint.NewPath();
        var answer = await channels.SubscribeAsync(container, TakeHint.SendTo(root, path), service, cancellation);
        var now = clock.GetUtcNow();
        switch (answer)
        {
            case VaultAnswer<NotificationChannel>.Ok(var made):
                var former = channel.ProtectedAddress;
                channel.Kind = made.Kind == ChannelKind.Webhook ? VaultChannel.Webhook : VaultChannel.WebSocket;
                (channel.PathSha256, channel.Sender) = made.Kind == ChannelKind.Webhook ? (TakeHint.Hash(path), made.Sender!.AbsoluteUri) : (null, null);
                (channel.ProtectedAddress, channel.ProtectedSocket) = (Kept(made.Id), made.ReceiveFrom is { } socket ? Kept(socket) : null);
                channel.ProtectedFormerAddress = former;
                channel.EndsAt = made.EndsAt ?? now + Life;
                channel.LookAt = RenewAt(channel.EndsAt.Value, now);
                await db.SaveChangesAsync(cancellation);
                await EndFormerAsync(channel, service, cancellation);
                break;
            case VaultAnswer<NotificationChannel>.Absent:
                channel.LookAt = now + WhereNoneIsOffered;
                await db.SaveChangesAsync(cancellation);
                break;
            default:
                log.LogWarning("No subscription for consent {Consent}: {Answer}", channel.ConsentId, answer.GetType().Name);
                channel.LookAt = now + AfterFailure;
                await db.SaveChangesAsync(cancellation);
                break;
        }
    }

    private async Task EndFormerAsync(VaultChannel channel, VaultSession service, CancellationToken cancellation)
    {
        if (channel.ProtectedFormerAddress is { } former && await channels.EndAsync(Shown(former), service, cancellation) is VaultAnswer<Uri>.Ok)
        {
            channel.ProtectedFormerAddress = null;
            await db.SaveChangesAsync(cancellation);
        }
    }

    private async Task EndAsync(VaultChannel channel, VaultSession service, CancellationToken cancellation)
    {
        await EndFormerAsync(channel, service, cancellation);
        var now = clock.GetUtcNow();
        var ended = channel.ProtectedAddress is not { } address || channel.EndsAt <= now || await channels.EndAsync(Shown(address), service, cancellation) is VaultAnswer<Uri>.Ok;
        if (ended)
        {
            channel.EndedAt = now;
            (channel.PathSha256, channel.Sender, channel.ProtectedAddress, channel.ProtectedSocket) = (null, null, null, null);
        }
        else
        {
            channel.LookAt = now + TakenFor;
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Well before it lapses, and not all on one day.</summary>
    private static DateTimeOffset RenewAt(DateTimeOffset ends, DateTimeOffset now)
    {
        var life = ends - now;
        return life <= TimeSpan.Zero ? now + AfterFailure : now + (life * RandomNumberGenerator.GetInt32(70, 90) / 100);
    }

    private byte[] Kept(Uri address) => _protector.Protect(Encoding.UTF8.GetBytes(address.AbsoluteUri));

    private Uri Shown(byte[] kept) => new(Encoding.UTF8.GetString(_protector.Unprotect(kept)));
}
