using EkDwar.Design;
using EkDwar.People;
using Microsoft.AspNetCore.Authentication;

namespace EkDwar.Processing;

/// <summary>The short addresses of the desk: on to the inbox, or to sign-in, in the language last chosen.</summary>
public static class DeskEndpoints
{
    public static void MapDesk(this WebApplication app)
    {
        app.MapGet("/desk", (Delegate)Enter);
        app.MapGet("/desk/{lang:length(2)}", (Delegate)Enter);
    }

    static async Task<IResult> Enter(HttpContext context)
    {
        var language = (FrameOfRequest.For(context) ?? FrameOfRequest.Fallback(context)).Language;
        var session = await context.AuthenticateAsync(DeskSession.Scheme);
        return TypedResults.LocalRedirect($"/desk/{language.Code}/{(session.Succeeded ? "inbox" : "sign-in")}");
    }
}
