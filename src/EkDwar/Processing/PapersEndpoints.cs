using System.Globalization;
using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Processing;

/// <summary>
/// A citizen's paper, to the officer whose desk has the case: a page of it drawn anew, and never what was sent.
/// </summary>
public static class PapersEndpoints
{
    public static void MapPapers(this WebApplication app)
    {
        var papers = app.MapGroup("/desk/{lang}/cases/{reference}/papers/{question}")
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme });
        papers.MapGet("/{number:int}.jpg", Page);
    }

    static async Task<Results<FileContentHttpResult, NotFound>> Page(string reference, string question, int number, HttpContext context, LookAtCase look, DeskPapers papers)
    {
        if (DeskSession.Of(context.User) is not { } session || !CaseReference.TryParse(reference, out var parsed)) return TypedResults.NotFound();
        var what = number == 1 ? "paper " + question : string.Create(CultureInfo.InvariantCulture, $"paper {question} {number}");
        var opened = await look.Run(session, parsed, what, file => DeskPapers.IsThere(file, question, number));
        return opened.IsDone && await papers.Picture(opened.Value, question, number) is { } picture ? Drawn(context, picture) : TypedResults.NotFound();
    }

    /// <summary>A page of what somebody outside the house gave, drawn anew. Who may have it was asked before.</summary>
    public static FileContentHttpResult Drawn(HttpContext context, byte[] picture)
    {
        // Under a policy that lets nothing in it run.
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return TypedResults.File(picture, "image/jpeg");
    }
}
