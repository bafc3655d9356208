namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Step 4 of the contract: what the resources of those who live along add, a year (art. 34).</summary>
internal static class TweedeHuisgenoten
{
    private static readonly DateOnly NieuweRegels = new(2026, 3, 1);

    public static TweedeBreuk Deel(TweedeGeval geval, int categorie, out bool categorie1Gebruikt)
    {
        // "new rules when both it and the month are in March 2026 or later"
        var nieuw = geval.ReviewedOn >= NieuweRegels && geval.EersteDag >= NieuweRegels;
        var a1 = TweedeBedragen.Categorie(geval.EersteDag, 1).Waarde;
        categorie1Gebruikt = false;
        var deel = TweedeBreuk.Nul;
        var som = TweedeBreuk.Nul;
        var aantal = 0;
        var bijslag = TweedeBreuk.Nul;
        foreach (var iemand in geval.Cohabitants.Where(iemand => !iemand.ReceivesLeefloon))
        {
            if (iemand.Relation == "partner")
            {
                deel += categorie == 3 ? iemand.ResourcesPerYear : TweedeBreuk.NietOnderNul(iemand.ResourcesPerYear - a1);
                categorie1Gebruikt |= categorie != 3;
            }
            else if (nieuw
                ? iemand.Relation is "parent" or "adultChild" or "maintenanceDebtor"
                : iemand.Relation is "parent" or "adultChild" && iemand.Counted)
            {
                som += iemand.ResourcesPerYear;
                aantal++;
                bijslag += nieuw ? iemand.FamilyBenefits : TweedeBreuk.Nul;
            }
        }

        if (!geval.EquityOverride && aantal > 0)
        {
            categorie1Gebruikt = true;
            deel += TweedeBreuk.NietOnderNul(som - (a1 * aantal)) + bijslag;
        }

        return deel;
    }
}
