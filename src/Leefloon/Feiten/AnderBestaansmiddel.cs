namespace SolidLoonfiches.Leefloon;

/// <summary>Een bestaansmiddel dat geen loon is, of een soort die art. 22 §1 KB vrijstelt.</summary>
public enum Bestaansmiddelsoort { Ander, OcmwSteun, KinderbijslagVoorKinderen, OnderhoudsgeldVoorKinderen, Studietoelage, Pleegzorgvergoeding, OnregelmatigeGift, Vrijwilligersvergoeding, Integratietegemoetkoming }

/// <param name="Soort">Enkel <see cref="Bestaansmiddelsoort.Ander"/> telt mee.</param>
/// <param name="PerJaar">In euro per jaar, nul of meer, hoogstens twee decimalen.</param>
/// <param name="Geldig">Wanneer het geldt; null: de hele maand.</param>
public sealed record AnderBestaansmiddel(Bestaansmiddelsoort Soort, decimal PerJaar, Periode? Geldig = null);
