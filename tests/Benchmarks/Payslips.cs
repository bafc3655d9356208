using System.Globalization;
using System.Text;

namespace SolidLoonfiches.Benchmarks;

/// <summary>Made-up payslips in the form of <c>ontology/examples/valid</c>: about 70 triples, 11 prefixes, blank nodes in half of them, escapes, other alphabets.</summary>
internal static class Payslips
{
    public const string Base = "https://vault.example/loonfiches/2026-10";

    private const string Prefixes = """
        @prefix adms: <http://www.w3.org/ns/adms#> .
        @prefix kind: <https://w3id.org/loonfiche/kind#> .
        @prefix lf: <https://w3id.org/loonfiche#> .
        @prefix loon: <https://data.vlaanderen.be/ns/loongegevens#> .
        @prefix m8g: <http://data.europa.eu/m8g/> .
        @prefix org: <http://www.w3.org/ns/org#> .
        @prefix persoon: <https://data.vlaanderen.be/ns/persoon#> .
        @prefix regorg: <http://www.w3.org/ns/regorg#> .
        @prefix schema: <https://schema.org/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        """;

    private static readonly string[] _employers = ["Bakkerij De Krakeling", "Caf\\u00e9 Caf\\u00e9", "Zorgbedrijf Lindeke VZW", "Søren & Zonen", "\\\"De Lift\\\" BV"];

    private static readonly string[] _amounts = ["brutoloon", "inhoudingenVoorDeSocialeZekerheid", "bedrijfsvoorheffing", "nettoloon", "afTeTrekkenNettoBedragen", "nettoGestortLoon"];

    /// <summary>One slip a document.</summary>
    public static List<byte[]> Small(int count)
    {
        var random = new Random(20261123);
        return [.. Enumerable.Range(0, count).Select(number => Encoding.UTF8.GetBytes(Prefixes + Slip("", number, random)))];
    }

    /// <summary>One document of so many bytes, and a slip more.</summary>
    public static byte[] Large(int bytes)
    {
        var random = new Random(20261123);
        using var text = new MemoryStream(bytes + 8192);
        text.Write(Encoding.UTF8.GetBytes(Prefixes));
        for (var number = 0; text.Length < bytes; number++)
            text.Write(Encoding.UTF8.GetBytes(Slip(string.Create(CultureInfo.InvariantCulture, $"slip-{number}"), number, random)));
        return text.ToArray();
    }

    private static string Slip(string document, int number, Random random)
    {
        var slip = new StringBuilder();
        var employer = _employers[number % _employers.Length];
        var blank = number % 2 == 0;
        var month = (number % 12) + 1;
        slip.Append(CultureInfo.InvariantCulture, $"""
            <{document}#loon> a loon:Arbeidsloon ;
              loon:begunstigde <{document}#werknemer> ;
              loon:arbeidsrelatie <{document}#arbeidsrelatie> ;
              loon:verloningsperiode <{document}#periode> ;
              lf:paymentDate "2026-{month:D2}-{random.Next(20, 29)}"^^xsd:date .
            <{document}#periode> a m8g:PeriodOfTime ; m8g:startTime "2026-{month:D2}-01"^^xsd:date ; m8g:endTime "2026-{month:D2}-28"^^xsd:date .
            <{document}#arbeidsrelatie> a loon:Arbeidsrelatie ; loon:werkgever <{document}#werkgever> .
            <{document}#werkgever> a org:Organization ; skos:prefLabel "{employer}", "{employer} NV"@nl ; regorg:registration <{document}#kbo> .
            <{document}#kbo> a adms:Identifier ; skos:notation "0{random.Next(400000000, 800000000)}" .
            <{document}#werknemer> persoon:registratie <{document}#insz> .
            <{document}#insz> a adms:Identifier ; skos:notation "{random.NextInt64(10000000000, 99999999999)}" .

            """);
        foreach (var amount in _amounts)
        {
            var value = random.Next(10_000, 400_000) / 100m;
            if (blank)
                slip.Append(CultureInfo.InvariantCulture, $"<{document}#loon> loon:{amount} [ a schema:MonetaryAmount ; schema:value {value:F2} ; schema:currency \"EUR\" ] .\n");
            else
                slip.Append(CultureInfo.InvariantCulture, $"<{document}#loon> loon:{amount} <{document}#{amount}> .\n<{document}#{amount}> a schema:MonetaryAmount ; schema:value {value:F2} ; schema:currency \"EUR\" .\n");
        }

        for (var line = 1; line <= 2; line++)
        {
            slip.Append(CultureInfo.InvariantCulture, $"""
                <{document}#loon> lf:line <{document}#lijn-{line}> .
                <{document}#lijn-{line}> a lf:PayLine ;
                  skos:notation "{line}000" ;
                  skos:prefLabel "Maandloon" ;
                  lf:kind kind:basePay ;
                  lf:section loon:brutoloon ;
                  lf:amount <{document}#lijn-{line}-bedrag> .
                <{document}#lijn-{line}-bedrag> a schema:MonetaryAmount ; schema:value {random.Next(10_000, 400_000) / 100m:F2} ; schema:currency "EUR" .

                """);
        }

        return slip.ToString();
    }
}
