using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>De waarschuwingen van het contract <c>calculate</c>, elk één keer, in de volgorde van zijn tabel.</summary>
internal static class Waarschuwingen
{
    public static IReadOnlyList<string> Van(Geval geval, Maandloon loon, Tellerstand teller, bool afgeleidBedragGebruikt, bool deelVanDeMaand)
    {
        var codes = new List<string>();
        if (afgeleidBedragGebruikt)
        {
            codes.Add("amountUnconfirmed");
        }

        if (teller.EindigtDezeMaand)
        {
            codes.Add("exemptionEndsThisMonth");
        }

        if (loon.Buiten > 0)
        {
            codes.Add("slipOutsideMonth");
        }

        var soorten = Soorten(loon.Fiches);
        codes.AddRange(soorten.Where(Art16Loon.IsOnbevestigd).Select(static soort => $"unconfirmed:{Woorden.Voor(soort)}"));
        codes.AddRange(soorten.Where(soort => WijktAf(soort, geval.Beleid)).Select(static soort => $"policyApplied:components.{Woorden.Voor(soort)}"));
        var beleid = geval.Beleid;
        if (beleid.Deelmaand is LoonDeelmaand.Som && !loon.DektDeMaand)
        {
            codes.Add("policyApplied:partMonthWage");
        }

        // Wat het contract niet kent: de keuzes die een OCMW in zijn instellingen maakt.
        if (beleid.Loonmaand is not Loonmaand.DezelfdeMaand && loon.Fiches.Count > 0)
        {
            codes.Add("policyApplied:wageMonth");
        }

        if (loon.VerschovenStap is not null || loon.Fiches.Any(fiche => fiche.Componenten.Any(component => VerschovenLoon.IsVerschoven(component, beleid))))
        {
            codes.Add("policyApplied:premiumTiming");
        }

        if (beleid.Dagbasis is not Dagbasis.Kalender && (deelVanDeMaand || (loon.Fiches.Count > 0 && !loon.DektDeMaand)))
        {
            codes.Add("policyApplied:dayBasis");
        }

        return codes;
    }

    private static bool WijktAf(ComponentKind soort, Beleid beleid) =>
        !Art16Loon.VerandertNooit(soort) && beleid.Componenten.TryGetValue(soort, out var keuze) && keuze != Art16Loon.TeltStandaardMee(soort);

    /// <summary>De soorten op de loonfiches van de maand, elk één keer, in vaste volgorde.</summary>
    private static List<ComponentKind> Soorten(IReadOnlyList<Loon> fiches)
    {
        List<ComponentKind> soorten = [];
        foreach (var component in fiches.SelectMany(static fiche => fiche.Componenten))
        {
            if (component is { Inhouding: false, InNettoloon: false } && !soorten.Contains(component.Soort))
            {
                soorten.Add(component.Soort);
            }
        }

        soorten.Sort();
        return soorten;
    }
}
