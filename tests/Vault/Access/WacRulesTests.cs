using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault.Tests;

public sealed class WacRulesTests
{
    private static readonly Uri Container = new("https://pod.example/jan/loonfiches/");
    private static readonly Uri Document = new("https://pod.example/jan/loonfiches/.acl");
    private static readonly Uri Us = new("https://loonfiches.example/id#it");
    private static readonly Uri Jan = new("https://pod.example/jan/card#me");
    private const string Prefix = "@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>.\n";
    private const string Owner = "<#owner> a acl:Authorization; acl:agent </jan/card#me>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read, acl:Write, acl:Control.\n";

    [Fact]
    public void With_NewAgent_AddsOneRuleForContainerAndMembers()
    {
        var before = Read(Owner + "<#family> a acl:Authorization; acl:agentGroup </jan/family#g>; acl:accessTo <./>; acl:mode acl:Read.");
        var after = WacRules.With(before, Document, Container, Us, AccessModes.Read);
        Assert.All(before.Triples, triple => Assert.True(Has(after, triple)));
        var added = after.Triples.Where(triple => !Has(before, triple)).ToList();
        var rule = Assert.Single(added.Select(triple => triple.Subject).Distinct());
        Assert.Equal(
            ["accessTo https://pod.example/jan/loonfiches/", "agent https://loonfiches.example/id#it", "default https://pod.example/jan/loonfiches/", "mode http://www.w3.org/ns/auth/acl#Read", "type http://www.w3.org/ns/auth/acl#Authorization"],
            after.WithSubject(rule).Select(t => t.Predicate.Value.Split('#')[1] + " " + t.Object.Value).Order());
    }

    [Fact]
    public void With_Again_NothingChanges()
    {
        var once = WacRules.With(Read(Owner), Document, Container, Us, AccessModes.Read);
        var twice = WacRules.With(once, Document, Container, Us, AccessModes.Read);
        Assert.Equal(NTriples.Write(once), NTriples.Write(twice));
    }

    [Fact]
    public void With_OtherModes_ExactlyThose()
    {
        var read = WacRules.With(Read(Owner), Document, Container, Us, AccessModes.Read | AccessModes.Append);
        var append = WacRules.With(read, Document, Container, Us, AccessModes.Append);
        Assert.Equal(["http://www.w3.org/ns/auth/acl#Append"], ModesOf(append, Us));
        Assert.Equal(["http://www.w3.org/ns/auth/acl#Append", "http://www.w3.org/ns/auth/acl#Read"], ModesOf(read, Us));
    }

    [Fact]
    public void With_None_TakesTheAgentOutOfEveryRuleAndNobodyElse()
    {
        var rules = Read(Owner + """
            <#hand> a acl:Authorization; acl:agent <https://loonfiches.example/id#it>; acl:accessTo <./>; acl:mode acl:Read.
            <#two> a acl:Authorization; acl:agent <https://loonfiches.example/id#it>, <https://piet.example/#me>; acl:default <./>; acl:mode acl:Read.
            <#public> a acl:Authorization; acl:agent <https://loonfiches.example/id#it>; acl:agentClass foaf:Agent; acl:accessTo <./>; acl:mode acl:Read.
            [] a acl:Authorization; acl:agent <https://loonfiches.example/id#it>; acl:accessTo <./>; acl:mode acl:Write.
            <#fragment> a acl:Authorization; acl:agent <https://loonfiches.example/id#other>; acl:accessTo <./>; acl:mode acl:Read.
            """);
        var after = WacRules.With(rules, Document, Container, Us, AccessModes.None);
        Assert.False(WacRules.Names(after, Container, Us));
        Assert.DoesNotContain(after.Triples, t => t.Object.Value == Us.OriginalString);
        Assert.Equal(
            NTriples.Write(Read(Owner + """
                <#two> a acl:Authorization; acl:agent <https://piet.example/#me>; acl:default <./>; acl:mode acl:Read.
                <#public> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <./>; acl:mode acl:Read.
                <#fragment> a acl:Authorization; acl:agent <https://loonfiches.example/id#other>; acl:accessTo <./>; acl:mode acl:Read.
                """)),
            NTriples.Write(after));
    }

    [Fact]
    public void Inherited_FromAbove_OnlyWhatReachesMembersAndAllOfIt()
    {
        var above = new Uri("https://pod.example/jan/");
        var rules = Turtle.Read(Encoding.UTF8.GetBytes(Prefix + """
            <#owner> a acl:Authorization; acl:agent <card#me>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read, acl:Write, acl:Control.
            <#public> a acl:Authorization; acl:agentClass foaf:Agent; acl:accessTo <./>; acl:mode acl:Read.
            <#family> a acl:Authorization; acl:agentGroup <family#g>; acl:defaultForNew <./>; acl:origin <https://app.example>; acl:mode acl:Read.
            <#elsewhere> a acl:Authorization; acl:agent <https://x.example/#me>; acl:default <other/>; acl:mode acl:Read.
            """), "https://pod.example/jan/.acl");
        var copied = WacRules.Inherited(rules, above, Container, Document);
        Assert.Equal(2, copied.WithPredicate(Acl.AccessTo).Count());
        Assert.Equal(2, copied.WithPredicate(Acl.Default).Count());
        Assert.All(copied.WithPredicate(Acl.Default), t => Assert.Equal(Container.AbsoluteUri, t.Object.Value));
        Assert.Equal(["http://www.w3.org/ns/auth/acl#Control", "http://www.w3.org/ns/auth/acl#Read", "http://www.w3.org/ns/auth/acl#Write"], ModesOf(copied, Jan));
        Assert.Single(copied.WithPredicate(Acl.AgentGroup));
        Assert.Single(copied.WithPredicate(Term.Iri("http://www.w3.org/ns/auth/acl#origin")));
        Assert.Empty(copied.WithPredicate(Acl.AgentClass));
        Assert.DoesNotContain(copied.Triples, t => t.Object.Value.StartsWith("https://x.example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(Owner, false)]
    [InlineData("<#o> a acl:Authorization; acl:agent </jan/card#me>; acl:accessTo <./>; acl:mode acl:Control.", true)]
    [InlineData("<#o> a acl:Authorization; acl:agent </jan/card#me>; acl:default <./>; acl:mode acl:Control.", true)]
    [InlineData("<#o> a acl:Authorization; acl:agent </jan/card#me>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Read, acl:Write.", true)]
    [InlineData("<#o> a acl:Authorization; acl:agent </jan/card#you>; acl:accessTo <./>; acl:default <./>; acl:mode acl:Control.", true)]
    [InlineData("<#a> a acl:Authorization; acl:agent </jan/card#me>; acl:accessTo <./>; acl:mode acl:Control. <#b> a acl:Authorization; acl:agent </jan/card#me>; acl:default <./>; acl:mode acl:Control.", false)]
    public void KeepingOwner_ControlMissing_Added(string turtle, bool adds)
    {
        var before = Read(turtle);
        var after = WacRules.KeepingOwner(before, Document, Container, Jan);
        Assert.All(before.Triples, triple => Assert.True(Has(after, triple)));
        Assert.Equal(adds, after.Count > before.Count);
        Assert.Contains("http://www.w3.org/ns/auth/acl#Control", ModesOf(after, Jan));
        Assert.Same(after, WacRules.KeepingOwner(after, Document, Container, Jan));
    }

    private static RdfGraph Read(string turtle) => Turtle.Read(Encoding.UTF8.GetBytes(Prefix + turtle), Document.AbsoluteUri);

    private static bool Has(RdfGraph graph, Triple triple) => graph.Contains(triple.Subject, triple.Predicate, triple.Object);

    private static IEnumerable<string> ModesOf(RdfGraph graph, Uri agent) =>
        graph.Subjects(Acl.Agent, Term.Iri(agent.OriginalString)).SelectMany(rule => graph.Objects(rule, Acl.Mode)).Select(mode => mode.Value).Distinct().Order();
}
