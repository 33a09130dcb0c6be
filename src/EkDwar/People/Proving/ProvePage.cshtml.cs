using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Web;
using EkDwar.People.Desk;
using EkDwar.People.SignIns;
using EkDwar.People.SignOn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Proving;

/// <summary>
/// Before she signs, an official proves anew who she is: by a code or a passkey of the house, or, having neither, at the provider
/// she came by. Then she goes back to what she was about to sign.
/// </summary>
public sealed class ProvePage(EkDwarDb db, ProveByPasskey passkeys, PasskeySite site, SignOnPlaces places, SignOnTicket tickets) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether she has an authenticator here.</summary>
    public bool HasCode { get; private set; }

    /// <summary>What the browser asks the authenticator; null where she has no passkey, or none can be had.</summary>
    public PasskeyQuestion? Passkey { get; private set; }

    /// <summary>What officials call the provider where she can prove it; empty where the house asks itself.</summary>
    public string Called { get; private set; } = "";

    /// <summary>The provider's page; set while she is on her way there.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        // She came back from the provider, and it did not prove anything; that was noted where she arrived.
        if (tickets.Arrived(Request.Cookies) is { IsForProof: true, Refused: { } code })
        {
            SignOnTicket.Drop(Response.Cookies, SignOnTicket.ArrivedCookie);
            Show(new(code));
        }
        return await Form();
    }

    public async Task<IActionResult> OnPost(string? code, [FromServices] ProveByCode prove)
    {
        // It does not go back to the page.
        ModelState.Remove("code");
        return await After(await prove.Run(Session, await Here(), code), "code");
    }

    public async Task<IActionResult> OnPostPasskey(string? credential, string? challenge) =>
        await After(await passkeys.Run(Session, await Here(), credential, challenge), "passkey");

    /// <summary>On to the provider. Not by a redirect: the content security policy lets a form of ours lead nowhere else.</summary>
    public async Task<IActionResult> OnPostSignOn([FromServices] BeginSignOn begin)
    {
        await Form();
        if (Called.Length == 0 || await Here() is not { } here) return StatusCode(StatusCodes.Status403Forbidden);
        var begun = await begin.Run(await Provider(), Back, Language.Code, here);
        if (!begun.IsDone) return await Refused(begun.Refusals[0]);
        tickets.Keep(Response.Cookies, begun.Value.Pending, Request.IsHttps);
        Address = begun.Value.Address;
        Response.Headers["Refresh"] = "0; url=" + Address;
        return Page();
    }

    string Back => Url.IsLocalUrl(ReturnUrl) && ReturnUrl.StartsWith("/desk/", StringComparison.Ordinal) ? ReturnUrl : Desk("inbox");

    Task<Guid?> Here() => SignInSetup.Here(HttpContext, DeskSession.Scheme);

    /// <summary>The state by whose own sign-on her session began; null where it did not.</summary>
    async Task<string?> Provider() => (await HttpContext.AuthenticateAsync(DeskSession.Scheme)).Properties?.GetString(DeskSession.BySignOn);

    async Task<IActionResult> After(Outcome<DateTime> proved, string way)
    {
        if (!proved.IsDone) return await Refused(proved.Refusals[0]);
        SecurityLog.Proved(HttpContext, DeskSession.Scheme, Session.OfficialId, way);
        return SeeOther(Back);
    }

    async Task<IActionResult> Refused(Refusal refusal)
    {
        SecurityLog.Refused(HttpContext, "proof", refusal.Code);
        Show(refusal);
        return await Form();
    }

    async Task<IActionResult> Form()
    {
        var official = await db.Set<Official>().AsNoTracking().SingleAsync(one => one.OfficialId == Session.OfficialId);
        var hasPasskey = await db.Set<Passkey>().AnyAsync(one => one.OfficialId == Session.OfficialId);
        HasCode = official.PasswordHash.Length > 0;
        if (hasPasskey && site.IsPossible && await Here() is { } here) Passkey = await passkeys.Ask(here);
        if (!HasCode && !hasPasskey && places.Of(await Provider()) is { } place) Called = place.Said.Names.In(Language);
        return Page();
    }
}
