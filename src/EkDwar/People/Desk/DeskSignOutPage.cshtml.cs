using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Desk;

/// <summary>Ends the desk session; the sign-in page follows, or, for a session begun at a state's sign-on, the way to sign out there. It knows who signs out, because a form's token belongs to its user.</summary>
public sealed class DeskSignOutPage : DeskPage
{
    public IActionResult OnGet() => SeeOther(Desk("inbox"));

    public async Task<IActionResult> OnPost()
    {
        var state = (await HttpContext.AuthenticateAsync(DeskSession.Scheme)).Properties?.GetString(DeskSession.BySignOn);
        await HttpContext.SignOutAsync(DeskSession.Scheme);
        return SeeOther(Desk(state is null ? "sign-in" : $"signed-out/{state}"));
    }
}
