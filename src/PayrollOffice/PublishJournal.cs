using System.Security.Cryptography;
using System.Text;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>What was published before, so that a run that was stopped goes on where it was.</summary>
/// <remarks>
/// A file of one line for each slip: the SHA-256 of its URL, since the URL itself says whose payslip it is. Safe for use
/// from many threads; a line is on its way to the disk before the next slip is counted.
/// </remarks>
internal sealed class PublishJournal : IDisposable
{
    private readonly HashSet<string> _done;
    private readonly StreamWriter _file;
    private readonly Lock _writing = new();

    private PublishJournal(HashSet<string> done, StreamWriter file) => (_done, _file) = (done, file);

    /// <param name="path">Made where it is absent.</param>
    public static PublishJournal Open(string path)
    {
        var done = File.Exists(path) ? File.ReadLines(path).ToHashSet(StringComparer.Ordinal) : [];
        var file = new StreamWriter(path, append: true, Encoding.ASCII) { AutoFlush = true };
        if (done.Count > 0 && !EndsInLine(path))
        {
            // The machine stopped in the middle of a line: that one is asked again, and the next must not be written behind it.
            file.WriteLine();
        }

        return new PublishJournal(done, file);
    }

    public bool Contains(Uri url)
    {
        lock (_writing)
        {
            return _done.Contains(Line(url));
        }
    }

    public void Add(Uri url)
    {
        lock (_writing)
        {
            if (_done.Add(Line(url)))
            {
                _file.WriteLine(Line(url));
            }
        }
    }

    public void Dispose() => _file.Dispose();

    private static bool EndsInLine(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() == '\n';
    }

    private static string Line(Uri url) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url.AbsoluteUri)));
}
