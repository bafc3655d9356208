namespace SolidLoonfiches.Rdf;

/// <summary>IRIs of the RDF and RDF Schema vocabularies that reading and validating need.</summary>
internal static class RdfTerms
{
    public const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    public const string First = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
    public const string Rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
    public const string Nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";
    public const string LangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
    public const string Class = "http://www.w3.org/2000/01/rdf-schema#Class";
    public const string SubClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
}

/// <summary>IRIs of the XML Schema datatypes that Turtle has a short form for.</summary>
internal static class Xsd
{
    public const string Namespace = "http://www.w3.org/2001/XMLSchema#";
    public const string String = Namespace + "string";
    public const string Integer = Namespace + "integer";
    public const string Decimal = Namespace + "decimal";
    public const string Double = Namespace + "double";
    public const string Boolean = Namespace + "boolean";
}
