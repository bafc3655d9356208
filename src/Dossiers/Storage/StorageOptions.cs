namespace SolidLoonfiches.Dossiers;

/// <summary>Where the records are.</summary>
public sealed class StorageOptions
{
    /// <summary><c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>For SQLite <c>Data Source=…/dossiers.db</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Quartz's own tables: a SQLite file of their own. For PostgreSQL empty is the same database.</summary>
    public string ScheduleConnectionString { get; set; } = "";
}
