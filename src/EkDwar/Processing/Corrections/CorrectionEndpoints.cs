using System.Globalization;
using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Processing.Corrections;

/// <summary>A page of a paper that an applicant wants to put in the place of another, drawn anew, to the posts that have or had the case; while it waits for the desk's word and no longer.</summary>
public static class CorrectionEndpoints
{
    public static void MapCorrections(this WebApplication app) => app.MapGet("/desk/{lang}/cases/{reference}/correction/{question}/{number:int}.jpg", Page)
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme });

    static async Task<Results<FileContentHttpResult, NotFound>> Page(string reference, string question, int number, HttpContext context, LookAtCase look, DeskPapers papers, EkDwarDb db)
    {
        if (DeskSession.Of(context.User) is not { } session || !CaseReference.TryParse(reference, out var parsed)) return TypedResults.NotFound();
        OpenCorrection? open = null;
        var opened = await look.Run(session, parsed, string.Create(CultureInfo.InvariantCulture, $"paper {question} {number}"),
            async file => (open = await OpenCorrection.Of(db, file)).IsAsked && DeskPapers.IsThere(open.Anew, question, number));
        return opened.IsDone && await papers.Picture(opened.Value, open!.Anew, question, number) is { } picture ? PapersEndpoints.Drawn(context, picture) : TypedResults.NotFound();
    }
}
