using System.Text;

namespace SolidLoonfiches.Rdf.Tests;

/// <summary>Documents of Turtle, the same in every run: valid ones from the grammar, and others with one to three faults.</summary>
internal static class GeneratedDocuments
{
    private const int Seed = 20261123;

    private static readonly string[] _iris = ["<https://example.org/a>", "<#it>", "<>", "<../x/./y>", "<?q=1>", "<//other.example/z>", "<b%20c>", "<\\u00e9>", "<é>", "ex:a", "ex:b.c", ":d", ":", "ex:", "ex:%20", "ex:\\,x", "ex:é", "ex:a:b", "ex:1", "loon:Arbeidsloon"];

    private static readonly string[] _literals = ["\"x\"", "'y'", "\"\"\"long \"one\"\n\"\"\"", "'''z'''", "\"\\t\\u20AC\\U0001F4B6\\\\\"", "\"é💶\"", "\"n\"@nl", "\"n\"@nl-BE-x1", "\"2500.00\"^^xsd:decimal", "\"a\" ^^ <u:t>", "\"\"", "12", "-3", "+0.50", "1e6", "-.5E-2", "1.", "true", "false"];

    private static readonly string[] _signs = ["@", "<", ">", "\"", "'", "\\", "[", "]", "(", ")", ".", ",", ";", ":", "_", "^", "#", "%", "a", "1", "é", " ", "\n", "\t", "{", "}", "|", "=", "\u00B7", "~"];

    public static List<byte[]> Make(int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(number => Encoding.UTF8.GetBytes(number % 2 == 0 ? Valid(random) : Broken(Valid(random), random)))];
    }

    private static string Valid(Random random)
    {
        var text = new StringBuilder("@prefix ex: <https://example.org/ns#> . PREFIX : <#> @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\nprefix loon: <https://data.vlaanderen.be/ns/loongegevens#>\n");
        for (var statements = random.Next(1, 5); statements > 0; statements--)
        {
            if (random.Next(8) == 0)
                text.Append(random.Next(2) == 0 ? "@base <https://vault.example/b/> .\n" : "BASE <c/>\n");
            var alone = random.Next(6) == 0;
            text.Append(alone ? "[ " + Properties(random, 1) + " ]" : Subject(random)).Append(' ');
            text.Append(alone && random.Next(2) == 0 ? "" : Properties(random, 2)).Append(random.Next(3) == 0 ? "." : " .").Append(random.Next(4) == 0 ? " # comment\n" : "\n");
        }

        return text.ToString();
    }

    private static string Subject(Random random) => random.Next(5) switch
    {
        0 => "_:" + Pick(random, ["a", "b1", "c.d", "0", "é"]),
        1 when random.Next(3) == 0 => "( " + Value(random, 1) + " )",
        _ => Pick(random, _iris),
    };

    private static string Properties(Random random, int depth)
    {
        var properties = Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
            (random.Next(4) == 0 ? "a" : Pick(random, _iris)) + " " + string.Join(random.Next(2) == 0 ? "," : " , ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => Value(random, depth))));
        return string.Join(random.Next(5) == 0 ? " ;; " : " ; ", properties) + (random.Next(6) == 0 ? " ;" : "");
    }

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => "_:" + Pick(random, ["a", "b1", "c.d"]),
        1 or 2 => Pick(random, _iris),
        6 => "[ " + (random.Next(4) == 0 ? "" : Properties(random, depth - 1)) + " ]",
        7 => "( " + string.Join(' ', Enumerable.Range(0, random.Next(0, 3)).Select(_ => Value(random, depth - 1))) + " )",
        _ => Pick(random, _literals),
    };

    private static string Broken(string text, Random random)
    {
        for (var faults = random.Next(1, 4); faults > 0; faults--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 4), text.Length - at)),
                1 => text.Insert(at, Pick(random, _signs)),
                2 => text[..at] + Pick(random, _signs) + text[Math.Min(at + 1, text.Length)..],
                _ => text[..at],
            };
            text = text.Length == 0 ? "." : text;
        }

        return text;
    }

    private static string Pick(Random random, string[] of) => of[random.Next(of.Length)];
}
