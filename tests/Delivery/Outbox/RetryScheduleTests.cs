namespace SolidLoonfiches.Delivery.Tests;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Wait_AfterEachFailure_IsTheScheduleAndUpToAFifthMore()
    {
        for (var failures = 1; failures <= RetrySchedule.Waits.Count; failures++)
        {
            var waits = Enumerable.Range(0, 200).Select(_ => RetrySchedule.WaitAfter(failures)!.Value).ToList();
            var least = RetrySchedule.Waits[failures - 1];
            Assert.All(waits, wait => Assert.InRange(wait, least, least * 1.2));
            Assert.True(waits.Distinct().Count() > 50, "There is no chance in it.");
        }

        Assert.Null(RetrySchedule.WaitAfter(RetrySchedule.Waits.Count + 1));
    }

    [Fact]
    public void Wait_WhereTheOtherSideAsks_IsAtLeastThatAndAtMostADay()
    {
        Assert.Equal(TimeSpan.FromMinutes(3), RetrySchedule.WaitAfter(1, TimeSpan.FromMinutes(3)));
        Assert.InRange(RetrySchedule.WaitAfter(3, TimeSpan.FromSeconds(1))!.Value, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Assert.Equal(TimeSpan.FromDays(1), RetrySchedule.WaitAfter(1, TimeSpan.FromDays(400)));
        Assert.Null(RetrySchedule.WaitAfter(RetrySchedule.Waits.Count + 1, TimeSpan.FromMinutes(1)));
    }
}
