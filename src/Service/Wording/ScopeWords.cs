using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>What software may do, in Dutch words for the administrator.</summary>
internal static class ScopeWords
{
    public static string Of(string scope) => scope switch
    {
        ApiScopes.ReadDossiers => "dossiers en feiten lezen",
        ApiScopes.ReadPayslips => "loonfiches lezen",
        ApiScopes.ReadChecks => "controles lezen, met alle stappen van de berekening",
        ApiScopes.ReadDecisions => "beslissingen en betaallijnen lezen",
        ApiScopes.ReadConsents => "lezen hoe het met de toestemmingen staat",
        ApiScopes.Events => "berichten ophalen, en zeggen wat ermee gebeurde",
        ApiScopes.WriteFacts => "feiten vastleggen",
        ApiScopes.WriteDecisions => "voorstellen, verhoor, beslissingen en kennisgevingen vastleggen",
        _ => throw new InvalidOperationException($"Scope {scope} has no words."),
    };
}
