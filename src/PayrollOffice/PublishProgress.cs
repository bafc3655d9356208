using System.Globalization;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>Shows how far a run is: a bar where somebody watches, a line every few seconds where the output is kept. Safe for use from many threads.</summary>
/// <param name="output">Where progress goes.</param>
/// <param name="errors">Where bad rows go.</param>
/// <param name="share">How much of the file has been read, from 0 to 1; null where that cannot be known.</param>
/// <param name="bar">Whether the output is a terminal.</param>
/// <param name="clock">For the pace.</param>
internal sealed class PublishProgress(TextWriter output, TextWriter errors, Func<double>? share, bool bar, TimeProvider clock)
{
    private const int Cells = 30;
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BarEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan TooEarlyToTell = TimeSpan.FromSeconds(3);
    private readonly Lock _writing = new();
    private readonly long _started = clock.GetTimestamp();
    private long _last = clock.GetTimestamp();
    private int _shown;

    public void Error(string line)
    {
        lock (_writing)
        {
            Wipe();
            errors.WriteLine(line);
        }
    }

    public void Report(int published, int alreadyThere, int failed)
    {
        lock (_writing)
        {
            if (clock.GetElapsedTime(_last) < (bar ? BarEvery : LineEvery))
            {
                return;
            }

            _last = clock.GetTimestamp();
            var counts = string.Create(CultureInfo.InvariantCulture, $"{published + alreadyThere + failed} rows: {published} published, {alreadyThere} already there, {failed} failed");
            if (!bar)
            {
                output.WriteLine(counts);
                return;
            }

            var text = Bar() + counts;
            output.Write('\r');
            output.Write(text.PadRight(_shown));
            output.Flush();
            _shown = text.Length;
        }
    }

    /// <summary>Takes the bar away, for whatever comes after it.</summary>
    public void End()
    {
        lock (_writing)
        {
            Wipe();
        }
    }

    private string Bar()
    {
        if (share is null)
        {
            return "";
        }

        var done = Math.Clamp(share(), 0, 1);
        var cells = (int)(done * Cells);
        var elapsed = clock.GetElapsedTime(_started);
        var left = done > 0 && elapsed >= TooEarlyToTell ? string.Create(CultureInfo.InvariantCulture, $", {Math.Ceiling(elapsed.TotalMinutes * (1 - done) / done)} min left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', cells)}{new string('.', Cells - cells)}] {Math.Floor(done * 100)} %{left}; ");
    }

    private void Wipe()
    {
        if (_shown > 0)
        {
            output.Write('\r' + new string(' ', _shown) + '\r');
            output.Flush();
            _shown = 0;
        }
    }
}
