using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Web;
using EkDwar.People.SignOn;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Desk;

/// <summary>An official signs in, with password and code or with a passkey, or goes on to her state's own sign-on.</summary>
public sealed class DeskSignInPage(SignInWithPasskey passkey, PasskeySite site, HeldPosts held, PostDirectory directory, PostTicket tickets) : EntrancePage(held, directory, tickets)
{
    /// <summary>What the browser asks the authenticator; null where passkeys cannot be had.</summary>
    public PasskeyQuestion? Passkey { get; private set; }

    /// <summary>The states that have a sign-on of their own.</summary>
    public IReadOnlyList<SignOnPlace> SignOns { get; private set; } = [];

    public Task<IActionResult> OnGet() => Form();

    public async Task<IActionResult> OnPost(string? login, string? password, string? code, [FromServices] SignInToDesk signIn)
    {
        // Neither goes back to the page.
        ModelState.Remove("password");
        ModelState.Remove("code");
        var official = await signIn.Run(login, password, code);
        return official.IsDone ? await GoOn(official.Value) : await Refused(official.Refusals[0]);
    }

    public async Task<IActionResult> OnPostPasskey(string? credential, string? challenge)
    {
        var who = await passkey.Run(credential, challenge);
        return who.IsDone ? await GoOn(who.Value) : await Refused(who.Refusals[0]);
    }

    public Task<IActionResult> OnPostChoose(string? ticket, string? post) => Chosen(ticket, post);

    protected override Task<IActionResult> Refused(Refusal refusal)
    {
        SecurityLog.Refused(HttpContext, DeskSession.Scheme, refusal.Code);
        Show(refusal);
        return Form();
    }

    async Task<IActionResult> Form()
    {
        if (site.IsPossible) Passkey = await passkey.Ask();
        SignOns = HttpContext.RequestServices.GetRequiredService<SignOnPlaces>().All;
        return Page();
    }
}
