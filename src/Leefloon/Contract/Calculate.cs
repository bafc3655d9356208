namespace SolidLoonfiches.Leefloon;

/// <summary>Wat <see cref="Calculate"/> van een bestand maakt.</summary>
/// <param name="Json">Het resultaat, of de lijst van resultaten, in UTF-8; leeg bij <paramref name="ExitCode"/> 2.</param>
/// <param name="ExitCode">0: elk geval gaf een resultaat. 1: minstens één geval is geweigerd. 2: de invoer is geen JSON.</param>
/// <param name="Message">Bij 2: wat er mis is, voor wie de invoer gaf; anders null.</param>
public sealed record CalculateOutput(byte[] Json, int ExitCode, string? Message);

/// <summary>Het contract <c>calculate</c>: één geval of een lijst van gevallen als JSON, en voor elk het resultaat of waarom het geweigerd is.</summary>
/// <remarks>
/// Dezelfde invoer geeft dezelfde bytes: geen klok, geen cultuur, geen instelling. Waar JSON zelf de keuze laat (RFC 8259):
/// een veld dat twee keer in een object staat wordt geweigerd (<see cref="Lezer"/>); een getal geldt naar zijn waarde
/// (<c>1e3</c> en <c>1000.000</c> zijn 1000); een byte order mark vooraan wordt overgeslagen (§8.1); dieper dan duizend niveaus
/// wordt niet gelezen (§9). Een waarde die geen object is en geen lijst is één geval van een verkeerd type.
/// </remarks>
public static class Calculate
{
    /// <param name="json">Het bestand, in UTF-8.</param>
    public static CalculateOutput Run(ReadOnlySpan<byte> json) => Gevallenbestand.Run(json, static (geval, uit) =>
    {
        switch (AanvullendLeefloon.Bereken(geval))
        {
            case Uitkomst.Berekend(var resultaat):
                ResultaatSchrijver.Schrijf(uit, resultaat);
                return null;
            case var geweigerd:
                return (Uitkomst.NietTeBerekenen)geweigerd;
        }
    });
}
