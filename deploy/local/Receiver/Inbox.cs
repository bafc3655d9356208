using System.Text;
using System.Text.Json;

namespace SolidLoonfiches.Receiver;

/// <summary>What was received, a line each, on disk before it is answered for. The line is also the effect: what has one is never done again.</summary>
internal sealed class Inbox : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];

    private Inbox(FileStream file) => _file = file;

    /// <summary>How often something came in that was there before, since this process began.</summary>
    public int Repeats { get; private set; }

    public static Inbox Open(string path)
    {
        var inbox = new Inbox(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
        using var reader = new StreamReader(inbox._file, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        // A line without its end was being written when the process was killed: it was not answered for, and will come again.
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        foreach (var line in whole.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            inbox._ids.Add(json.RootElement.GetProperty("id").GetString()!);
            inbox._lines.Add(line);
        }

        inbox._file.SetLength(Encoding.UTF8.GetByteCount(whole));
        inbox._file.Seek(0, SeekOrigin.End);
        return inbox;
    }

    /// <returns>False where it was there before.</returns>
    public bool Take(string id, string body)
    {
        lock (_gate)
        {
            if (!_ids.Add(id))
            {
                Repeats++;
                return false;
            }

            _file.Write(Encoding.UTF8.GetBytes(body + "\n"));
            _file.Flush(flushToDisk: true);
            _lines.Add(body);
            return true;
        }
    }

    public string AsLines() => string.Concat(All().Select(line => line + "\n"));

    public IReadOnlyList<string> All()
    {
        lock (_gate)
        {
            return [.. _lines];
        }
    }

    public void Dispose() => _file.Dispose();
}
