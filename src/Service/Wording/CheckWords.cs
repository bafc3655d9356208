using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>Short Dutch words for what a check came to: on the pages, and in the table of <c>check</c>.</summary>
internal static class CheckWords
{
    public static string Outcome(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Unchanged => "Niets veranderd",
        CheckOutcome.Changed => "Nieuw bedrag",
        CheckOutcome.NoPayslipYet => "Nog geen loonfiche",
        CheckOutcome.CannotCalculate => "Niet te berekenen",
        CheckOutcome.ConsentEnded => "Geen toestemming meer",
        CheckOutcome.VaultUnreachable => "Kluis niet gelezen",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The same for the person it is about.</summary>
    public static string OutcomeForCitizen(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Unchanged => "Uw bedrag blijft hetzelfde.",
        CheckOutcome.Changed => "We berekenden een nieuw bedrag.",
        CheckOutcome.NoPayslipYet => "Nog niet alle loonfiches van deze maand zijn er. We kijken later opnieuw.",
        CheckOutcome.CannotCalculate => "We konden het bedrag niet berekenen. Uw maatschappelijk werker kijkt ernaar.",
        CheckOutcome.ConsentEnded => "We mogen niet meer in uw kluis lezen. U kunt uw loonfiches op papier bezorgen.",
        CheckOutcome.VaultUnreachable => "We konden uw kluis niet lezen. We proberen het later opnieuw.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>All findings in one line, each kind once.</summary>
    public static string Findings(IReadOnlyList<Finding> findings) => string.Join(
        ", ",
        findings.GroupBy(finding => finding.Code).Select(same => Finding(same.Key) + (same.Count() > 1 ? $" ({same.Count()}x)" : "")));

    /// <summary>What was found, for the person it is about: each sentence once.</summary>
    public static IReadOnlyList<string> ForCitizen(IReadOnlyList<Finding> findings) =>
        [.. findings.Select(finding => FindingKinds.Of(finding.Code).ForCitizen).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>One look at the vault, for the person whose vault it is.</summary>
    public static string Read(VaultRead read) => read.Answer switch
    {
        "read" when read is { DocumentsFetched: 0, DocumentsOutside: 0 } => "we keken, en er was niets nieuws",
        "read" => (read.DocumentsFetched == 1 ? "we lazen 1 document" : $"we lazen {read.DocumentsFetched} documenten")
            + (read.DocumentsOutside switch { 0 => "", 1 => ", en gooiden 1 document van buiten uw periode meteen weg", var more => $", en gooiden {more} documenten van buiten uw periode meteen weg" }),
        "consentEnded" => "we mochten niet meer lezen",
        _ => "het lezen lukte niet",
    };

    /// <summary>Which of the alert's colours: nothing to do, something to look at, or something wrong.</summary>
    public static string Tone(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Unchanged => "ok",
        CheckOutcome.Changed => "news",
        CheckOutcome.NoPayslipYet => "wait",
        _ => "wrong",
    };

    /// <summary>For a code of <see cref="Dossiers.Finding"/>. An unknown one is shown as it is: a word too many is better than a finding hidden.</summary>
    public static string Finding(string code) => code switch
    {
        "newSlip" => "nieuwe loonfiche",
        "correctedSlip" => "verbeterde loonfiche",
        "lineDisputed" => "lijn betwist",
        "lineCorrected" => "lijn verbeterd na betwisting",
        "slipChangedInPlace" => "loonfiche gewijzigd",
        "sameSlipTwice" => "loonfiche staat er dubbel",
        "slipRemoved" => "loonfiche verdwenen",
        "slipKeptOut" => "loonfiche niet bruikbaar",
        "correctionUnclear" => "verbetering niet duidelijk",
        "slipUnsigned" => "loonfiche niet ondertekend",
        "slipAltered" => "loonfiche gewijzigd na ondertekening",
        "slipUnknownSigner" => "ondertekenaar niet gekend",
        "slipKeyWithdrawn" => "ondertekend met ingetrokken sleutel",
        "slipNotFetched" => "loonfiche niet opgehaald",
        "slipForOldMonth" => "loonfiche over een vroegere maand",
        "factChanged" => "feit vastgelegd of verbeterd",
        "lawChanged" => "regels of bedragen aangepast",
        "belowThreshold" => "onder de drempel, niet gemeld",
        "smallDifferences" => "kleine verschillen lopen op",
        "twoPaydays" => "vaker betaald dan gewoonlijk",
        "newEmployer" => "nieuwe werkgever",
        "slipNotYetExpected" => "loonfiche nog niet te verwachten",
        "slipExpected" or "noPayslip" => "loonfiche ontbreekt",
        "slipLate" => "loonfiche te laat",
        "zeroConfirmed" => "geen loon, vastgelegd",
        "zeroContradicted" => "loon in een maand zonder loon",
        "employmentEnded" => "werk gestopt",
        "sourceBroken" => "niet geweten of de loonfiche er is",
        "factMissing" => "feit ontbreekt in het dossier",
        "consentEnded" => "toestemming beëindigd",
        "vaultGone" => "kluis al lang niet gelezen",
        "beforeConsent" => "maand buiten de toestemming",
        "vault:tokenRejected" => "kluis aanvaardt onze sleutel niet",
        "vault:containerAbsent" => "map niet gevonden",
        "vault:unreachable" => "kluis onbereikbaar",
        "vault:timeout" => "kluis te traag",
        "vault:serverError" => "fout in de kluis",
        "vault:tooManyRequests" => "kluis te druk",
        "vault:notTurtle" => "kluis antwoordt onleesbaar",
        "vault:tooLarge" => "antwoord te groot",
        "vault:truncated" => "antwoord afgebroken",
        "vault:redirect" => "kluis verwijst door",
        "vault:addressRefused" => "adres niet toegelaten",
        "law:categoryGap" => "categorie ontbreekt",
        "law:beforeFirstAmount" => "geen bedragen voor die maand",
        "law:outOfRange" => "feit klopt niet",
        "law:beforeRule" => "regel bestond nog niet",
        "warning:amountUnconfirmed" => "bedrag nog niet bevestigd",
        "exemptionEnding" => "vrijstelling eindigt binnenkort",
        "warning:exemptionEndsThisMonth" => "vrijstelling eindigt deze maand",
        "warning:slipOutsideMonth" => "loonfiche buiten de maand",
        _ when Component(code, "warning:unconfirmed:") is { } kind => "na te kijken: " + SlipWords.Kind(kind),
        _ when Component(code, "warning:policyApplied:components.") is { } kind => "anders behandeld: " + SlipWords.Kind(kind),
        "warning:policyApplied:wageMonth" => "loon van de maand ervoor",
        "warning:policyApplied:premiumTiming" => "vakantiegeld of premie in een andere maand",
        "warning:policyApplied:dayBasis" => "maand van dertig dagen",
        "warning:policyApplied:partMonthWage" => "loon van een deel van de maand opgeteld",
        _ => code,
    };

    // The contract writes kinds of pay components as ecoCheque.
    private static ComponentKind? Component(string code, string prefix) =>
        code.StartsWith(prefix, StringComparison.Ordinal) && Enum.TryParse<ComponentKind>(code.AsSpan(prefix.Length), ignoreCase: true, out var kind) ? kind : null;
}
