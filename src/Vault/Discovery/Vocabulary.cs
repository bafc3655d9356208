namespace SolidLoonfiches.Vault;

/// <summary>Terms of the Solid Protocol and what it builds on.</summary>
internal static class Vocabulary
{
    public const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    public const string Foaf = "http://xmlns.com/foaf/0.1/";
    public const string FoafAgent = Foaf + "Agent";
    public const string FoafName = Foaf + "name";

    public const string Solid = "http://www.w3.org/ns/solid/terms#";
    public const string OidcIssuer = Solid + "oidcIssuer";

    public const string PublicTypeIndex = Solid + "publicTypeIndex";
    public const string PrivateTypeIndex = Solid + "privateTypeIndex";
    public const string ForClass = Solid + "forClass";
    public const string InstanceContainer = Solid + "instanceContainer";
    public const string Preferences = "http://www.w3.org/ns/pim/space#preferencesFile";

    public const string StorageClass = "http://www.w3.org/ns/pim/space#Storage";
    public const string Storage = "http://www.w3.org/ns/pim/space#storage";

    public const string Ldp = "http://www.w3.org/ns/ldp#";
    public const string Contains = Ldp + "contains";
    public const string Container = Ldp + "Container";
    public const string BasicContainer = Ldp + "BasicContainer";

    public const string Modified = "http://purl.org/dc/terms/modified";
    public const string Size = "http://www.w3.org/ns/posix/stat#size";
}
