using Microsoft.EntityFrameworkCore;

namespace SolidLoonfiches.Dossiers;

/// <summary>A text as somebody read it before they answered; kept for ever, under its own hash. Holds no personal data.</summary>
public sealed class StoredConsentText
{
    public required string Sha256 { get; init; }

    public required string Version { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public required DateTimeOffset FirstAnsweredAt { get; init; }

    /// <summary>Puts the text there where it is not; in a save of its own, before the answer to it is recorded.</summary>
    internal static async Task PutAsync(DossierDb db, ConsentText text, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.ConsentTexts.AnyAsync(t => t.Sha256 == text.Sha256, cancellation))
        {
            return;
        }

        var row = new StoredConsentText { Sha256 = text.Sha256, Version = text.Version, Language = text.Language, Title = text.Title, Paragraphs = text.Paragraphs, FirstAnsweredAt = now };
        db.ConsentTexts.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            // Somebody else answered the same text at the same moment.
            db.Entry(row).State = EntityState.Detached;
        }
    }
}
