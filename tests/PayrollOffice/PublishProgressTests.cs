using Microsoft.Extensions.Time.Testing;

namespace SolidLoonfiches.PayrollOffice;

public sealed class PublishProgressTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void Report_OnATerminal_DrawsABarAndTakesItAwayForAnError()
    {
        var progress = new PublishProgress(_output, _errors, () => 0.5, bar: true, _clock);
        progress.Report(1, 0, 0);
        Assert.Equal("", _output.ToString());

        _clock.Advance(TimeSpan.FromMinutes(4));
        progress.Report(10, 2, 1);
        Assert.Equal("\r[###############...............] 50 %, 4 min left; 13 rows: 10 published, 2 already there, 1 failed", _output.ToString());

        var width = _output.ToString().Length - 1;
        progress.Error("row 14, line 15: bad");
        Assert.EndsWith("\r" + new string(' ', width) + "\r", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("row 14, line 15: bad", _errors.ToString().Trim());
    }

    [Fact]
    public void Report_InAFile_WritesALineNowAndThen()
    {
        var progress = new PublishProgress(_output, _errors, () => 0.5, bar: false, _clock);
        for (var second = 0; second < 12; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            progress.Report(second, 0, 0);
        }

        progress.End();
        Assert.Equal(["4 rows: 4 published, 0 already there, 0 failed", "9 rows: 9 published, 0 already there, 0 failed"], _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }
}
