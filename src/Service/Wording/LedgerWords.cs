using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service;

/// <summary>When the exemption of art. 35 KB ends, in words.</summary>
internal static class LedgerWords
{
    public static string Ends(Vrijstellingsboek ledger, bool forCitizen) => (ledger, forCitizen) switch
    {
        ({ LaatsteDag: null, Reden: Vrijstellingseinde.ZesJaarVoorbij }, true) => "Uw vrijstelling is voorbij: ze duurde zes jaar. Uw loon telt nu helemaal mee.",
        ({ LaatsteDag: null }, true) => "Uw vrijstelling is voorbij: u gebruikte alle dagen. Uw loon telt nu helemaal mee.",
        ({ LaatsteDag: null, Reden: Vrijstellingseinde.ZesJaarVoorbij }, false) => $"Voorbij: de zes jaar eindigden op {Dates.Words(ledger.LaatsteDagVanZesJaar)}.",
        ({ LaatsteDag: null }, false) => "Voorbij: alle dagen zijn verbruikt.",
        ({ LaatsteDag: { } last, Reden: Vrijstellingseinde.ZesJaarVoorbij }, true) => $"Ze eindigt op {Dates.Words(last)}, want dan zijn de zes jaar voorbij.",
        ({ LaatsteDag: { } last }, true) => $"Werkt u verder zoals nu, dan eindigt ze op {Dates.Words(last)}. Dan zijn de dagen op.",
        ({ LaatsteDag: { } last, Reden: Vrijstellingseinde.ZesJaarVoorbij }, false) => $"{Dates.Words(last)}, met het einde van de zes jaar{(ledger.Ritme is null ? "" : "; in het huidige ritme zijn de dagen dan nog niet op")}.",
        ({ LaatsteDag: { } last }, false) => $"{Dates.Words(last)}, als er gewerkt wordt zoals in de laatste maanden met werk ({ledger.Ritme!.Verbruikt} van de {ledger.Ritme.Kalenderdagen} dagen). De zes jaar eindigen op {Dates.Words(ledger.LaatsteDagVanZesJaar)}.",
    };
}
