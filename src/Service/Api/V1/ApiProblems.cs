using System.Reflection;

namespace SolidLoonfiches.Service;

/// <summary>A way in which a request to the API can fail: the code never changes its meaning.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Status">Of HTTP.</param>
/// <param name="Title">The same for every occurrence.</param>
internal sealed record ProblemKind(string Code, int Status, string Title);

/// <summary>The registry of problems (RFC 9457): every code that the API answers with. A test makes each of them happen.</summary>
internal static class ApiProblems
{
    public static readonly ProblemKind InvalidRequest = new("invalid-request", 400, "The request does not have the form that the document asks for.");
    public static readonly ProblemKind InvalidCursor = new("invalid-cursor", 400, "This cursor did not come from here.");
    public static readonly ProblemKind KeyMissing = new("idempotency-key-missing", 400, "A write has a header Idempotency-Key of 1 to 100 visible characters.");
    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "There is no token, it is over, or its client was removed.");
    public static readonly ProblemKind MissingScope = new("missing-scope", 403, "The token does not have the scope that this takes.");
    public static readonly ProblemKind NotFound = new("not-found", 404, "There is no such thing for this OCMW.");
    public static readonly ProblemKind MethodNotAllowed = new("method-not-allowed", 405, "This cannot be done here.");
    public static readonly ProblemKind AlreadyAnswered = new("already-answered", 409, "This check was proposed or set aside before.");
    public static readonly ProblemKind Superseded = new("superseded", 409, "A later check of the month took the place of this one.");
    public static readonly ProblemKind NotNow = new("not-now", 409, "It is not the turn of this step of the decision.");
    public static readonly ProblemKind PreconditionFailed = new("precondition-failed", 412, "It changed since it was read.");
    public static readonly ProblemKind TooLarge = new("too-large", 413, "The request is larger than any that is needed.");
    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", 415, "The body is application/json.");
    public static readonly ProblemKind InvalidValue = new("invalid-value", 422, "A value cannot be recorded.");
    public static readonly ProblemKind KeyReused = new("idempotency-key-reused", 422, "This Idempotency-Key was used for another request.");
    public static readonly ProblemKind TooManyRequests = new("too-many-requests", 429, "Wait for as long as Retry-After says.");
    public static readonly ProblemKind InternalError = new("internal-error", 500, "Something is wrong here. Nothing was written.");

    public static IReadOnlyList<ProblemKind> All { get; } =
        [.. typeof(ApiProblems).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => field.GetValue(null)).OfType<ProblemKind>()];

    /// <summary>For an answer of which only the status is known.</summary>
    public static ProblemKind OfStatus(int status) => status switch
    {
        401 => Unauthenticated,
        403 => MissingScope,
        404 => NotFound,
        405 => MethodNotAllowed,
        413 => TooLarge,
        415 => UnsupportedMediaType,
        429 => TooManyRequests,
        >= 500 => InternalError,
        _ => InvalidRequest,
    };
}
