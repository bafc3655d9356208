using System.Security.Cryptography;
using System.Text;

namespace SolidLoonfiches.Dossiers;

/// <summary>A receipt as it was handed out: the record of a consent at one moment, with a number and a code. Holds no personal data: no name, INSZ or address.</summary>
/// <remarks>Kept as it was issued, for ever, so that whoever holds a copy can have it checked; the record itself is always made anew from the events.</remarks>
public sealed class ConsentReceipt
{
    /// <summary>Such as <c>C7KM-4TXA</c>. Made by chance: it says nothing, and opens nothing without the code.</summary>
    public required string Number { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>What it is about: a consent, a request that was not consented to, or a consent on paper.</summary>
    public required Guid SubjectId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Lower-case hex SHA-256 of the record's canonical N-Triples, without receipt: another state of the consent is another receipt.</summary>
    public required string RecordSha256 { get; init; }

    /// <summary>The receipt with its record, as canonical N-Triples, without the code.</summary>
    public required string Triples { get; init; }

    /// <summary>Thirty-two random bytes, protected: the key of this receipt's code.</summary>
    public required byte[] ProtectedKey { get; init; }

    /// <summary>Lower-case hex SHA-256 of <see cref="Triples"/> in UTF-8.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Triples)));
}
