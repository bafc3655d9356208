using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers;

/// <summary>Whether a dossier is worked on.</summary>
public enum DossierStatus
{
    /// <summary>From the day it was made.</summary>
    Open,

    /// <summary>For a time: an inquiry, a stay elsewhere. Nothing new is read.</summary>
    Suspended,

    /// <summary>Nothing new is read. What is there stays for as long as it must, and it can be opened again.</summary>
    Closed,
}

/// <summary>The life of a dossier, as its facts say it.</summary>
public static class DossierLife
{
    /// <summary>On a day: as the latest fact before or on it says.</summary>
    public static DossierStatus On(DossierFacts facts, DateOnly day) =>
        facts.On(day).Select(entry => entry.Value).OfType<StatusFact>().SingleOrDefault()?.Status ?? DossierStatus.Open;

    /// <summary>What it was at the end of a month in which it was open on no day: its vault is not read for that month. Null: it was open on some day.</summary>
    public static DossierStatus? NotOpenIn(DossierFacts facts, Maand month) =>
        On(facts, month.FirstDay) == DossierStatus.Open
        || facts.Standing<StatusFact>().SelectMany(entries => entries).Any(entry => month.Contains(entry.From) && ((StatusFact)entry.Value).Status == DossierStatus.Open)
            ? null
            : On(facts, month.LastDay);
}
