using EkDwar.Design;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People;

public sealed class SignOutPage : EkPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        await HttpContext.SignOutAsync(CitizenSession.Scheme);
        return Redirect(At("sign-out"));
    }
}
