using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>De waarschuwingen van het contract <c>calculate</c>, elk één keer, in de volgorde van zijn tabel.</summary>
internal static class Waarschuwingen
{
    public static IReadOnlyList<string> Van(Geval geval, Maandloon loon, Tellerstand teller, bool afgeleidBedragGebruikt)
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

        if (loon.Fiches.Count < geval.Lonen.Count)
        {
            codes.Add("slipOutsideMonth");
        }

        var soorten = loon.Fiches.SelectMany(fiche => fiche.Componenten).Where(component => !component.Inhouding).Select(component => component.Soort).Distinct().Order().ToList();
        codes.AddRange(soorten.Where(Art16Loon.IsOnbevestigd).Select(soort => $"unconfirmed:{Code(soort)}"));
        codes.AddRange(soorten.Where(soort => WijktAf(soort, geval.Beleid)).Select(soort => $"policyApplied:components.{Code(soort)}"));
        if (geval.Beleid.Deelmaand is LoonDeelmaand.Som && loon.GedekteDagen < geval.Maand.Days)
        {
            codes.Add("policyApplied:partMonthWage");
        }

        return codes;
    }

    private static bool WijktAf(ComponentKind soort, Beleid beleid) =>
        !Art16Loon.VerandertNooit(soort) && beleid.Componenten.TryGetValue(soort, out var keuze) && keuze != Art16Loon.TeltStandaardMee(soort);

    /// <summary>Zoals het contract de soort schrijft: <c>mealVoucher</c>.</summary>
    private static string Code(ComponentKind soort)
    {
        var naam = soort.ToString();
        return char.ToLowerInvariant(naam[0]) + naam[1..];
    }
}
