using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Web;
using EkDwar.People.Desk;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.SignOn;

/// <summary>
/// An official goes to her state's own sign-on from here, and comes back here: with her second factor still to give, with
/// posts to choose from, or with why she was not let in.
/// </summary>
public sealed class SignOnPage(SignOnTicket sealedTickets, SignOnPlaces places, HeldPosts held, PostDirectory directory, PostTicket tickets) : EntrancePage(held, directory, tickets)
{
    /// <summary>The provider's page; set while she is on her way there.</summary>
    public string? Address { get; private set; }

    /// <summary>What officials call the provider.</summary>
    public string Called { get; private set; } = "";
    public bool NeedsFactor { get; private set; }

    /// <summary>She has no password and authenticator here yet, and needs them.</summary>
    public bool MustEnrol { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (sealedTickets.Arrived(Request.Cookies) is not { IsForProof: false } arrived) return Redirect($"/desk/{Language.Code}/sign-in");
        Name(arrived.State);
        ReturnUrl = arrived.ReturnUrl;
        if (arrived.Refused is { } code) return await Refused(new(code, "code"));
        if (!arrived.NeedsFactor) return await Known(new(arrived.OfficialId!.Value, PasskeyId: null, arrived.At) { ProvedAt = arrived.AskedAt, SignOn = arrived.State });
        NeedsFactor = true;
        return Page();
    }

    /// <summary>On to the provider. Not by a redirect: the content security policy lets a form of ours lead nowhere else.</summary>
    public async Task<IActionResult> OnPost(string? place, [FromServices] BeginSignOn begin)
    {
        var begun = await begin.Run(place, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null, Language.Code);
        Name(place);
        if (!begun.IsDone) return await Refused(begun.Refusals[0]);
        sealedTickets.Keep(Response.Cookies, begun.Value.Pending, Request.IsHttps);
        Address = begun.Value.Address;
        Response.Headers["Refresh"] = "0; url=" + Address;
        return Page();
    }

    public async Task<IActionResult> OnPostCode(string? code, [FromServices] ProveSecondFactor prove)
    {
        ModelState.Remove("code");
        if (sealedTickets.Arrived(Request.Cookies) is not { Refused: null, IsForProof: false } arrived) return Redirect($"/desk/{Language.Code}/sign-in");
        Name(arrived.State);
        ReturnUrl = arrived.ReturnUrl;
        var proved = await prove.Run(arrived, code);
        if (proved.IsDone) return await Known(proved.Value);
        SecurityLog.Refused(HttpContext, DeskSession.Scheme, proved.Refusals[0].Code);
        Show(proved.Refusals[0]);
        NeedsFactor = proved.Refusals[0].Code == "people.sign_on.code_wrong";
        return Page();
    }

    Task<IActionResult> Known(Recognised who)
    {
        SignOnTicket.Drop(Response.Cookies, SignOnTicket.ArrivedCookie);
        return GoOn(who);
    }

    protected override Task<IActionResult> Refused(Refusal refusal)
    {
        Show(refusal with { Field = "code" });
        MustEnrol = refusal.Code == "people.sign_on.not_enrolled";
        return Task.FromResult<IActionResult>(new Microsoft.AspNetCore.Mvc.RazorPages.PageResult { StatusCode = refusal.Code == "people.sign_on.silent" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status403Forbidden });
    }

    void Name(string? state) => Called = places.Of(state)?.Said.Names.In(Language) ?? "";
}
