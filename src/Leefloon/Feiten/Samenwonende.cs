namespace SolidLoonfiches.Leefloon;

/// <summary>Wat de samenwonende is van de aanvrager: art. 34 KB.</summary>
public enum Relatie { Partner, Ouder, MeerderjarigKind, Onderhoudsplichtige, Ander }

/// <param name="Relatie">Hoogstens één partner per dag.</param>
/// <param name="BestaansmiddelenPerJaar">In euro per jaar, na de vrijstellingen die voor die persoon zelf gelden.</param>
/// <param name="Meegeteld">Enkel onder de regels van voor 1 maart 2026: het OCMW koos om een ouder of meerderjarig kind mee te tellen.</param>
/// <param name="KinderbijslagVoorAanvragerPerJaar">Enkel onder de regels sinds 1 maart 2026: gezinsbijslag die deze persoon voor de aanvrager krijgt.</param>
/// <param name="OntvangtLeefloon">Ontvangt zelf leefloon, en telt dus niet mee.</param>
/// <param name="Geldig">Wanneer de persoon samenwoont; null: de hele maand.</param>
public sealed record Samenwonende(Relatie Relatie, decimal BestaansmiddelenPerJaar, bool Meegeteld = false, decimal KinderbijslagVoorAanvragerPerJaar = 0, bool OntvangtLeefloon = false, Periode? Geldig = null);
