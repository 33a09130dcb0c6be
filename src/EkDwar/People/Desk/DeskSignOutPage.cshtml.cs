using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Desk;

/// <summary>Ends the desk session; the sign-in page follows. It knows who signs out, because a form's token belongs to its user.</summary>
public sealed class DeskSignOutPage : DeskPage
{
    public IActionResult OnGet() => SeeOther(Desk("inbox"));

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(DeskSession.Scheme);
        return SeeOther(Desk("sign-in"));
    }
}
