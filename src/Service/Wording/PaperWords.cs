namespace SolidLoonfiches.Service;

/// <summary>What stands on a sheet to sign, below the text of the question.</summary>
/// <param name="NotOpenYet">What a signature does not do.</param>
/// <param name="Yes">What is signed.</param>
/// <param name="Lines">To fill in by hand.</param>
internal sealed record PaperWords(string NotOpenYet, string Yes, IReadOnlyList<string> Lines)
{
    public static PaperWords In(string language) => language switch
    {
        "fr" => new(
            "Ce papier n'ouvre pas votre coffre-fort. Vous seul pouvez l'ouvrir, en vous y connectant vous-même. Jusque-là, nous ne lisons rien et vous donnez vos fiches sur papier.",
            "Oui, je consens. Je peux retirer ce consentement chaque jour, en ligne ou ici, sans dire pourquoi.",
            ["Nom :", "Date :", "Signature :", "Valable à partir du :", "Qui a aidé (s'il y a lieu) :"]),
        "en" => new(
            "This paper does not open your vault. Only you can open it, by signing in there yourself. Until then we read nothing, and you hand in your payslips on paper.",
            "Yes, I consent. I can take this back on any day, online or here, without saying why.",
            ["Name:", "Date:", "Signature:", "Valid from:", "Who helped (if anybody):"]),
        _ => new(
            "Dit papier opent uw kluis niet. Alleen u kunt ze openen, door u er zelf aan te melden. Tot dan lezen wij niets, en bezorgt u uw loonfiches op papier.",
            "Ja, ik geef toestemming. Ik mag dit elke dag intrekken, op het internet of hier, en ik hoef niet te zeggen waarom.",
            ["Naam:", "Datum:", "Handtekening:", "Geldt vanaf:", "Wie hielp (als iemand hielp):"]),
    };
}
