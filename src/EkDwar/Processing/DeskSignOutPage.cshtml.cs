using EkDwar.Design;
using EkDwar.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>Ends the desk session; the sign-in page follows.</summary>
public sealed class DeskSignOutPage : EkPage
{
    public IActionResult OnGet() => Redirect($"/desk/{Language.Code}/sign-in");

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(DeskSession.Scheme);
        Response.Headers.Location = $"/desk/{Language.Code}/sign-in";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
