using EkDwar.Design;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People;

public sealed class SignInPage(SendSignInCode send, SignInTicket ticket) : EkPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Mobile { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var sent = await send.Run(Mobile, Language.Code);
        if (!sent.IsDone)
        {
            Refuse(sent.Refusals);
            return Page();
        }
        ticket.Keep(Response.Cookies, new(sent.Value, Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : At("my")), Request.IsHttps);
        return Redirect(At("sign-in/code"));
    }
}
