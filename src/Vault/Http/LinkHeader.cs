namespace SolidLoonfiches.Vault;

/// <summary>The <c>Link</c> header (RFC 8288, section 3), as far as Solid uses it: target and relations.</summary>
internal static class LinkHeader
{
    /// <summary>Targets of links with this relation, resolved against the URL of the answer; links about another context (<c>anchor</c>) are passed over.</summary>
    public static IEnumerable<Uri> Targets(HttpResponseHeaderBag headers, Uri answered, string relation)
    {
        foreach (var (target, parameters) in headers.Values("Link").SelectMany(Parse))
        {
            // RFC 8288, section 3.3: only the first rel counts; relation types are compared without case.
            var relations = parameters.FirstOrDefault(p => p.Name == "rel").Value ?? "";
            if (relations.Split(' ').Contains(relation, StringComparer.OrdinalIgnoreCase)
                && parameters.All(p => p.Name != "anchor")
                && Uri.TryCreate(answered, target, out var url))
            {
                yield return url;
            }
        }
    }

    private static IEnumerable<(string Target, List<(string Name, string Value)> Parameters)> Parse(string header)
    {
        var at = 0;
        while (header.IndexOf('<', at) is var open and >= 0 && header.IndexOf('>', open) is var close and >= 0)
        {
            var target = header[(open + 1)..close];
            at = close + 1;
            var parameters = new List<(string, string)>();
            while (at < header.Length && header[at] != ',')
            {
                if (header[at] is ';' or ' ' or '\t')
                {
                    at++;
                    continue;
                }

                parameters.Add(Parameter(header, ref at));
            }

            yield return (target, parameters);
        }
    }

    private static (string Name, string Value) Parameter(string header, ref int at)
    {
        var end = header.AsSpan(at).IndexOfAny("=;,");
        var name = header[at..(end < 0 ? header.Length : at + end)].Trim().ToLowerInvariant();
        at = end < 0 ? header.Length : at + end;
        if (at >= header.Length || header[at] != '=')
        {
            return (name, "");
        }

        at++;
        while (at < header.Length && header[at] is ' ' or '\t')
        {
            at++;
        }

        if (at < header.Length && header[at] == '"')
        {
            var value = new System.Text.StringBuilder();
            for (at++; at < header.Length && header[at] != '"'; at++)
            {
                if (header[at] == '\\' && at + 1 < header.Length)
                {
                    at++;
                }

                value.Append(header[at]);
            }

            at = Math.Min(at + 1, header.Length);
            return (name, value.ToString());
        }

        end = header.AsSpan(at).IndexOfAny(";,");
        var stop = end < 0 ? header.Length : at + end;
        var token = header[at..stop].Trim();
        at = stop;
        return (name, token);
    }
}
