using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>What a write came to, before it is kept and sent.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Body">Ids and what is next; nothing of a person, since it is kept.</param>
/// <param name="Path">Where what was written can be read, under the API's root.</param>
internal sealed record Written(int Status, object Body, string Path);

/// <summary>A write happens once under one key: the same again gets the same answer, another body a problem.</summary>
/// <remarks>
/// The key is put down in the transaction of the write itself, so that both are there or neither. Of two that come at the same
/// moment the second waits at the unique key for the first. What was not written is not kept: it may be tried again.
/// </remarks>
internal static class ApiWrites
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 100;

    public static RouteHandlerBuilder WritesOnce<TBody>(this RouteHandlerBuilder route)
        where TBody : class => route.WithMetadata(new WritesMetadata()).AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var key = http.Request.Headers[Header].ToString();
        if (key.Length is 0 or > LongestKey || !key.All(c => c is > ' ' and < '\x7f'))
        {
            return new ApiProblem(ApiProblems.KeyMissing);
        }

        var once = new Once(http, key, Hash(http, context.Arguments.OfType<TBody>().Single()));
        return await once.FindAsync() ?? await once.WriteAsync(() => next(context));
    });

    private static byte[] Hash(HttpContext http, object body) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path.Value?.ToLowerInvariant()}\n"), .. ApiTags.Json(http, body)]);

    /// <summary>Marks a route for the document.</summary>
    internal sealed class WritesMetadata;

    private sealed class Once(HttpContext http, string key, byte[] hash)
    {
        private readonly DossierDb _db = http.RequestServices.GetRequiredService<DossierDb>();
        private readonly ApiCaller _caller = ApiCaller.Of(http);

        /// <returns>Null where nothing was written under this key.</returns>
        public async Task<IResult?> FindAsync() =>
            await _db.ApiWrites.AsNoTracking().SingleOrDefaultAsync(w => w.ClientId == _caller.ClientId && w.Key == key, http.RequestAborted) switch
            {
                null => null,
                { } kept when CryptographicOperations.FixedTimeEquals(kept.RequestHash, hash) => new Answer(kept, IsReplay: true),
                _ => new ApiProblem(ApiProblems.KeyReused),
            };

        public async Task<object?> WriteAsync(Func<ValueTask<object?>> write)
        {
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            await using var turn = await _db.Database.BeginTransactionAsync(http.RequestAborted);
            _db.ApiWrites.Add(new ApiWrite { ClientId = _caller.ClientId, Key = key, RequestHash = hash, At = now });
            try
            {
                await _db.SaveChangesAsync(http.RequestAborted);
            }
            catch (DbUpdateException failure) when (failure.IsUniqueViolation())
            {
                await turn.RollbackAsync(http.RequestAborted);
                _db.ChangeTracker.Clear();
                return await FindAsync() ?? throw new InvalidOperationException("Somebody wrote under this key, and it is not there.", failure);
            }

            var result = await write();
            if (result is not Written written)
            {
                await turn.RollbackAsync(http.RequestAborted);
                return result;
            }

            var answer = new ApiWrite { ClientId = _caller.ClientId, Key = key, RequestHash = hash, At = now, Status = written.Status, Location = written.Path, Body = Encoding.UTF8.GetString(ApiTags.Json(http, written.Body)) };
            await _db.ApiWrites.Where(w => w.ClientId == _caller.ClientId && w.Key == key)
                .ExecuteUpdateAsync(w => w.SetProperty(x => x.Status, answer.Status).SetProperty(x => x.Location, answer.Location).SetProperty(x => x.Body, answer.Body), http.RequestAborted);
            await turn.CommitAsync(http.RequestAborted);
            return new Answer(answer, IsReplay: false);
        }
    }

    private sealed record Answer(ApiWrite Kept, bool IsReplay) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var answer = httpContext.Response;
            answer.StatusCode = Kept.Status;
            answer.ContentType = "application/json; charset=utf-8";
            answer.Headers.Location = httpContext.RequestServices.GetRequiredService<ServiceSettings>().At(Api.Root[1..] + Kept.Location).AbsoluteUri;
            if (IsReplay)
            {
                answer.Headers["Idempotent-Replayed"] = "true";
            }

            return answer.WriteAsync(Kept.Body, httpContext.RequestAborted);
        }
    }
}
