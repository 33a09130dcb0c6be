using EkDwar.Design;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People;

// Anybody may come here, but who is signed in must be known: the form that signs out is bound to her.
[Authorize(AuthenticationSchemes = CitizenSession.Scheme), AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class SignOutPage(IAntiforgery antiforgery) : EkPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        // Her session is over already, and the form's token with it: there is nothing left to sign out of.
        if (CitizenSession.Of(User) is null) return Redirect(At("sign-in"));
        await antiforgery.ValidateRequestAsync(HttpContext);
        await HttpContext.SignOutAsync(CitizenSession.Scheme);
        return Redirect(At("sign-out"));
    }
}
