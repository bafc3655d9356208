using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>De bedragen die op de eerste dag van een maand gelden.</summary>
internal sealed record Barema(Jaarbedragen Jaar, Vrijstellingsbedragen Vrijstelling)
{
    /// <summary>De oudste maand die berekend kan worden.</summary>
    public static Maand EersteMaand { get; } = Maand.Of(Barematabel.Jaarbedragen[0].Vanaf);

    /// <summary>Wat in de tabellen staat, samengevat in twaalf tekens; verandert met elk bedrag, elke datum en elke status.</summary>
    public static string Vingerafdruk { get; } = Samenvatting(Barematabel.Jaarbedragen, Barematabel.Vrijstellingen);

    /// <param name="maand">Niet voor <see cref="EersteMaand"/>.</param>
    /// <param name="onbevestigde">Of ook rijen gelden waarvan niet bevestigd is dat ze bestaan.</param>
    public static Barema Op(Maand maand, bool onbevestigde) => new(Laatste(Barematabel.Jaarbedragen, maand, onbevestigde), Laatste(Barematabel.Vrijstellingen, maand, onbevestigde));

    private static TRij Laatste<TRij>(IReadOnlyList<TRij> rijen, Maand maand, bool onbevestigde)
        where TRij : Baremarij
    {
        var dag = maand.FirstDay;
        for (var i = rijen.Count - 1; i >= 0; i--)
        {
            if (rijen[i].Vanaf <= dag && (onbevestigde || rijen[i].Status is not BaremaStatus.Unconfirmed))
            {
                return rijen[i];
            }
        }

        throw new ArgumentOutOfRangeException(nameof(maand), "Voor deze maand staat er geen rij in het barema.");
    }

    public static string Samenvatting(IReadOnlyList<Jaarbedragen> jaarbedragen, IReadOnlyList<Vrijstellingsbedragen> vrijstellingen)
    {
        var tekst = new StringBuilder();
        foreach (var rij in jaarbedragen)
        {
            tekst.Append(CultureInfo.InvariantCulture, $"L {rij.Vanaf:O} {rij.Status} {string.Join(' ', rij.Jaar.Select(Tekst))}\n");
        }

        foreach (var rij in vrijstellingen)
        {
            tekst.Append(CultureInfo.InvariantCulture, $"V {rij.Vanaf:O} {rij.Status} {Tekst(rij.Gewoon)} {Tekst(rij.Student)} {(rij.Knelpuntberoep is { } hoger ? Tekst(hoger) : "-")} {Tekst(rij.KunstenaarPerJaar)}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst.ToString())))[..12];
    }

    private static string Tekst(Baremabedrag bedrag) => (bedrag.Afgeleid ? "~" : "") + bedrag.Waarde.ToString(CultureInfo.InvariantCulture);
}
