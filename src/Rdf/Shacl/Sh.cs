namespace SolidLoonfiches.Rdf;

/// <summary>The vocabulary of SHACL Core (namespace <c>http://www.w3.org/ns/shacl#</c>).</summary>
internal static class Sh
{
    public const string Namespace = "http://www.w3.org/ns/shacl#";

    /// <summary>Properties of a shape that are no constraint, target or path (SHACL, sections 2.1 and 2.3.2) and are read elsewhere or only for people.</summary>
    public static readonly HashSet<string> NoConstraint = new(StringComparer.Ordinal)
    {
        "path", "severity", "message", "deactivated", "name", "description", "order", "group", "defaultValue",
        "targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "flags", "ignoredProperties", "qualifiedValueShapesDisjoint",
    };

    /// <summary>The term of a local name in SHACL's namespace.</summary>
    public static Term Of(string local) => Term.Iri(Namespace + local);

    /// <summary>IRI of a constraint component, such as <c>MinCount</c>.</summary>
    public static string Component(string name) => Namespace + name + "ConstraintComponent";
}
