namespace SolidLoonfiches.Leefloon;

/// <summary>Een reeks dagen van de maand waarop alle feiten dezelfde zijn. Bedragen zijn niet afgerond.</summary>
/// <param name="Van">Eerste dag.</param>
/// <param name="Tot">Laatste dag, inbegrepen.</param>
/// <param name="Dagen">1 tot 31.</param>
/// <param name="Categorie">Art. 14 §1 RMI-wet.</param>
/// <param name="BedragPerJaar">Het jaarbedrag van de categorie, zoals gepubliceerd.</param>
/// <param name="LoonPerMaand">Loon op maandbasis, voor de vrijstelling.</param>
/// <param name="VrijstellingPerMaand">Het bedrag van art. 35 KB dat op deze dagen beschikbaar is; 0: geen.</param>
/// <param name="BestaansmiddelenPerJaar">Alle middelen samen, na art. 35 en voor art. 22 §2.</param>
/// <param name="AlgemeneVrijstellingPerJaar">155, 250 of 310; 0 waar art. 22 §2 niet geldt.</param>
/// <param name="LeefloonPerJaar">Het leefloon op jaarbasis.</param>
/// <param name="Aandeel">Wat deze dagen bijdragen tot de maand, in euro.</param>
public sealed record Segment(DateOnly Van, DateOnly Tot, int Dagen, Categorie Categorie, decimal BedragPerJaar, decimal LoonPerMaand, decimal VrijstellingPerMaand, decimal BestaansmiddelenPerJaar, decimal AlgemeneVrijstellingPerJaar, decimal LeefloonPerJaar, decimal Aandeel);
