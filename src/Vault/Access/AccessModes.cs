namespace SolidLoonfiches.Vault;

/// <summary>What somebody may do in a container. Writing over and deleting are never given.</summary>
[Flags]
public enum AccessModes
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>See the listing and the documents.</summary>
    Read = 1,
    /// <summary>Add documents, without seeing what is there. On Community Solid Server this also lets triples be added to a document that is there.</summary>
    Append = 2,
}
