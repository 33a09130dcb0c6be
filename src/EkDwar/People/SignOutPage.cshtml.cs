using EkDwar.Design;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People;

// Anybody may come here, but who is signed in must be known: the form that signs out is bound to her.
[Authorize(AuthenticationSchemes = CitizenSession.Scheme), AllowAnonymous]
public sealed class SignOutPage : EkPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(CitizenSession.Scheme);
        return Redirect(At("sign-out"));
    }
}
