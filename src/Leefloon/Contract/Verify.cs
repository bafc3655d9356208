using System.Globalization;
using System.Text;

namespace SolidLoonfiches.Leefloon;

/// <summary>Wat <see cref="Verify"/> van een bestand zegt.</summary>
/// <param name="Text">Voor standaarduitvoer: <c>same</c>, of <c>different</c> met de eerste stap die verschilt; leeg bij <paramref name="ExitCode"/> 2.</param>
/// <param name="ExitCode">0: hetzelfde. 1: anders. 2: het bestand is geen uitvoer van een controle.</param>
/// <param name="Message">Voor wie het vroeg, naast het antwoord; of null.</param>
public sealed record VerifyOutput(string Text, int ExitCode, string? Message);

/// <summary>Het werkwoord <c>calculate --verify</c>: berekent een uitgevoerde controle opnieuw en zegt of er hetzelfde uitkomt.</summary>
/// <remarks>
/// Vergeleken worden de naam, het artikel, de waarde, de eenheid en de bron van elke stap, en al de rest van het resultaat; niet de zinnen, want die mogen
/// beter worden. De regels van vandaag rekenen: zijn ze sindsdien gewijzigd, dan zegt het antwoord dat, en welke stap er het
/// eerst anders door wordt. Eerst komen de stappen waaruit een andere volgt, zodat de oorzaak er staat en niet het gevolg.
/// </remarks>
public static class Verify
{
    /// <param name="json">Het bestand, in UTF-8.</param>
    public static VerifyOutput Run(ReadOnlySpan<byte> json)
    {
        var (uitvoer, ongewijzigd, fout) = Uitvoer.Lees(json);
        if (uitvoer is null)
        {
            return new("", 2, fout);
        }

        var anders = uitvoer.LawVersion != AanvullendLeefloon.Versie;
        var verschil = AanvullendLeefloon.Bereken(uitvoer.Facts) switch
        {
            Uitkomst.Berekend(var nu) => Resultaatvergelijker.Eerste(uitvoer, nu),
            Uitkomst.NietTeBerekenen geweigerd => new("facts" + geweigerd.Pad, null, "", $"{geweigerd.Code}: {geweigerd.Zin}"),
            var einde => throw new InvalidOperationException($"De wet eindigt in {einde.GetType().Name}, dat niemand kent."),
        };
        if (verschil is null && !ongewijzigd)
        {
            verschil = new("sha256", null, "de uitvoer zoals ze gemaakt is", "een gewijzigd bestand: er komt hetzelfde uit, maar een feit of een zin is niet meer wat er stond");
        }

        if (verschil is null)
        {
            return new("same\n", 0, anders ? $"De regels of bedragen zijn sindsdien gewijzigd (toen {uitvoer.LawVersion}, nu {AanvullendLeefloon.Versie}). Voor deze maand maakt dat geen verschil." : null);
        }

        var tekst = new StringBuilder().Append(CultureInfo.InvariantCulture, $"different\nstep: {verschil.Pad}\n");
        if (verschil.Artikel is { } artikel)
        {
            tekst.Append(CultureInfo.InvariantCulture, $"article: {artikel}\n");
        }

        tekst.Append(CultureInfo.InvariantCulture, $"stored: {verschil.Bewaard}\nnow: {verschil.Nu}\nlaw: {(anders ? $"{uitvoer.LawVersion}, now {AanvullendLeefloon.Versie}" : uitvoer.LawVersion)}\n");
        return new(tekst.ToString(), 1, anders
            ? "De regels of bedragen zijn sindsdien gewijzigd: het verschil kan daarvan komen. Bereken met het programma van toen om dat te weten."
            : "De regels en bedragen zijn dezelfde als toen: de uitvoer of de bewaarde controle is gewijzigd.");
    }
}
