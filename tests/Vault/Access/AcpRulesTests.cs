using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault.Tests;

public sealed class AcpRulesTests
{
    private static readonly Uri Container = new("https://pod.example/jan/loonfiches/");
    private static readonly Uri Document = new("https://pod.example/jan/loonfiches/.acr");
    private static readonly Uri Us = new("https://loonfiches.example/id#it");
    private const string Prefix = "@prefix acl: <http://www.w3.org/ns/auth/acl#>. @prefix acp: <http://www.w3.org/ns/solid/acp#>.\n";
    private const string Root = "<#root> a acp:AccessControlResource; acp:resource <./>; acp:accessControl <#c>; acp:memberAccessControl <#c>. <#c> a acp:AccessControl; acp:apply <#p>. <#p> a acp:Policy.\n";
    private const string Ours = "<https://loonfiches.example/id#it>";

    [Fact]
    public void With_NoRulesYet_OneForContainerAndMembersThroughOurClient()
    {
        var rules = AcpRules.With(RdfGraph.Create([]), Document, Container, Us, AccessModes.Read, (new Uri("https://loonfiches.example/client.jsonld"), new Uri("https://loonfiches.example/")))!;
        Assert.Equal(
            NTriples.Write(Read($$"""
                <> a acp:AccessControlResource; acp:resource <./>; acp:accessControl <#{{Name}}>; acp:memberAccessControl <#{{Name}}>.
                <#{{Name}}> a acp:AccessControl; acp:apply <#{{Name}}-policy>.
                <#{{Name}}-policy> a acp:Policy; acp:allow acl:Read; acp:allOf <#{{Name}}-matcher>.
                <#{{Name}}-matcher> a acp:Matcher; acp:agent {{Ours}}; acp:client <https://loonfiches.example/client.jsonld>; acp:issuer <https://loonfiches.example/>.
                """)),
            NTriples.Write(rules));
        Assert.Equal(NTriples.Write(rules), NTriples.Write(AcpRules.With(rules, Document, Container, Us, AccessModes.Read, (new Uri("https://loonfiches.example/client.jsonld"), new Uri("https://loonfiches.example/")))!));
    }

    [Fact]
    public void With_RulesThatStand_JoinsTheirRootAndKeepsThem()
    {
        var before = Read(Root + "<#p> acp:allow acl:Read; acp:anyOf <#m>. <#m> a acp:Matcher; acp:agent <https://piet.example/#me>.");
        var after = AcpRules.With(before, Document, Container, Us, AccessModes.Append, null)!;
        Assert.All(before.Triples, t => Assert.True(after.Contains(t.Subject, t.Predicate, t.Object)));
        Assert.Single(after.WithPredicate(Acl.Resource));
        Assert.Equal(NTriples.Write(before), NTriples.Write(AcpRules.With(after, Document, Container, Us, AccessModes.None, null)!));
    }

    /// <summary>Taking our agent away must never let in somebody whom the rule kept out.</summary>
    public static TheoryData<string, string> Narrowings() => new()
    {
        // Ours alone: the policy allows nothing any more.
        { $"<#p> acp:allow acl:Read; acp:allOf <#m>. <#m> acp:agent {Ours}.", $"<#p> acp:allOf <#m>. <#m> acp:agent {Ours}." },
        // Ours through one client: not everybody through that client.
        { $"<#p> acp:allow acl:Read; acp:allOf <#m>. <#m> acp:agent {Ours}; acp:client <https://app.example/>.", $"<#p> acp:allOf <#m>. <#m> acp:agent {Ours}; acp:client <https://app.example/>." },
        // Ours and a second condition: not everybody who meets the second.
        { $"<#p> acp:allow acl:Read; acp:allOf <#m>, <#n>. <#m> acp:agent {Ours}. <#n> acp:client <https://app.example/>.", $"<#p> acp:allOf <#m>, <#n>. <#m> acp:agent {Ours}. <#n> acp:client <https://app.example/>." },
        // One of several: the others stay.
        { $"<#p> acp:allow acl:Read; acp:anyOf <#m>, <#n>. <#m> acp:agent {Ours}. <#n> acp:agent <https://piet.example/#me>.", $"<#p> acp:allow acl:Read; acp:anyOf <#n>. <#m> acp:agent {Ours}. <#n> acp:agent <https://piet.example/#me>." },
        // The only alternative beside a condition: not everybody who meets the condition.
        { $"<#p> acp:allow acl:Read; acp:anyOf <#m>; acp:allOf <#n>. <#m> acp:agent {Ours}. <#n> acp:client <https://app.example/>.", $"<#p> acp:anyOf <#m>; acp:allOf <#n>. <#m> acp:agent {Ours}. <#n> acp:client <https://app.example/>." },
        // Two alternatives, both ours.
        { $"<#p> acp:allow acl:Read; acp:anyOf <#m>, <#n>. <#m> acp:agent {Ours}. <#n> acp:agent {Ours}; acp:client <https://app.example/>.", "" },
        // A matcher for two people loses one.
        { $"<#p> acp:allow acl:Read; acp:allOf <#m>. <#m> acp:agent {Ours}, <https://piet.example/#me>.", "<#p> acp:allow acl:Read; acp:allOf <#m>. <#m> acp:agent <https://piet.example/#me>." },
        // What denies us stays.
        { $"<#p> acp:deny acl:Write; acp:allOf <#m>. <#m> acp:agent {Ours}.", $"<#p> acp:deny acl:Write; acp:allOf <#m>. <#m> acp:agent {Ours}." },
        { $"<#p> acp:allow acl:Read; acp:allOf <#n>; acp:noneOf <#m>. <#n> acp:agent acp:PublicAgent. <#m> acp:agent {Ours}.", $"<#p> acp:allow acl:Read; acp:allOf <#n>; acp:noneOf <#m>. <#n> acp:agent acp:PublicAgent. <#m> acp:agent {Ours}." },
    };

    [Theory]
    [MemberData(nameof(Narrowings))]
    public void With_None_OnlyEverNarrows(string before, string after)
    {
        var result = AcpRules.With(Read(Root + before), Document, Container, Us, AccessModes.None, null)!;
        Assert.False(AcpRules.Allows(result, Us));
        if (after.Length > 0)
        {
            Assert.Equal(NTriples.Write(Read(Root + after)), NTriples.Write(result));
        }

        Assert.Equal(NTriples.Write(result), NTriples.Write(AcpRules.With(result, Document, Container, Us, AccessModes.None, null)!));
    }

    [Fact]
    public void With_MatcherThatAlsoDenies_LeftAsItIs() => Assert.Null(AcpRules.With(
        Read(Root + $"<#p> acp:allow acl:Read; acp:allOf <#m>. <#q> acp:deny acl:Write; acp:allOf <#m>. <#m> acp:agent {Ours}, <https://piet.example/#me>."),
        Document, Container, Us, AccessModes.None, null));

    [Fact]
    public void Denying_ThenGranted_NoDenialLeft()
    {
        var denied = AcpRules.Denying(RdfGraph.Create([]), Document, Container, Us);
        Assert.Equal(4, denied.WithPredicate(Acl.Deny).Count());
        Assert.False(AcpRules.Allows(denied, Us));
        var granted = AcpRules.With(denied, Document, Container, Us, AccessModes.Read, null)!;
        Assert.Empty(granted.WithPredicate(Acl.Deny));
        Assert.True(AcpRules.Allows(granted, Us));
    }

    private static string Name => Acl.NameOf(Document, "access", Us).Split('#')[1];

    private static RdfGraph Read(string turtle) => Turtle.Read(Encoding.UTF8.GetBytes(Prefix + turtle), Document.AbsoluteUri);
}
