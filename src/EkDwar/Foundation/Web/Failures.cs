using EkDwar.Foundation.Database;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace EkDwar.Foundation.Web;

/// <summary>
/// Turns what went wrong into an answer in words, never a stack trace: bad requests stay 4xx, an unknown commit is 503
/// ("send the same form again"), all else is 500. The page itself is ProblemPage.
/// </summary>
public sealed partial class Failures(RequestDelegate next, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Told before it is read: a form's token cannot be looked for in a body that is cut off.
        if (context.Request.ContentLength > WebSetup.LargestBody && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        try
        {
            await next(context);
            if (await HasTextTooLong(context)) context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var status = StatusOf(e);
            if (status >= 500) Failed(log, context.Request.Method, Fault.Of(e));
            context.Response.Clear();
            context.Response.StatusCode = status;
            if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "5";
        }
        // Part of it has left: what breaks off must not look whole.
        catch (Exception e)
        {
            if (StatusOf(e) >= 500) Failed(log, context.Request.Method, Fault.Of(e));
            context.Abort();
        }
    }

    // Asked for its token, a form that cannot be read is refused like one without any, and what it was that could not be read is not told.
    static async Task<bool> HasTextTooLong(HttpContext context)
    {
        if (context.Response is not { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest } || !context.Request.HasFormContentType) return false;
        try
        {
            await context.Request.ReadFormAsync();
            return false;
        }
        // The framework has no kind of its own for this: its words name the limit.
        catch (InvalidDataException e)
        {
            return e.Message.Contains($" {WebSetup.LongestText} ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or BadHttpRequestException)
        {
            return false;
        }
    }

    static int StatusOf(Exception e) => e switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException or InvalidDataException or FormatException => StatusCodes.Status400BadRequest,
        _ when Engines.IsUnfitText(e) => StatusCodes.Status400BadRequest,
        OutcomeUnknown => StatusCodes.Status503ServiceUnavailable,
        OperationCanceledException => 499,
        _ when Engines.IsUnreachable(e) || e.InnerException is { } inner && Engines.IsUnreachable(inner) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A {Method} request failed: {Fault}")]
    static partial void Failed(ILogger log, string method, string fault);
}
