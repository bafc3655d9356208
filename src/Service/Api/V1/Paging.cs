namespace SolidLoonfiches.Service;

/// <summary>Pages of a list: by the id of the last one that the caller has, so that nothing that comes in between moves what is ahead.</summary>
internal static class Paging
{
    public const int Default = 100, Largest = 500;

    /// <returns>The id to go on after and how many; or what is wrong with what was asked.</returns>
    public static (Guid After, int Take, ApiProblem? Wrong) Read(string? after, int? limit) =>
        limit is < 1 or > Largest ? (default, 0, new ApiProblem(ApiProblems.InvalidRequest, $"1 to {Largest}.", "limit"))
        : after is null ? (Guid.Empty, limit ?? Default, null)
        : Guid.TryParseExact(after, "N", out var id) ? (id, limit ?? Default, null)
        : (default, 0, new ApiProblem(ApiProblems.InvalidCursor, field: "after"));

    /// <param name="found">One more than fits on the page, where there is more.</param>
    /// <param name="take">How many fit.</param>
    /// <param name="id">Of one.</param>
    /// <param name="data">Of one, as it is sent.</param>
    public static PageData<TData> Page<T, TData>(IReadOnlyList<T> found, int take, Func<T, Guid> id, Func<T, TData> data) =>
        new([.. found.Take(take).Select(data)], found.Count > take ? id(found[take - 1]).ToString("N") : null);
}
