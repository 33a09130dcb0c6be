using System.Security.Claims;
using EkDwar.Cases;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>Reads a form about a case that came after the desk session had ended, so that its official finds her words again.</summary>
public static class UnsentFormSetup
{
    public static async Task<bool> Keep(HttpContext context, ClaimsPrincipal who)
    {
        var request = context.Request;
        if (DeskSession.Of(who) is not { } session || !CaseReference.TryParse(request.RouteValues["reference"] as string, out var reference)) return false;
        return PageOf(request.Path.Value!) is { } page && await context.RequestServices.GetRequiredService<UnsentForms>().Keep(session, reference, page, UnsentForms.Typed(await request.ReadFormAsync()));
    }

    // The last part of the address, which for the case itself is its reference. A page that would not give the words back keeps none, and takes no other's.
    static string? PageOf(string path) => path[(path.LastIndexOf('/') + 1)..] switch
    {
        "grant" or "refuse" or "certificate" or "benefit" or "fee" or "transfer" or "set-aside" or "correct" => path[(path.LastIndexOf('/') + 1)..],
        var last => CaseReference.TryParse(last, out _) ? "case" : null,
    };
}
