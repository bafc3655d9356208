namespace SolidLoonfiches.Service;

/// <summary>A file that was named on the command line.</summary>
internal static class InputFile
{
    /// <summary>Null where it cannot be read, which is then said on standard error.</summary>
    public static async Task<byte[]?> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Het bestand {file} kan niet gelezen worden ({unreadable.Message}). Kijk na waar het staat.");
            return null;
        }
    }

    /// <summary>Its address, against which a document without a base is read.</summary>
    public static Uri Address(string file) => new(Path.GetFullPath(file));
}
