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
        return await context.RequestServices.GetRequiredService<UnsentForms>().Keep(session, reference, PageOf(request.Path.Value!), UnsentForms.Typed(await request.ReadFormAsync()));
    }

    // The last part of the address, which for the case itself is its reference.
    static string PageOf(string path) => path[(path.LastIndexOf('/') + 1)..] is "grant" or "refuse" or "certificate" or "benefit" ? path[(path.LastIndexOf('/') + 1)..] : "case";
}
