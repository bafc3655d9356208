namespace SolidLoonfiches.Dossiers;

/// <summary>Dossiers of which a vault says that there is news. In memory: what is lost with the process, the monthly check finds.</summary>
/// <remarks>
/// A payroll office puts in many slips at once: a dossier waits a moment for more. And a vault that never stops talking brings
/// one check every few minutes at most.
/// </remarks>
public sealed class HintQueue(TimeProvider clock)
{
    internal static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);
    internal static readonly TimeSpan Between = TimeSpan.FromMinutes(5);
    internal const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, DateTimeOffset> _due = [];
    private readonly Dictionary<Guid, DateTimeOffset> _done = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _due.Count;
            }
        }
    }

    public bool Waits(Guid dossier)
    {
        lock (_gate)
        {
            return _due.ContainsKey(dossier);
        }
    }

    /// <returns>False where it is full.</returns>
    public bool Add(Guid dossier)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_due.ContainsKey(dossier))
            {
                return true;
            }

            if (_due.Count >= Most)
            {
                return false;
            }

            _due[dossier] = _done.TryGetValue(dossier, out var done) && done + Between > now + Settle ? done + Between : now + Settle;
            return true;
        }
    }

    /// <summary>Takes out what is due.</summary>
    public IReadOnlyList<Guid> TakeDue()
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            var due = _due.Where(one => one.Value <= now).Select(one => one.Key).ToList();
            foreach (var old in _done.Where(one => one.Value + Between <= now).Select(one => one.Key).ToList())
            {
                _done.Remove(old);
            }

            foreach (var dossier in due)
            {
                _due.Remove(dossier);
                _done[dossier] = now;
            }

            return due;
        }
    }
}
