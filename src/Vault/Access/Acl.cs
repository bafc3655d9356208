using System.Security.Cryptography;
using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Vault;

/// <summary>Terms of Web Access Control and of Access Control Policy.</summary>
internal static class Acl
{
    public const string Namespace = "http://www.w3.org/ns/auth/acl#";
    public const string AcpNamespace = "http://www.w3.org/ns/solid/acp#";

    public static readonly Term Type = Term.Iri(Vocabulary.Type);

    public static readonly Term Authorization = Of("Authorization");
    public static readonly Term Agent = Of("agent");
    public static readonly Term AgentClass = Of("agentClass");
    public static readonly Term AgentGroup = Of("agentGroup");
    public static readonly Term AccessTo = Of("accessTo");
    public static readonly Term Default = Of("default");
    public static readonly Term Mode = Of("mode");
    public static readonly Term Read = Of("Read");
    public static readonly Term Append = Of("Append");
    public static readonly Term Write = Of("Write");
    public static readonly Term Control = Of("Control");

    public static readonly Term AccessControlResource = Acp("AccessControlResource");
    public static readonly Term Resource = Acp("resource");
    public static readonly Term AccessControlProperty = Acp("accessControl");
    public static readonly Term MemberAccessControl = Acp("memberAccessControl");
    public static readonly Term AccessControl = Acp("AccessControl");
    public static readonly Term Apply = Acp("apply");
    public static readonly Term Policy = Acp("Policy");
    public static readonly Term Allow = Acp("allow");
    public static readonly Term Deny = Acp("deny");
    public static readonly Term AllOf = Acp("allOf");
    public static readonly Term AnyOf = Acp("anyOf");
    public static readonly Term NoneOf = Acp("noneOf");
    public static readonly Term Matcher = Acp("Matcher");
    public static readonly Term MatchedAgent = Acp("agent");
    public static readonly Term MatchedClient = Acp("client");
    public static readonly Term MatchedIssuer = Acp("issuer");

    /// <summary>The modes as terms, for both systems.</summary>
    public static IEnumerable<Term> Terms(AccessModes modes)
    {
        if (modes.HasFlag(AccessModes.Read))
        {
            yield return Read;
        }

        if (modes.HasFlag(AccessModes.Append))
        {
            yield return Append;
        }
    }

    /// <summary>A name in the rules document that is the same each time for one agent, so that granting twice writes one rule.</summary>
    public static string NameOf(Uri document, string kind, Uri agent) =>
        $"{Urls.WithoutFragment(document)}#{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(agent.OriginalString)))[..12]}";

    private static Term Of(string name) => Term.Iri(Namespace + name);

    private static Term Acp(string name) => Term.Iri(AcpNamespace + name);
}
