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
            fiche.Nettoloon.Amount, [.. fiche.Lines.Where(ValtBuitenNettoloon).Select(Component)]);
    }

    private static bool ValtBuitenNettoloon(PayLine lijn) => lijn.Section is PaySection.UntaxedExtras or PaySection.Deductions or PaySection.InKind;

    private static Looncomponent Component(PayLine lijn) => new(lijn.Kind, lijn.Amount.Amount, lijn.Section is PaySection.Deductions);
}

/// <summary>Een lijn van de loonfiche buiten het nettoloon.</summary>
/// <param name="Soort">Wat de lijn is; bepaalt of ze meetelt (<see cref="Beleid.Componenten"/>).</param>
/// <param name="Bedrag">In euro, hoogstens twee decimalen.</param>
/// <param name="Inhouding">
/// De werkgever hield het af na het nettoloon (voorschot, beslag, eigen aandeel in maaltijdcheques): dat verandert de
/// bestaansmiddelen nooit, want het geld was al loon.
/// </param>
public sealed record Looncomponent(ComponentKind Soort, decimal Bedrag, bool Inhouding = false);
