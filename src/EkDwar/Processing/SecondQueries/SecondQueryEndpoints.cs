using System.Globalization;
using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Processing.SecondQueries;

/// <summary>A page of a paper, drawn anew, to a senior who is asked for leave; what was sent is given to nobody on this way.</summary>
public static class SecondQueryEndpoints
{
    public static void MapSecondQueries(this WebApplication app) => app.MapGet("/desk/{lang}/second-queries/{reference}/papers/{question}/{number:int}.jpg", Page)
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme });

    static async Task<Results<FileContentHttpResult, NotFound>> Page(string reference, string question, int number, HttpContext context, LookAtSecondQuery look, DeskPapers papers)
    {
        if (DeskSession.Of(context.User) is not { } session || !CaseReference.TryParse(reference, out var parsed)) return TypedResults.NotFound();
        var opened = await look.Run(session, parsed, string.Create(CultureInfo.InvariantCulture, $"paper {question} {number}"), file => DeskPapers.IsThere(file, question, number));
        return opened.IsDone && await papers.Picture(opened.Value.File, question, number) is { } picture ? PapersEndpoints.Drawn(context, picture) : TypedResults.NotFound();
    }
}
