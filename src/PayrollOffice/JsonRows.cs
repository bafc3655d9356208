using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>Slips as a JSON array of objects, read as it comes; unlike the serializer's own reading of an array it knows the lines.</summary>
internal static class JsonRows
{
    private const int FirstBuffer = 64 * 1024;
    private const int LargestRow = 4 * 1024 * 1024;

    public static async IAsyncEnumerable<ReadRow> ReadAsync(Stream slips, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var place = new Place();
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            for (var (filled, final) = (0, false); ;)
            {
                var step = Next(buffer.AsSpan(0, filled), final, place, out var consumed);
                buffer.AsSpan(consumed, filled - consumed).CopyTo(buffer);
                filled -= consumed;
                if (step is { } row)
                {
                    yield return row;
                }

                if (place.Ended)
                {
                    yield break;
                }

                if (step is not null || consumed > 0)
                {
                    continue;
                }

                if (filled == buffer.Length)
                {
                    buffer = Larger(buffer);
                }

                var more = await slips.ReadAsync(buffer.AsMemory(filled), cancellation);
                filled += more;
                final = more == 0;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>One row, or null where more bytes are needed, or where the array begins or ends.</summary>
    private static ReadRow? Next(ReadOnlySpan<byte> buffer, bool final, Place place, out int consumed)
    {
        consumed = 0;
        try
        {
            if (!place.Started && buffer.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            {
                consumed = 3;
                return null;
            }

            var reader = new Utf8JsonReader(buffer, final, place.State);
            if (!reader.Read())
            {
                place.Ended = final && place.Closed;
                return place.Ended || (!final && buffer.Length <= LargestRow) ? null : Broken(place, buffer);
            }

            if (!place.Started)
            {
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    return Broken(place, buffer);
                }

                place.Started = true;
                consumed = place.Pass(ref reader, buffer);
                return null;
            }

            if (reader.TokenType == JsonTokenType.EndArray)
            {
                // The rest is looked at too: a second array behind the first would otherwise be missed in silence.
                place.Closed = true;
                consumed = place.Pass(ref reader, buffer);
                return null;
            }

            var line = place.LineAt(buffer, (int)reader.TokenStartIndex);
            if (!JsonDocument.TryParseValue(ref reader, out var document))
            {
                return buffer.Length > LargestRow ? Broken(place, buffer) : null;
            }

            using (document)
            {
                consumed = place.Pass(ref reader, buffer);
                var slip = SlipRow.Read(document.RootElement, out var reason);
                return new ReadRow(++place.Rows, line, slip, reason);
            }
        }
        catch (JsonException)
        {
            return Broken(place, buffer);
        }
    }

    private static ReadRow Broken(Place place, ReadOnlySpan<byte> buffer)
    {
        place.Ended = true;
        var start = buffer.IndexOfAnyExcept(" \t\r\n,"u8);
        return new ReadRow(place.Rows + 1, place.LineAt(buffer, Math.Max(start, 0)), null, "the file cannot be read from here on: it is not a JSON array of slips, or this one breaks off or is larger than 4 MB");
    }

    /// <summary>How far the reading is.</summary>
    private sealed class Place
    {
        private int _line = 1;

        public JsonReaderState State { get; private set; }

        public bool Started { get; set; }

        public bool Closed { get; set; }

        public bool Ended { get; set; }

        public int Rows { get; set; }

        public int LineAt(ReadOnlySpan<byte> buffer, int offset) => _line + buffer[..offset].Count((byte)'\n');

        public int Pass(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer)
        {
            var consumed = (int)reader.BytesConsumed;
            State = reader.CurrentState;
            _line = LineAt(buffer, consumed);
            return consumed;
        }
    }
}
