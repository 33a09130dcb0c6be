using EkDwar.Design;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People;

public sealed class SignInCodePage(ConfirmSignInCode confirm, SendSignInCode send, SignInTicket ticket, CodeChannels channels) : EkPage
{
    public string Mobile { get; private set; } = "";

    /// <summary>By what a code may come beside a text message.</summary>
    public IReadOnlyList<string> Channels => channels.Offered;

    /// <summary>By what another one goes out now; null when none was asked for.</summary>
    public string? SentBy { get; private set; }

    public IActionResult OnGet() => Pending() is null ? Redirect(At("sign-in")) : Page();

    public async Task<IActionResult> OnPost(string? code)
    {
        if (Pending() is not { } pending) return Redirect(At("sign-in"));
        var account = await confirm.Run(pending.Mobile, code);
        if (!account.IsDone)
        {
            SecurityLog.Refused(HttpContext, CitizenSession.Scheme, account.Refusals[0].Code);
            Refuse(account.Refusals);
            return Page();
        }
        SignInTicket.Drop(Response.Cookies);
        await HttpContext.SignInAsync(CitizenSession.Scheme, new CitizenSession(account.Value, null).ToPrincipal());
        return Redirect(At("sign-in/person") + QueryString.Create("returnUrl", pending.ReturnUrl));
    }

    public async Task<IActionResult> OnPostAgain(string? by)
    {
        if (Pending() is not { } pending) return Redirect(At("sign-in"));
        var channel = by ?? CodeChannels.Sms;
        var sent = await send.Run(pending.Mobile.Digits, Language.Code, channel);
        if (!sent.IsDone) Refuse(sent.Refusals, _ => "code");
        else SentBy = channel;
        return Page();
    }

    PendingSignIn? Pending()
    {
        var pending = ticket.Read(Request.Cookies);
        Mobile = pending?.Mobile.Masked ?? "";
        return pending;
    }
}
