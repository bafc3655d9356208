using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

public static class DossierNames
{
    private const string Escape = "\\";

    /// <summary>Those whose name has these letters in it, great or small: SQLite takes A for a of the plain letters alone, PostgreSQL of all.</summary>
    public static IQueryable<Dossier> WithName(this IQueryable<Dossier> dossiers, string part)
    {
        var pattern = "%" + part.ToLowerInvariant().Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal) + "%";
#pragma warning disable CA1304, CA1311 // Becomes lower() in the database, which knows no culture of ours.
        return dossiers.Where(dossier => EF.Functions.Like(dossier.Name.ToLower(), pattern, Escape));
#pragma warning restore CA1304, CA1311
    }
}
