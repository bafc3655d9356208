namespace SolidLoonfiches.Vault.Tests;

internal static class Ends
{
    /// <summary>As Assert.IsType, and shows how it ended instead.</summary>
    public static T Is<T>(object answer) where T : class
    {
        if (answer is not T end)
        {
            Assert.Fail($"Expected {typeof(T).Name}, got {answer.GetType().Name}: {answer}");
            return null!;
        }

        return end;
    }
}
