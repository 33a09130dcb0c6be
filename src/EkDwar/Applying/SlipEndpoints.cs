using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EkDwar.Applying;

/// <summary>The acknowledgement slip as a PDF, to the account that filed the case.</summary>
public static class SlipEndpoints
{
    public static void MapSlip(this WebApplication app)
    {
        app.MapGet("/{state}/{lang}/cases/{reference}/slip.pdf", Read)
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = CitizenSession.Scheme });
        app.MapGet("/t/{reference}", Track);
    }

    // The short address in the slip's code carries no language: the state's own is shown, and the others offered.
    static Results<RedirectHttpResult, NotFound> Track(string reference, StateFaces states) =>
        CaseReference.TryParse(reference, out var parsed) && states.Find(parsed.State.ToLowerInvariant()) is { } state
            ? TypedResults.LocalRedirect($"/{state.Code}/{state.Language}/track?reference={parsed}")
            : TypedResults.NotFound();

    static async Task<Results<FileContentHttpResult, NotFound>> Read(string lang, string reference, HttpContext context, TrackCase track, ReadAcknowledgement read)
    {
        if (CitizenSession.Of(context.User) is not { } session || !LanguageCode.TryParse(lang, out var language)) return TypedResults.NotFound();
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(session, parsed) is not { } file) return TypedResults.NotFound();
        return TypedResults.File(SlipLayout.Make(await read.Run(file, language)), "application/pdf", $"{parsed}.pdf");
    }
}
