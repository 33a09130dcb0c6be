using System.Globalization;
using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Processing.Visits;

/// <summary>A photo of a visit, drawn anew, to the posts that have or had the case.</summary>
public static class VisitEndpoints
{
    public static void MapVisits(this WebApplication app) => app.MapGet("/desk/{lang}/cases/{reference}/visits/{seq:int}/{number:int}.jpg", Photo)
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme });

    static async Task<Results<FileContentHttpResult, NotFound>> Photo(string reference, int seq, int number, HttpContext context, LookAtCase look, DeskVisits visits)
    {
        if (DeskSession.Of(context.User) is not { } session || !CaseReference.TryParse(reference, out var parsed)) return TypedResults.NotFound();
        var opened = await look.Run(session, parsed, string.Create(CultureInfo.InvariantCulture, $"photo {seq} {number}"), file => visits.IsThere(file, seq, number));
        return opened.IsDone && await visits.Picture(opened.Value, seq, number) is { } picture ? PapersEndpoints.Drawn(context, picture) : TypedResults.NotFound();
    }
}
