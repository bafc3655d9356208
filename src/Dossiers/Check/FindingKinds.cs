namespace SolidLoonfiches.Dossiers;

/// <summary>One kind of thing that a check can find.</summary>
/// <param name="Code">Stable. One that ends in <c>*</c> stands for all codes that begin so.</param>
/// <param name="Meaning">When it is found.</param>
/// <param name="ToDo">Who can do what about it.</param>
/// <param name="Asks">It asks something of a person, also where the amount stays what it was: the social worker is told.</param>
/// <param name="ForCitizen">What the person it is about reads: Dutch, level B1. Null where it is no business of theirs, or the outcome says it already.</param>
public sealed record FindingKind(string Code, string Meaning, string ToDo, bool Asks, string? ForCitizen = null);

/// <summary>All that a check can find. The table in <c>FINDINGS.md</c> beside this file is written from it.</summary>
public static class FindingKinds
{
    public const string ExemptionEnding = "exemptionEnding";

    private const string Operator = "Operator: look at what stands between us and the vault. Social worker: nothing; the next check tries again.";

    public static IReadOnlyList<FindingKind> All { get; } =
    [
        new("newSlip", "A payslip counts in this month that did not count in the last answered calculation.", "Social worker: compare slip and steps, propose or set aside.", false, "We vonden een nieuwe loonfiche."),
        new("correctedSlip", "A slip names an earlier one that it takes the place of; the earlier one no longer counts.", "Social worker: compare both, propose the new amount or ask the employer.", true, "Uw werkgever verbeterde een loonfiche. De nieuwe telt."),
        new("slipChangedInPlace", "The document under a known address has other content.", "Social worker: ask the person who changed it and why.", true, "Een loonfiche in uw kluis is veranderd. Uw maatschappelijk werker kan u vragen waarom."),
        new("slipRemoved", "A slip that was calculated with is no longer in the vault.", "Social worker: ask why, and for a copy on paper. Citizen: put it back.", true, "Een loonfiche staat niet meer in uw kluis. Zet ze terug, of breng ze op papier."),
        new("sameSlipTwice", "The same slip lies under two addresses; it counts once.", "Social worker: look whether another slip is missing.", false, "Dezelfde loonfiche staat twee keer in uw kluis. Ze telt één keer."),
        new("lineDisputed", "The citizen disputes a line of a slip that counts, and nobody answered yet: both outcomes are shown, and nothing waits for it.", "Social worker: answer it: accept with the right amount and what was seen, or keep the line with a reason.", false, "U betwist een lijn van een loonfiche. Uw maatschappelijk werker moet daarop antwoorden."),
        new("lineCorrected", "A line of a slip counts for another amount than is printed: a dispute that was accepted.", "Social worker: look at the recalculated months. Payroll office: send a corrected slip.", true, "Een lijn van een loonfiche klopte niet. Ze telt nu voor het juiste bedrag."),
        new("slipForOldMonth", "A slip came for a month that had been checked.", "Social worker: look at the recalculated months; back pay or a possible recovery is for people to decide.", true, "Er kwam een loonfiche bij over een vroegere maand. We rekenden die maand opnieuw uit."),
        new("factChanged", "A fact that touches the month was recorded after its last calculation.", "Social worker: look at the recalculated months.", false, "Er is iets aangepast in uw dossier. We rekenden deze maand opnieuw uit."),
        new("lawChanged", "Rules or amounts of the law were changed after the last calculation of the month.", "Social worker: look at the recalculated months.", false, "De regels of bedragen van het leefloon zijn aangepast. We rekenden deze maand opnieuw uit."),
        new("belowThreshold", "The new amount differs less from what was last told than the OCMW's threshold.", "Nobody is told; the check stands in the dossier. Social worker: may propose it all the same.", false),
        new("smallDifferences", "Differences below the threshold add up to more than it.", "Social worker: look at the months since the last message.", true),
        new("twoPaydays", "An employer paid on more days of the month than usual.", "Social worker: look which month each wage is for; a wage counts by its pay period.", true, "Uw werkgever betaalde deze maand vaker dan gewoonlijk. Uw maatschappelijk werker kijkt dit na."),
        new("newEmployer", "A slip of an employer that is neither recorded nor known from earlier slips.", "Social worker: record the employment with its first day.", true, "We zien loon van een nieuwe werkgever. Uw maatschappelijk werker kan u daar iets over vragen."),
        new("slipNotYetExpected", "No slip, and the employer's usual payday has not come.", "Nobody: it is waited for.", false, "De loonfiche van deze maand moet er nog niet zijn. U hoeft niets te doen."),
        new("slipExpected", "No slip, the usual payday has passed, and the days that a payroll office needs have not.", "Social worker: ask for it if it stays away, record that there was no wage or that the work ended.", true, "De loonfiche van deze maand is er nog niet. Vraag ze aan uw werkgever als ze niet snel komt."),
        new("slipLate", "No slip, though it should have been there. Never taken for no income.", "Social worker: as with slipExpected. Citizen: ask the employer.", true, "De loonfiche van deze maand is te laat. Vraag ze aan uw werkgever, of zeg het aan uw maatschappelijk werker als u niet werkte."),
        new("noPayslip", "No slip of anybody, and no employer is known.", "Social worker: ask; record the work, the day it ended, or that there was no wage.", true, "We vonden nog geen loonfiche. Hebt u niet gewerkt? Zeg het aan uw maatschappelijk werker."),
        new("zeroConfirmed", "No slip, and a social worker recorded with evidence that there was no wage: calculated without it.", "Social worker: take the fact back if it is wrong.", false, "Uw maatschappelijk werker noteerde dat u deze maand geen loon kreeg. Klopt dat niet? Zeg het dan."),
        new("zeroContradicted", "A slip is there for a month for which no wage was recorded; the slip counts.", "Social worker: ask what happened, and correct the fact.", true, "We vonden een loonfiche voor een maand waarin u geen loon zou hebben. De loonfiche telt."),
        new("employmentEnded", "The recorded work ended the month before: no slip is waited for.", "Social worker: look whether holiday pay or another last payment follows.", false, "Uw werk is gestopt. We verwachten geen loonfiche meer. Krijgt u nog vakantiegeld? Zeg het aan uw maatschappelijk werker."),
        new("sourceBroken", "A slip is expected, and the vault did not answer: whether it is there nobody knows.", "Nobody: the next check reads again.", false),
        new("slipKeptOut", "A document does not fit the shapes or the rules of a payslip, or is somebody else's.", "Social worker: ask for a corrected slip. Payroll office: correct it.", true, "Een document in uw kluis konden we niet gebruiken. Uw maatschappelijk werker weet dit."),
        new("slipUnsigned", "A slip counts that is not signed, and the OCMW chose to be told.", "Social worker: compare it with the slip on paper, or ask the employer. Payroll office: sign.", false),
        new("slipAltered", "A slip counts whose signature does not fit: it was changed or moved after it was signed. By default it is kept out.", "Social worker: ask for the original slip.", true, "Een loonfiche in uw kluis is veranderd nadat ze ondertekend werd. Uw maatschappelijk werker kan u vragen waarom."),
        new("slipUnknownSigner", "A slip counts that is signed by somebody whose key is not known.", "Social worker: compare it with the slip on paper. Operator: add the payroll office where it is one.", true, "Wij weten niet wie een loonfiche in uw kluis ondertekende. Uw maatschappelijk werker kijkt dit na."),
        new("slipKeyWithdrawn", "A slip counts that is signed with a key which the payroll office withdrew. By default it is kept out.", "Social worker: ask the payroll office to sign it anew.", true, "Een loonfiche in uw kluis moet opnieuw ondertekend worden. Uw maatschappelijk werker vraagt dit."),
        new("slipNotFetched", "A document is there and did not come this time.", "Social worker: nothing, or ask for it on paper; the next check tries again.", true, "Een document in uw kluis konden we nu niet lezen. We proberen het later opnieuw."),
        new("correctionUnclear", "Two slips correct the same one, or a slip corrects one of another employer: nothing is calculated.", "Social worker: ask the employer which one holds.", false, "Twee loonfiches spreken elkaar tegen. Uw maatschappelijk werker vraagt uw werkgever wat klopt."),
        new("factMissing", "The dossier lacks a fact that the law needs.", "Social worker: record it.", false),
        new(ExemptionEnding, "At most three months after the running one, the exemption of art. 35 is used up in the present rhythm, or its six years end. Told once.", "Social worker: speak with the person before the whole wage counts.", true, "Uw vrijstelling eindigt binnenkort. Daarna telt uw loon helemaal mee. Praat erover met uw maatschappelijk werker."),
        new("consentEnded", "The citizen withdrew, the consent is over, or the vault refuses us (403). A 401 is never this.", "Social worker: ask for slips on paper; the inquiry goes on by law. Citizen: may consent again.", true),
        new("beforeConsent", "The month lies before the period that the citizen consented to: nothing is calculated from what is seen by chance.", "Social worker: ask for the slips of that month on paper; the inquiry rests on the law.", true, "U gaf geen toestemming voor de loonfiches van deze maand. Bezorg ze op papier."),
        new("vaultGone", "The vault gave no usable answer since two monthly checks.", "Social worker: ask whether the vault still exists; slips on paper meanwhile.", true, "We konden uw kluis al lang niet lezen. Bestaat ze nog? Breng uw loonfiches intussen op papier."),
        new("vault:tokenRejected", "The vault does not accept our sign-in (401). Ours or the server's fault, never a withdrawal.", "Operator: look at the keys and the clock.", true),
        new("vault:containerAbsent", "The folder is gone (404).", "Social worker: ask whether it was moved. Citizen: consent again for the new one.", true, "De map met loonfiches staat niet meer in uw kluis. Hebt u ze verplaatst? Geef dan opnieuw toestemming."),
        new("vault:unreachable", "No connection.", Operator, true),
        new("vault:timeout", "No whole answer in time.", Operator, true),
        new("vault:serverError", "The server failed, or answered what the protocol does not know.", Operator, true),
        new("vault:tooManyRequests", "The server has too much to do (429).", Operator, true),
        new("vault:notTurtle", "Not the kind of document that was asked for.", Operator, true),
        new("vault:tooLarge", "More than anybody's payslips can be.", Operator, true),
        new("vault:truncated", "The answer broke off.", Operator, true),
        new("vault:redirect", "The vault points to another address; it is not followed.", "Social worker: has the vault moved, the person must consent again.", true, "Uw kluis verwijst naar een ander adres. Is uw kluis verhuisd? Geef dan opnieuw toestemming."),
        new("vault:addressRefused", "The address leads to a place that may not be visited.", "Operator: look at the address.", true),
        new("law:*", "The law cannot be applied to the facts as they stand.", "Social worker: correct the fact that the sentence names.", true),
        new("warning:*", "Calculated, with something that a person should look at.", "Social worker: look at it before deciding.", false),
    ];

    private static readonly Dictionary<string, FindingKind> ByCode = All.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The kind of a code. One that is not in the list asks: a message too many is better than a finding that nobody hears of.</summary>
    public static FindingKind Of(string code) =>
        ByCode.GetValueOrDefault(code)
        ?? All.FirstOrDefault(kind => kind.Code.EndsWith('*') && code.StartsWith(kind.Code[..^1], StringComparison.Ordinal))
        ?? new FindingKind(code, "", "", Asks: true);

    /// <summary>The table of <c>FINDINGS.md</c>.</summary>
    public static string Table() => string.Concat(
        ["| Code | Found when | Who can do what | Told | The citizen reads |\n", "|---|---|---|---|---|\n", .. All.Select(kind => $"| `{kind.Code}` | {kind.Meaning} | {kind.ToDo} | {(kind.Asks ? "yes" : "with a new amount")} | {kind.ForCitizen ?? ""} |\n")]);
}
