namespace SolidLoonfiches.Rdf.Tests;

/// <summary>Whether two graphs are the same but for the labels of blank nodes (RDF 1.1 Concepts, section 3.6): colours, refined, then tried.</summary>
internal static class GraphIsomorphism
{
    public static bool AreIsomorphic(RdfGraph one, RdfGraph other)
    {
        if (one.Count != other.Count)
            return false;
        var first = Colours(one);
        var second = Colours(other);
        return SameColours(first, second) && Match(one, other, first, second, [], []);
    }

    private static bool SameColours(Dictionary<Term, string> first, Dictionary<Term, string> second) =>
        first.Values.Order(StringComparer.Ordinal).SequenceEqual(second.Values.Order(StringComparer.Ordinal));

    // The colour of a blank node says what stands around it; each round looks one step further.
    private static Dictionary<Term, string> Colours(RdfGraph graph)
    {
        var triples = graph.Triples.ToList();
        var colours = triples.SelectMany(triple => new[] { triple.Subject, triple.Object }).Where(term => term.IsBlank).Distinct().ToDictionary(term => term, _ => "blank");
        var classes = 0;
        while (true)
        {
            string Colour(Term term) => term.IsBlank ? colours[term] : term.ToString();
            var next = colours.Keys.ToDictionary(node => node, node => Hash(string.Join('\n', triples
                .Where(triple => triple.Subject == node || triple.Object == node)
                .Select(triple => (triple.Subject == node ? "this" : Colour(triple.Subject)) + " " + triple.Predicate + " " + (triple.Object == node ? "this" : Colour(triple.Object)))
                .Append(colours[node]).Order(StringComparer.Ordinal))));
            colours = next;
            var found = colours.Values.Distinct(StringComparer.Ordinal).Count();
            if (found == classes)
                return colours;
            classes = found;
        }
    }

    private static string Hash(string text) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static bool Match(RdfGraph one, RdfGraph other, Dictionary<Term, string> first, Dictionary<Term, string> second, Dictionary<Term, Term> map, HashSet<Term> taken)
    {
        var open = first.Keys.Where(node => !map.ContainsKey(node)).OrderBy(node => first.Values.Count(colour => colour == first[node])).ThenBy(node => first[node], StringComparer.Ordinal).ToList();
        if (open.Count == 0)
        {
            Term Mapped(Term term) => map.TryGetValue(term, out var to) ? to : term;
            return one.Triples.All(triple => other.Contains(Mapped(triple.Subject), triple.Predicate, Mapped(triple.Object)));
        }

        var node = open[0];
        foreach (var candidate in second.Keys.Where(candidate => second[candidate] == first[node] && !taken.Contains(candidate)).ToList())
        {
            map[node] = candidate;
            taken.Add(candidate);
            if (Match(one, other, first, second, map, taken))
                return true;
            map.Remove(node);
            taken.Remove(candidate);
        }

        return false;
    }
}
