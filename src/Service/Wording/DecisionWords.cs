using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>The way from a proposal to its payment, in Dutch words for the staff.</summary>
internal static class DecisionWords
{
    public static IReadOnlyList<(DecidedBy Value, string Words)> Deciders { get; } =
    [
        (DecidedBy.Committee, "het bijzonder comité voor de sociale dienst"),
        (DecidedBy.Delegate, "wie de delegatie heeft"),
    ];

    public static IReadOnlyList<(WorklistFilter Value, string Words)> Filters { get; } =
    [
        (WorklistFilter.All, "Alles"),
        (WorklistFilter.News, "Nieuw bedrag"),
        (WorklistFilter.LateSlip, "Fiche te laat"),
        (WorklistFilter.CannotCalculate, "Niet te berekenen"),
        (WorklistFilter.VaultTrouble, "Kluis"),
        (WorklistFilter.ExemptionEnding, "Vrijstelling eindigt"),
        (WorklistFilter.Answer, "Antwoord gekregen"),
        (WorklistFilter.Dispute, "Betwiste lijn"),
        (WorklistFilter.Decision, "Beslissing loopt"),
        (WorklistFilter.Overdue, "Over tijd"),
    ];

    /// <summary>What is asked; null: an answer to a check.</summary>
    public static string Asked(DecisionAct? act) => act switch
    {
        null => "Kijk na en antwoord",
        DecisionAct.Countersign => "Tweede handtekening",
        DecisionAct.Invite => "Nodig de persoon uit om gehoord te worden",
        DecisionAct.Hear => "Hoor de persoon",
        DecisionAct.Decide => "Leg de beslissing vast",
        DecisionAct.Notify => "Bezorg de beslissing",
        DecisionAct.HandToPayment => "Geef door aan de betaaldienst",
        DecisionAct.Nothing => "Niets meer te doen",
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    public static string Step(DecisionStepKind kind) => kind switch
    {
        DecisionStepKind.Countersigned => "Tweede handtekening gezet",
        DecisionStepKind.Invited => "Persoon uitgenodigd om gehoord te worden",
        DecisionStepKind.Heard => "Persoon gehoord",
        DecisionStepKind.Decided => "Beslist",
        DecisionStepKind.Notified => "Beslissing bezorgd",
        DecisionStepKind.HandedToPayment => "Doorgegeven aan de betaaldienst",
        DecisionStepKind.SentBack => "Teruggestuurd naar de maatschappelijk werker",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Proposal(ProposalKind kind) => kind switch
    {
        ProposalKind.Proposed => "Voorgesteld",
        ProposalKind.Adjusted => "Voorgesteld met een ander bedrag",
        ProposalKind.SetAside => "Opzij gelegd",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
