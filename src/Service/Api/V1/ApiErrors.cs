using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace SolidLoonfiches.Service;

/// <summary>Whatever goes wrong under the API's root is said as a problem, and never as a page.</summary>
internal static class ApiErrors
{
    /// <summary>As the site takes from anybody; said here before it is read.</summary>
    private const int LargestBody = 64 * 1024;

    public static void UseApiErrors(this WebApplication site) => site.UseWhen(http => Api.Owns(http.Request.Path), branch => branch.Use(AnswerAsync));

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        if (http.Request.ContentLength > LargestBody)
        {
            await new ApiProblem(ApiProblems.TooLarge).ExecuteAsync(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            await new ApiProblem(ApiProblems.OfStatus(bad.StatusCode), field: (bad.InnerException as JsonException)?.Path).ExecuteAsync(http);
            return;
        }
        catch (Exception failure) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // The message may hold what was asked about; the type and the place say enough.
            http.RequestServices.GetRequiredService<ILogger<ApiProblem>>().LogError("A request to the API broke off: {Type} at {Place}", failure.GetType().FullName, failure.StackTrace);
            http.Response.Clear();
            await new ApiProblem(ApiProblems.InternalError).ExecuteAsync(http);
            return;
        }

        var answer = http.Response;
        if (answer is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await new ApiProblem(ApiProblems.OfStatus(answer.StatusCode)).ExecuteAsync(http);
        }
    }
}
