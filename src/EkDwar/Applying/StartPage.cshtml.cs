using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>Starts a draft or goes on with the one there is, at its first open question.</summary>
public sealed class StartPage(Drafts drafts) : CitizenPage
{
    public async Task<IActionResult> OnGet(string service)
    {
        if (Session.PersonId is null) return Redirect(At("sign-in/person") + QueryString.Create("returnUrl", At("apply/" + service)));
        if (await drafts.OpenOrStart(Session, State.Code, service) is not { } draft) return NotFound();
        return Redirect(At(ApplyAddresses.Next(draft)));
    }
}
