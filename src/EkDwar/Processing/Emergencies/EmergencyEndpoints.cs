using System.Globalization;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Processing.Emergencies;

/// <summary>A page of a paper, drawn anew, to whoever the case was opened to in an emergency. What was sent is given to nobody on this way.</summary>
public static class EmergencyEndpoints
{
    public static void MapEmergencies(this WebApplication app) => app.MapGet("/desk/{lang}/emergencies/{request:guid}/papers/{question}/{number:int}.jpg", Page)
        .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = DeskSession.Scheme });

    static async Task<Results<FileContentHttpResult, NotFound>> Page(Guid request, string question, int number, HttpContext context, LookInEmergency look, DeskPapers papers)
    {
        if (DeskSession.Of(context.User) is not { } session) return TypedResults.NotFound();
        var opened = await look.Run(session, request, string.Create(CultureInfo.InvariantCulture, $"paper {question} {number}"), file => DeskPapers.IsThere(file, question, number));
        return opened.IsDone && await papers.Picture(opened.Value.File, question, number) is { } picture ? PapersEndpoints.Drawn(context, picture) : TypedResults.NotFound();
    }
}
