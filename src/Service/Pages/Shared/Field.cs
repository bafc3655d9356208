namespace SolidLoonfiches.Service;

/// <summary>One field of a form, drawn with its label, hint and error. Its id is its name.</summary>
internal sealed record Field(string Name, string Label)
{
    public string? Hint { get; init; }

    /// <summary>As the person typed it.</summary>
    public string? Value { get; init; }

    /// <summary>Type of the input.</summary>
    public string Type { get; init; } = "text";

    /// <summary>Of a list to choose from: value and words.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices { get; init; } = [];

    /// <summary>Of a list: what stands for no choice.</summary>
    public string Nothing { get; init; } = "Kies…";

    public string Autocomplete { get; init; } = "off";
}
