using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Loon zoals één loonfiche het vermeldt: wat de wet ervan nodig heeft.</summary>
/// <param name="Id">Wat de loonfiche aanwijst; komt in de bron van de stappen.</param>
/// <param name="Werkgever">Naam of KBO-nummer, voor de uitleg.</param>
/// <param name="Van">Eerste dag van de loonperiode.</param>
/// <param name="Tot">Laatste dag van de loonperiode, inbegrepen.</param>
/// <param name="BetaaldOp">Dag van betaling. Ze bepaalt de maand niet: dat doet de loonperiode.</param>
/// <param name="Nettoloon">OSLO <c>nettoloon</c> in euro, hoogstens twee decimalen; negatief bij een verbetering.</param>
/// <param name="Componenten">Enkel wat buiten het nettoloon valt.</param>
public sealed record Loon(string Id, string Werkgever, DateOnly Van, DateOnly Tot, DateOnly BetaaldOp, decimal Nettoloon, IReadOnlyList<Looncomponent> Componenten)
{
    /// <summary>Enkel wat buiten het nettoloon valt wordt component (<see cref="PaySection.UntaxedExtras"/>, <see cref="PaySection.Deductions"/>, <see cref="PaySection.InKind"/>).</summary>
    public static Loon Uit(Loonfiche fiche)
    {
        ArgumentNullException.ThrowIfNull(fiche);
        return new Loon(fiche.Id, fiche.EmployerName ?? fiche.Employer.ToString(), fiche.PeriodFrom, fiche.PeriodTo, fiche.PaidOn,
            fiche.Nettoloon.Amount, [.. fiche.Lines.Where(ValtBuitenNettoloon).Select(Component), .. PremiesInNettoloon(fiche)]);
    }

    /// <summary>Van een premie in het nettoloon staat enkel het brutobedrag op de loonfiche: haar deel van het nettoloon, in die verhouding.</summary>
    private static IEnumerable<Looncomponent> PremiesInNettoloon(Loonfiche fiche)
    {
        var bruto = fiche.Gross.Amount + fiche.TaxableExtras.Amount;
        return from lijn in fiche.Lines
               where lijn.Section is PaySection.Gross or PaySection.TaxableExtras && VerschovenLoon.IsPremie(lijn.Kind)
               where lijn.Amount > Euro.Zero && lijn.Amount.Amount <= bruto && fiche.Nettoloon > Euro.Zero
               select new Looncomponent(lijn.Kind, Euro.Round(fiche.Nettoloon.Amount * lijn.Amount.Amount / bruto).Amount, InNettoloon: true);
    }

    private static bool ValtBuitenNettoloon(PayLine lijn) => lijn.Section is PaySection.UntaxedExtras or PaySection.Deductions or PaySection.InKind;

    private static Looncomponent Component(PayLine lijn) => new(lijn.Kind, lijn.Amount.Amount, lijn.Section is PaySection.Deductions);
}

/// <summary>Een lijn van de loonfiche buiten het nettoloon, of een premie erin.</summary>
/// <param name="Soort">Wat de lijn is; bepaalt of ze meetelt (<see cref="Beleid.Componenten"/>).</param>
/// <param name="Bedrag">In euro, hoogstens twee decimalen.</param>
/// <param name="Inhouding">
/// De werkgever hield het af na het nettoloon (voorschot, beslag, eigen aandeel in maaltijdcheques): dat verandert de
/// bestaansmiddelen nooit, want het geld was al loon.
/// </param>
/// <param name="InNettoloon">Het bedrag zit al in het nettoloon, en telt daar; enkel een beleid dat premies verschuift haalt het eruit.</param>
public sealed record Looncomponent(ComponentKind Soort, decimal Bedrag, bool Inhouding = false, bool InNettoloon = false);
