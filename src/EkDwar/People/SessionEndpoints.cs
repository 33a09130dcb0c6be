using Microsoft.AspNetCore.Authentication;

namespace EkDwar.People;

/// <summary>
/// A session that is asked for here goes on, as with any page. An image, because that is the one request the content
/// security policy lets a page's own script make; 401 when the session is over.
/// </summary>
public static class SessionEndpoints
{
    const string NoPicture = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    public static void MapSession(this WebApplication app)
    {
        foreach (var scheme in (string[])[CitizenSession.Scheme, DeskSession.Scheme])
            app.MapGet($"/session/{scheme}.svg", (Delegate)((HttpContext context) => GoOn(context, scheme)));
    }

    static async Task<IResult> GoOn(HttpContext context, string scheme) => (await context.AuthenticateAsync(scheme)).Succeeded
        ? TypedResults.Text(NoPicture, "image/svg+xml")
        : TypedResults.Unauthorized();
}
