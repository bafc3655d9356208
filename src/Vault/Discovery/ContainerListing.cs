using System.Globalization;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>Reads a container's listing (Solid Protocol 0.11, section 4.2; LDP).</summary>
internal static class ContainerListing
{
    public static VaultAnswer<VaultListing> Read(Uri container, byte[] turtle, CancellationToken cancellation)
    {
        if (TurtleBody.Read(container, turtle, cancellation, out var detail) is not { } graph)
        {
            return new VaultAnswer<VaultListing>.Broken(VaultFault.NotTurtle, detail);
        }

        // An empty or foreign document must not pass for an empty container: that would be "no payslips".
        var containers = Containers(graph);
        if (!containers.Contains(container.AbsoluteUri))
        {
            return new VaultAnswer<VaultListing>.Broken(VaultFault.Unexpected, "the answer does not describe a container");
        }

        var members = new SortedDictionary<string, VaultMember>(StringComparer.Ordinal);
        foreach (var contains in graph.WithPredicate(Term.Iri(Vocabulary.Contains)).Where(triple => Urls.Same(triple.Subject, container)))
        {
            if (!contains.Object.IsIri || !Uri.TryCreate(contains.Object.Value, UriKind.Absolute, out var url) || !Urls.SameOrigin(url, container))
            {
                // Leaving it out would hide a payslip; following it would take our token to another server.
                return new VaultAnswer<VaultListing>.Broken(VaultFault.Unexpected, "the listing names a member that is not on its own server");
            }

            members[url.AbsoluteUri] = new(url, Modified(graph, contains.Object), Bytes(graph, contains.Object), containers.Contains(url.AbsoluteUri));
        }

        return new VaultAnswer<VaultListing>.Ok(new([.. members.Values]));
    }

    /// <summary>What the listing calls a container, gathered once: asking anew for each of many members takes the square of their number.</summary>
    private static HashSet<string> Containers(RdfGraph graph) => graph.WithPredicate(Term.Iri(Vocabulary.Type))
        .Where(triple => triple.Object is { IsIri: true, Value: Vocabulary.Container or Vocabulary.BasicContainer } && triple.Subject.IsIri)
        .Select(triple => Uri.TryCreate(triple.Subject.Value, UriKind.Absolute, out var url) ? url.AbsoluteUri : triple.Subject.Value)
        .ToHashSet(StringComparer.Ordinal);

    private static DateTimeOffset? Modified(RdfGraph graph, Term member)
    {
        DateTimeOffset? last = null;
        foreach (var value in graph.Objects(member, Term.Iri(Vocabulary.Modified)).Where(value => value.IsLiteral))
        {
            if (DateTimeOffset.TryParse(value.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && (last is null || at > last))
            {
                last = at;
            }
        }

        return last;
    }

    private static long? Bytes(RdfGraph graph, Term member) =>
        graph.Objects(member, Term.Iri(Vocabulary.Size)).FirstOrDefault() is { IsLiteral: true } size
        && long.TryParse(size.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
}
