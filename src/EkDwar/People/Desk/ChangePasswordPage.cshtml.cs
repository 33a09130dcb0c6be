using EkDwar.People.SignIns;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Desk;

/// <summary>An official changes her own password. What was typed never goes back to the page.</summary>
public sealed class ChangePasswordPage(ChangePassword change) : DeskPage
{
    public void OnGet() { }

    public async Task<IActionResult> OnPost(string? old, string? password, string? again)
    {
        foreach (var secret in (string[])["old", "password", "again"]) ModelState.Remove(secret);
        var changed = await change.Run(Session, await SignInSetup.Here(HttpContext, DeskSession.Scheme), old, new(password, again));
        if (changed.IsDone) return SeeOther(Desk("account"), "password", changed.Value.ToString());
        Refuse(changed.Refusals);
        return Page();
    }
}
