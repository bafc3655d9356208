using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

/// <summary>The identity of a consent that gives a token only while the consent stands: every request of a check asks anew.</summary>
/// <remarks>
/// So a check that runs while the citizen withdraws stops before its next read, on whichever node it runs, and whether
/// anybody tells it or not. The price is one look by primary key for each request to a vault, shared by those who ask at the
/// same moment (<see cref="ConsentGate"/>).
/// </remarks>
internal sealed class ConsentSession(ConsentGate gate, VaultSession identity, Guid consentId, TimeProvider clock) : VaultSession
{
    private long _waited;

    public override Uri WebId => identity.WebId;

    public override TimeSpan Waited => TimeSpan.FromTicks(Interlocked.Read(ref _waited));

    public override async ValueTask<VaultToken> TokenAsync(CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        try
        {
            return await gate.StandsAsync(consentId, cancellation) ? await identity.TokenAsync(cancellation) : throw new VaultSignInException("the consent has ended");
        }
        finally
        {
            Interlocked.Add(ref _waited, clock.GetElapsedTime(started).Ticks);
        }
    }

    public override void Refused(VaultToken token) => identity.Refused(token);
}

/// <summary>Gives each look at a vault its session: the consent's own identity, or the citizen's access grant.</summary>
public sealed class ConsentSessions
{
    private readonly ConsentGate _gate;
    private readonly ServiceIdentity _service;
    private readonly KeptGrants _grants;
    private readonly TimeProvider _clock;

    internal ConsentSessions(ConsentGate gate, ServiceIdentity service, KeptGrants grants, TimeProvider clock) => (_gate, _service, _grants, _clock) = (gate, service, grants, clock);

    /// <summary>Holds nothing that would have to be let go.</summary>
    public VaultSession Of(Consent consent) => consent.AccessGrant is { } grant
        ? _grants.SessionOf(grant, cancellation => _gate.StandsAsync(consent.Id, cancellation))
        : new ConsentSession(_gate, _service.For(consent.IdentityKey), consent.Id, _clock);
}
