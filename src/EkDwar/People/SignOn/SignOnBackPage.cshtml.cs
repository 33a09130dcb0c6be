using EkDwar.Design;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.SignOn;

/// <summary>
/// Where a state's provider sends somebody back to. It shows nothing: what came of it goes on sealed, so that no code stays in
/// an address. Nobody is signed in here.
/// </summary>
public sealed class SignOnBackPage(ReceiveSignOn receive, SignOnTicket tickets) : EkPage
{
    public async Task<IActionResult> OnGet(string state)
    {
        var pending = tickets.Pending(Request.Cookies);
        var received = await receive.Run(state, pending, new(Once("code"), Once("state"), Once("iss"), Once("error")));
        var isStale = !received.IsDone && received.Refusals[0] == ReceiveSignOn.Stale;
        if (!received.IsDone) SecurityLog.Refused(HttpContext, DeskSession.Scheme, received.Refusals[0].Code);
        // What answers something else does not end what she has begun.
        if (!isStale) SignOnTicket.Drop(Response.Cookies, SignOnTicket.PendingCookie);
        if (pending?.Proves is not null && !isStale) return Proved(received, pending);
        tickets.Keep(Response.Cookies, received.IsDone ? received.Value : new(state, pending?.ReturnUrl ?? "", default) { Refused = received.Refusals[0].Code }, Request.IsHttps);
        Response.Headers.Location = $"/desk/{pending?.Language ?? Language.Code}/sign-on";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Somebody signed in proved anew who she is: back to what she was about to sign; or, with why not, to where she was asked.</summary>
    StatusCodeResult Proved(Outcome<ArrivedSignOn> received, PendingSignOn pending)
    {
        if (received.IsDone) SecurityLog.Proved(HttpContext, DeskSession.Scheme, received.Value.OfficialId!.Value, "sign-on");
        else tickets.Keep(Response.Cookies, new ArrivedSignOn(pending.State, pending.ReturnUrl, default) { Refused = received.Refusals[0].Code, IsForProof = true }, Request.IsHttps);
        Response.Headers.Location = received.IsDone ? pending.ReturnUrl : $"/desk/{pending.Language}/prove{QueryString.Create("returnUrl", pending.ReturnUrl)}";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    // RFC 6749, 3.1: nothing stands twice. What does is taken for not understood.
    string? Once(string name) => Request.Query[name] is { Count: > 0 } said ? said.Count == 1 ? said[0] : "" : null;
}
