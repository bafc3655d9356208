using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>
/// Rules of Access Control Policy as graphs; pure. An own <c>.acr</c> adds to what ancestors give, so nothing is copied;
/// but an allowance from above can only be taken away here by a rule that denies, which wins.
/// </summary>
internal static class AcpRules
{
    /// <summary>Whether some allowance in this document names the agent.</summary>
    public static bool Allows(RdfGraph rules, Uri agent) =>
        MatchersOf(rules, agent)
            .SelectMany(matcher => rules.Subjects(Acl.AllOf, matcher).Concat(rules.Subjects(Acl.AnyOf, matcher)))
            .Any(policy => rules.Objects(policy, Acl.Allow).Any());

    /// <summary>The rules with exactly these modes for the agent, on the container and its members; null where that cannot be done without loss to others.</summary>
    /// <param name="rules">What stands there.</param>
    /// <param name="document">URL of the rules.</param>
    /// <param name="container">What they are about.</param>
    /// <param name="agent">Whose WebID.</param>
    /// <param name="modes">What the agent may do; None takes everything away.</param>
    /// <param name="through">Client and issuer that the agent must come through; null for any.</param>
    public static RdfGraph? With(RdfGraph rules, Uri document, Uri container, Uri agent, AccessModes modes, (Uri Client, Uri Issuer)? through)
    {
        if (Without(rules, document, agent) is not { } triples)
        {
            return null;
        }

        if (modes == AccessModes.None)
        {
            return RdfGraph.Create(triples);
        }

        var matches = new List<(Term, Term)> { (Acl.MatchedAgent, Term.Iri(agent.OriginalString)) };
        if (through is var (client, issuer))
        {
            // Compared as strings with the token's claims.
            matches.Add((Acl.MatchedClient, Term.Iri(client.AbsoluteUri)));
            matches.Add((Acl.MatchedIssuer, Term.Iri(issuer.OriginalString)));
        }

        triples.AddRange(Rule(triples, document, container, Acl.NameOf(document, "access", agent), Acl.Allow, Acl.Terms(modes), matches));
        return RdfGraph.Create(triples);
    }

    /// <summary>The rules with everything denied to the agent: for where an ancestor allows it something.</summary>
    public static RdfGraph Denying(RdfGraph rules, Uri document, Uri container, Uri agent)
    {
        var standing = rules.Triples.ToList();
        var denied = Rule(
            standing, document, container, Acl.NameOf(document, "denied", agent), Acl.Deny,
            [Acl.Read, Acl.Append, Acl.Write, Acl.Control], [(Acl.MatchedAgent, Term.Iri(agent.OriginalString))]);
        return RdfGraph.Create(standing.Concat(denied));
    }

    private static List<Triple> Rule(
        List<Triple> standing, Uri document, Uri container, string name, Term effect, IEnumerable<Term> modes, IEnumerable<(Term Property, Term Value)> matches)
    {
        var resource = standing.Where(t => t.Predicate == Acl.Resource && Urls.Same(t.Object, container)).Select(t => (Term?)t.Subject).FirstOrDefault()
            // The document itself, as Inrupt's servers write it and its libraries look for it; Community Solid Server takes any name.
            ?? Term.Iri(Urls.WithoutFragment(document));
        var (control, policy, matcher) = (Term.Iri(name), Term.Iri(name + "-policy"), Term.Iri(name + "-matcher"));
        return
        [
            new(resource, Acl.Type, Acl.AccessControlResource),
            new(resource, Acl.Resource, Term.Iri(container.AbsoluteUri)),
            // Both: accessControl does not reach the members, memberAccessControl not the container itself.
            new(resource, Acl.AccessControlProperty, control),
            new(resource, Acl.MemberAccessControl, control),
            new(control, Acl.Type, Acl.AccessControl),
            new(control, Acl.Apply, policy),
            new(policy, Acl.Type, Acl.Policy),
            .. modes.Select(mode => new Triple(policy, effect, mode)),
            new(policy, Acl.AllOf, matcher),
            new(matcher, Acl.Type, Acl.Matcher),
            .. matches.Select(match => new Triple(matcher, match.Property, match.Value)),
        ];
    }

    /// <summary>
    /// Without any allowance for the agent. Only ever narrows: where taking a matcher out of a policy would let others in,
    /// the policy loses what it allows. Null where a matcher also serves to deny and cannot be changed without loss.
    /// </summary>
    private static List<Triple>? Without(RdfGraph rules, Uri document, Uri agent)
    {
        var left = WithoutOurs(rules, document, agent);
        var gone = new HashSet<Triple>();
        foreach (var matcher in MatchersOf(left, agent))
        {
            var policies = left.Subjects(Acl.AllOf, matcher).Concat(left.Subjects(Acl.AnyOf, matcher)).Distinct().ToList();
            var allowing = policies.Where(policy => left.Objects(policy, Acl.Allow).Any()).ToList();
            if (allowing.Count == 0)
            {
                continue;
            }

            var naming = left.WithSubject(matcher).Where(t => t.Predicate == Acl.MatchedAgent).ToList();
            var sole = naming.TrueForAll(t => Urls.Same(t.Object, agent));
            var alsoDenies = policies.Exists(policy => left.Objects(policy, Acl.Deny).Any()) || left.Subjects(Acl.NoneOf, matcher).Any();
            if (!sole && alsoDenies)
            {
                return null;
            }

            if (sole)
            {
                gone.UnionWith(allowing.SelectMany(policy => Narrowed(left, policy, matcher, gone)).ToList());
            }
            else
            {
                gone.UnionWith(naming.Where(t => Urls.Same(t.Object, agent)));
            }
        }

        return [.. left.Triples.Where(t => !gone.Contains(t))];
    }

    private static RdfGraph WithoutOurs(RdfGraph rules, Uri document, Uri agent)
    {
        string[] names = [Acl.NameOf(document, "access", agent), Acl.NameOf(document, "denied", agent)];
        return RdfGraph.Create(rules.Triples.Where(t => !IsOurs(t.Subject) && !IsOurs(t.Object)));

        bool IsOurs(Term term) => term.IsIri && names.Any(name => term.Value == name || term.Value == name + "-policy" || term.Value == name + "-matcher");
    }

    /// <summary>What an allowing policy loses, so that a matcher for one agent alone no longer opens it, and nobody else gains.</summary>
    private static IEnumerable<Triple> Narrowed(RdfGraph rules, Term policy, Term matcher, HashSet<Triple> gone)
    {
        var triples = rules.WithSubject(policy).ToList();
        var alternative = new Triple(policy, Acl.AnyOf, matcher);
        var isOneOfSeveral = triples.Exists(t => t.Predicate == Acl.AnyOf && t != alternative && !gone.Contains(t));
        var isRequired = rules.Contains(policy, Acl.AllOf, matcher);
        var denies = triples.Exists(t => t.Predicate == Acl.Deny);
        return isOneOfSeveral && !isRequired && !denies ? [alternative] : triples.Where(t => t.Predicate == Acl.Allow);
    }

    private static List<Term> MatchersOf(RdfGraph rules, Uri agent) =>
        [.. rules.WithPredicate(Acl.MatchedAgent).Where(t => Urls.Same(t.Object, agent)).Select(t => t.Subject).Distinct()];
}
