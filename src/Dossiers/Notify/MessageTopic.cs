namespace SolidLoonfiches.Dossiers;

/// <summary>What a message is about.</summary>
public enum MessageTopic
{
    /// <summary>What a check found.</summary>
    News,

    /// <summary>A check found, perhaps beside other things, that an exemption ends (<see cref="FindingKinds.ExemptionEnding"/>).</summary>
    ExemptionEnding,

    /// <summary>The person answered a question about the check.</summary>
    Answer,

    /// <summary>The person disputes a line of a payslip: what asks is the dispute itself.</summary>
    Dispute,
}
