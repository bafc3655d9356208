using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace SolidLoonfiches.Vault;

/// <summary>
/// How reading bears with a server: a few tries more where another may succeed, within a budget; a server that asks to be
/// left alone is; one that gives no answers is asked nothing for a while, so that its vaults do not cost us our time.
/// </summary>
internal sealed class HostPatience(TimeProvider clock)
{
    /// <summary>Asked to wait no longer than this we wait on the spot; else whoever asks next is told at once.</summary>
    private static readonly TimeSpan OnTheSpot = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestRest = TimeSpan.FromHours(1);
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(30);

    // Hosts come from what citizens type; the bound keeps hostile ones from filling memory.
    private const int MaxHosts = 10_000;
    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.Ordinal);

    /// <summary>How long it is still to be left alone.</summary>
    public TimeSpan RestOf(Uri target) => _hosts.TryGetValue(target.GetLeftPart(UriPartial.Authority), out var host) ? host.Rest : TimeSpan.Zero;

    /// <param name="target">What is asked for.</param>
    /// <param name="send">Asks for it, with a proof of its own each time. Only what may be asked twice.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<VaultReply> SendAsync(Uri target, Func<CancellationToken, Task<VaultReply>> send, CancellationToken cancellation)
    {
        if (_hosts.Count >= MaxHosts)
        {
            _hosts.Clear();
        }

        var host = _hosts.GetOrAdd(target.GetLeftPart(UriPartial.Authority), _ => new Host(clock));
        if (host.AskedToWait > TimeSpan.Zero)
        {
            return new VaultReply.Faulted(VaultFault.TooManyRequests, "the server asked to be left alone for a while");
        }

        host.Asked();
        try
        {
            return await host.Pipeline.ExecuteAsync(static async (send, cancel) => await send(cancel), send, cancellation);
        }
        catch (BrokenCircuitException)
        {
            return new VaultReply.Faulted(VaultFault.Unreachable, "the server gave no answers and is left alone for a while");
        }
    }

    private static bool IsWorthAnotherTry(VaultReply? reply) => reply is
        VaultReply.Faulted { Fault: VaultFault.Unreachable }
        or VaultReply.Answered { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout };

    /// <summary>The server itself, and not one document in it.</summary>
    private static bool IsSilence(VaultReply? reply) => reply is
        VaultReply.Faulted { Fault: VaultFault.Unreachable or VaultFault.Timeout }
        or VaultReply.Answered { Status: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout };

    private sealed class Host
    {
        private readonly TimeProvider _clock;
        private long _notBefore;
        private long _brokenUntil;
        private int _asked;
        private int _retried;

        public Host(TimeProvider clock)
        {
            _clock = clock;
            Pipeline = new ResiliencePipelineBuilder<VaultReply> { TimeProvider = clock }
                .AddRetry(new RetryStrategyOptions<VaultReply>
                {
                    ShouldHandle = tried => ValueTask.FromResult(IsWorthAnotherTry(tried.Outcome.Result) && !(WaitAsked(tried.Outcome.Result) > OnTheSpot) && HasBudget()),
                    MaxRetryAttempts = 2,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = TimeSpan.FromMilliseconds(400),
                    DelayGenerator = tried => ValueTask.FromResult(WaitAsked(tried.Outcome.Result)),
                    OnRetry = _ =>
                    {
                        Interlocked.Increment(ref _retried);
                        return ValueTask.CompletedTask;
                    },
                })
                .AddCircuitBreaker(new CircuitBreakerStrategyOptions<VaultReply>
                {
                    ShouldHandle = tried =>
                    {
                        Heed(tried.Outcome.Result);
                        return ValueTask.FromResult(IsSilence(tried.Outcome.Result));
                    },
                    FailureRatio = 0.5,
                    MinimumThroughput = 8,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    BreakDuration = Break,
                    OnOpened = opened =>
                    {
                        Volatile.Write(ref _brokenUntil, (_clock.GetUtcNow() + opened.BreakDuration).UtcTicks);
                        return ValueTask.CompletedTask;
                    },
                })
                .Build();
        }

        public ResiliencePipeline<VaultReply> Pipeline { get; }

        public TimeSpan AskedToWait => Left(ref _notBefore);

        public TimeSpan Rest => Left(ref _brokenUntil) is var broken && broken > AskedToWait ? broken : AskedToWait;

        public void Asked() => Interlocked.Increment(ref _asked);

        /// <summary>Of many requests that fail a tenth may be tried again: a server that is down is not asked three times as much.</summary>
        private bool HasBudget() => Volatile.Read(ref _retried) < 10 + (Volatile.Read(ref _asked) / 10);

        private void Heed(VaultReply? reply)
        {
            if (WaitAsked(reply) is { } wait && wait > OnTheSpot)
            {
                Volatile.Write(ref _notBefore, (_clock.GetUtcNow() + (wait < LongestRest ? wait : LongestRest)).UtcTicks);
            }
        }

        /// <summary><c>Retry-After</c> of a 429 or 503 (RFC 9110, section 10.2.3): seconds, or a moment on the server's clock.</summary>
        private TimeSpan? WaitAsked(VaultReply? reply)
        {
            if (reply is not VaultReply.Answered { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable } answer || answer.Headers.First("Retry-After") is not { } text)
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                return TimeSpan.FromSeconds(seconds);
            }

            if (!Moment(text, out var until))
            {
                return null;
            }

            var now = answer.Headers.First("Date") is { } date && Moment(date, out var said) ? said : _clock.GetUtcNow();
            return until > now ? until - now : TimeSpan.Zero;

            static bool Moment(string text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);
        }

        private TimeSpan Left(ref long ticks)
        {
            var left = TimeSpan.FromTicks(Volatile.Read(ref ticks) - _clock.GetUtcNow().UtcTicks);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
