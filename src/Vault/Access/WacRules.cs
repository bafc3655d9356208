using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Rules of Web Access Control as graphs; pure. An own <c>.acl</c> replaces what would be inherited, so whatever stood
/// above is copied in first, and the owner is always in it: else nobody could ever change it again.
/// </summary>
internal static class WacRules
{
    // The older word for acl:default; servers still read it.
    private static readonly Term DefaultForNew = Term.Iri(Acl.Namespace + "defaultForNew");

    /// <summary>What an ancestor's rules give to this container, written as the container's own.</summary>
    public static RdfGraph Inherited(RdfGraph ancestorRules, Uri ancestor, Uri container, Uri document)
    {
        var place = Term.Iri(container.AbsoluteUri);
        var copied = new List<Triple>();
        var inherited = ancestorRules.Triples.Where(t => IsDefault(t) && Urls.Same(t.Object, ancestor)).Select(t => t.Subject).Distinct();
        foreach (var (number, rule) in inherited.Index())
        {
            var own = Term.Iri($"{Urls.WithoutFragment(document)}#inherited-{number + 1}");
            copied.AddRange(ancestorRules.WithSubject(rule)
                .Where(t => t.Predicate != Acl.AccessTo && !IsDefault(t))
                .Select(t => new Triple(own, t.Predicate, t.Object)));
            copied.Add(new(own, Acl.AccessTo, place));
            copied.Add(new(own, Acl.Default, place));
        }

        return RdfGraph.Create(copied);
    }

    /// <summary>Whether a rule about the container names the agent.</summary>
    public static bool Names(RdfGraph rules, Uri container, Uri agent) => RulesOf(rules, container, agent).Any();

    /// <summary>The rules with exactly these modes for the agent on the container and its members; with None, without the agent.</summary>
    public static RdfGraph With(RdfGraph rules, Uri document, Uri container, Uri agent, AccessModes modes)
    {
        var without = Without(rules, container, agent);
        if (modes == AccessModes.None)
        {
            return RdfGraph.Create(without);
        }

        var rule = Term.Iri(Acl.NameOf(document, "access", agent));
        return RdfGraph.Create(without.Where(t => t.Subject != rule).Concat(Rule(rule, agent, container, Acl.Terms(modes))));
    }

    /// <summary>The rules with Control for the owner on the container and on its members; as they are where they give it.</summary>
    public static RdfGraph KeepingOwner(RdfGraph rules, Uri document, Uri container, Uri owner)
    {
        var controlling = RulesOf(rules, container, owner).Where(rule => rules.Contains(rule, Acl.Mode, Acl.Control)).ToList();
        if (Covers(Acl.AccessTo) && Covers(Acl.Default))
        {
            return rules;
        }

        var own = Term.Iri(Acl.NameOf(document, "owner", owner));
        return RdfGraph.Create(rules.Triples.Concat(Rule(own, owner, container, [Acl.Read, Acl.Write, Acl.Control])));

        bool Covers(Term property) => controlling.Any(rule => rules.Objects(rule, property).Any(place => Urls.Same(place, container)));
    }

    private static List<Triple> Without(RdfGraph rules, Uri container, Uri agent)
    {
        var gone = new HashSet<Triple>();
        foreach (var rule in RulesOf(rules, container, agent))
        {
            var triples = rules.WithSubject(rule).ToList();
            var naming = triples.Where(t => t.Predicate == Acl.Agent && Urls.Same(t.Object, agent)).ToList();
            var hasOthers = triples.Except(naming).Any(t => t.Predicate == Acl.Agent || t.Predicate == Acl.AgentClass || t.Predicate == Acl.AgentGroup);
            // A rule for several people loses this one; a rule for this one alone goes altogether.
            gone.UnionWith(hasOthers ? naming : triples);
        }

        return [.. rules.Triples.Where(t => !gone.Contains(t))];
    }

    private static IEnumerable<Term> RulesOf(RdfGraph rules, Uri container, Uri agent) =>
        rules.WithPredicate(Acl.Agent)
            .Where(t => Urls.Same(t.Object, agent))
            .Select(t => t.Subject)
            .Distinct()
            .Where(rule => rules.WithSubject(rule).Any(t => (t.Predicate == Acl.AccessTo || IsDefault(t)) && Urls.Same(t.Object, container)));

    private static bool IsDefault(Triple triple) => triple.Predicate == Acl.Default || triple.Predicate == DefaultForNew;

    private static IEnumerable<Triple> Rule(Term rule, Uri agent, Uri container, IEnumerable<Term> modes)
    {
        var place = Term.Iri(container.AbsoluteUri);
        return
        [
            new(rule, Acl.Type, Acl.Authorization),
            new(rule, Acl.Agent, Term.Iri(agent.OriginalString)),
            // Both: accessTo does not reach the members, default not the container itself.
            new(rule, Acl.AccessTo, place),
            new(rule, Acl.Default, place),
            .. modes.Select(mode => new Triple(rule, Acl.Mode, mode)),
        ];
    }
}
