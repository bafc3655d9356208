using System.Text;

namespace SolidLoonfiches.Rdf;

/// <summary>Language tags (RDF 1.1 Concepts, section 3.3): compared without case, so kept in lower case.</summary>
internal static class LanguageTags
{
    /// <summary>The tag in lower case, in <paramref name="room"/> where it fits.</summary>
    public static ReadOnlySpan<byte> Lower(ReadOnlySpan<byte> tag, Span<byte> room)
    {
        if (!tag.ContainsAnyInRange((byte)'A', (byte)'Z'))
            return tag;
        var lower = tag.Length <= room.Length ? room[..tag.Length] : new byte[tag.Length];
        _ = Ascii.ToLower(tag, lower, out _);
        return lower;
    }
}
