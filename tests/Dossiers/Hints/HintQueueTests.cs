using Microsoft.Extensions.Time.Testing;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class HintQueueTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Add_ManyTimesAtOnce_IsOneCheckAfterAMoment()
    {
        var (queue, dossier) = (new HintQueue(_clock), Guid.NewGuid());
        for (var message = 0; message < 1000; message++)
        {
            Assert.True(queue.Add(dossier));
        }

        Assert.True(queue.Waits(dossier));
        Assert.Empty(queue.TakeDue());
        _clock.Advance(HintQueue.Settle);
        Assert.Equal([dossier], queue.TakeDue());
        Assert.Empty(queue.TakeDue());
    }

    [Fact]
    public void Add_WithoutEnd_IsOneCheckEveryFewMinutes()
    {
        var (queue, dossier, checks) = (new HintQueue(_clock), Guid.NewGuid(), 0);
        for (var second = 0; second < 3600; second++)
        {
            queue.Add(dossier);
            checks += queue.TakeDue().Count;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(checks, 11, 13);
    }

    [Fact]
    public void Add_WhereItIsFull_IsRefusedAndWhatWaitsStays()
    {
        var queue = new HintQueue(_clock);
        var first = Guid.NewGuid();
        queue.Add(first);
        for (var more = 1; more < HintQueue.Most; more++)
        {
            Assert.True(queue.Add(Guid.NewGuid()));
        }

        Assert.False(queue.Add(Guid.NewGuid()));
        Assert.True(queue.Add(first));
        Assert.Equal(HintQueue.Most, queue.Count);
    }
}
