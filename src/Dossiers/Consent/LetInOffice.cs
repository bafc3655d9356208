namespace SolidLoonfiches.Dossiers;

/// <summary>A payroll office that the citizen let into their vault when they consented: it may add payslips to the container, and not read.</summary>
public sealed class LetInOffice
{
    public required Guid Id { get; init; }

    public required Guid ConsentId { get; init; }

    /// <summary>Its WebID.</summary>
    public required string WebId { get; init; }

    /// <summary>As the citizen read it.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset LetInAt { get; init; }

    /// <summary>The rule was taken away again, in the citizen's session.</summary>
    public DateTimeOffset? PutOutAt { get; set; }
}
