using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>The checks of a dossier as they stand, month by month, while a run adds new ones.</summary>
/// <remarks>
/// What was decided stands: later amounts are measured from it, and not from what was calculated. Where nothing was decided yet
/// the last amount calculated is what stood, also where the check that stands came to none (the vault was silent, a slip was
/// kept out); the days that it consumed are still consumed.
/// </remarks>
internal sealed class Ledger
{
    private readonly Dictionary<Guid, KnownCheck> _byId;
    private readonly SortedDictionary<Maand, KnownCheck> _current = [];
    private readonly DecidedAmounts _decided;

    public Ledger(IReadOnlyCollection<KnownCheck> checks, DecidedAmounts decided)
    {
        _decided = decided;
        _byId = checks.ToDictionary(c => c.Id);
        foreach (var check in checks.Where(c => c.IsCurrent))
        {
            _current.Add(check.Month, check);
        }
    }

    /// <summary>Of every month that has one, in the order of the months.</summary>
    public IEnumerable<KnownCheck> Current => _current.Values;

    public KnownCheck? In(Maand month) => _current.GetValueOrDefault(month);

    public void Put(KnownCheck check)
    {
        _byId.Add(check.Id, check);
        _current[check.Month] = check;
    }

    /// <summary>The amount that stands for a month, else for the latest month before it: as decided, else as calculated.</summary>
    public Euro? AmountUpTo(Maand month) =>
        _decided.UpTo(month)
        ?? _current.Values.Where(c => c.Month <= month).Reverse().Select(c => NewestWithAmount(c) is { } newest ? Stands(newest) : null).FirstOrDefault(amount => amount is not null);

    /// <summary>
    /// What stood before a calculation that came to <paramref name="amount"/>. A change that nobody has answered yet and that
    /// comes out again (the vault was silent in between, a fact was added) is still that change: it must not be buried. Nor one
    /// that was proposed and not decided: the new check takes the place of the proposal's, so that it has to ask.
    /// </summary>
    public Euro? StoodBefore(Maand month, Euro? amount) =>
        _decided.UpTo(month) is { } decided ? decided
        : amount is not null && In(month) is { } standing && NewestWithAmount(standing) is { Outcome: CheckOutcome.Changed, Answer: not ProposalKind.SetAside } last && last.NewAmount == amount ? last.OldAmount
        : AmountUpTo(month);

    /// <summary>Days of the exemption that the months before this one consumed.</summary>
    public IEnumerable<Periode> DaysBefore(Maand month) =>
        _current.Values.Where(c => c.Month < month).SelectMany(c => NewestWithAmount(c)?.ExemptionDays ?? []);

    /// <summary>Whether any check since a month, replaced ones too, found this.</summary>
    public bool HasFound(string code, Maand since) => _byId.Values.Any(c => c.Month >= since && c.Findings.Any(f => f.Code == code));

    /// <summary>The check that stands and those that it replaced, the newest first.</summary>
    public IEnumerable<KnownCheck> ChainOf(Maand month)
    {
        for (var one = In(month); one is not null; one = one.ReplacesId is { } earlier ? _byId.GetValueOrDefault(earlier) : null)
        {
            yield return one;
        }
    }

    /// <summary>
    /// The newest check of a month that left no question: an amount that stayed as it was, a change that was decided or set aside.
    /// What came after it is new to people, however many checks a silent vault put in between.
    /// </summary>
    public KnownCheck? Settled(Maand month) => ChainOf(month).FirstOrDefault(IsSettled);

    /// <summary>When a message about the dossier was last written: whoever opens it sees all months.</summary>
    public DateTimeOffset? LastToldAt => _byId.Values.Where(c => c.IsTold).Select(c => (DateTimeOffset?)c.CheckedAt).Max();

    /// <summary>The amount that people know of for a month or else for the latest before it: what was decided, else as it was when they were last told.</summary>
    public Euro? ToldUpTo(Maand month) => _decided.UpTo(month) is { } decided ? decided : LastToldAt is not { } told ? null
        : _current.Keys.Where(m => m <= month).Reverse().Select(m => ChainOf(m).FirstOrDefault(c => c.CheckedAt <= told && c.NewAmount is not null)?.NewAmount).FirstOrDefault(amount => amount is not null);

    public bool IsSettled(KnownCheck check) => check.NewAmount is not null && (check.Outcome == CheckOutcome.Unchanged || check.Answer == ProposalKind.SetAside || _decided.IsDecided(check.Id));

    /// <summary>Where nothing was decided: what was set aside changed nothing.</summary>
    private static Euro? Stands(KnownCheck check) => check.Answer == ProposalKind.SetAside ? check.OldAmount : check.NewAmount;

    private KnownCheck? NewestWithAmount(KnownCheck check) => ChainOf(check.Month).SkipWhile(c => c.Id != check.Id).FirstOrDefault(c => c.NewAmount is not null);
}
