using EkDwar.Design;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Web;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Desk;

/// <summary>
/// An official signs in, with password and code or with a passkey, and, holding several posts today, chooses the one to
/// act from. There is no session before a held post is known: the choice carries a sealed ticket instead.
/// </summary>
public sealed class DeskSignInPage(SignInWithPasskey passkey, PasskeySite site, HeldPosts held, PostDirectory directory, PostTicket tickets) : EkPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Ticket { get; private set; }
    public IReadOnlyList<Choice> Posts { get; private set; } = [];

    /// <summary>What the browser asks the authenticator; null where passkeys cannot be had.</summary>
    public PasskeyQuestion? Passkey { get; private set; }

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

    public async Task<IActionResult> OnPostChoose(string? ticket, string? post)
    {
        if (tickets.Open(ticket) is not { } who) return await Refused(new("people.desk_sign_in.too_slow", "login"));
        if (Guid.TryParse(post, out var chosen) && await held.Has(who.OfficialId, chosen)) return await Enter(who, chosen);
        Show(new("people.desk_sign_in.choose_post", "post"));
        return await Ask(who, await held.Of(who.OfficialId));
    }

    async Task<IActionResult> GoOn(Recognised who)
    {
        var posts = await held.Of(who.OfficialId);
        return posts.Count switch
        {
            0 => await Refused(new("people.desk_sign_in.no_post", "login")),
            1 => await Enter(who, posts[0].PostId),
            _ => await Ask(who, posts),
        };
    }

    Task<IActionResult> Refused(Refusal refusal)
    {
        SecurityLog.Refused(HttpContext, DeskSession.Scheme, refusal.Code);
        Show(refusal);
        return Form();
    }

    async Task<IActionResult> Form()
    {
        if (site.IsPossible) Passkey = await passkey.Ask();
        return Page();
    }

    async Task<IActionResult> Ask(Recognised who, IReadOnlyList<Post> posts)
    {
        Ticket = tickets.Seal(who);
        var choices = new List<Choice>();
        foreach (var post in posts)
            choices.Add(new(post.PostId.ToString(), Words(post.Names)) { Hint = Words((await directory.Office(post.OfficeId)).Names) });
        Posts = choices;
        return Page();
    }

    async Task<IActionResult> Enter(Recognised who, Guid postId)
    {
        var properties = new AuthenticationProperties();
        properties.SetString(DeskSession.BeganAt, DeskSessionSetup.Written(who.At));
        if (who.PasskeyId is { } passkeyId) properties.SetString(DeskSession.ByPasskey, passkeyId.ToString());
        await HttpContext.SignInAsync(DeskSession.Scheme, new DeskSession(who.OfficialId, postId).ToPrincipal(), properties);
        var isOurs = Url.IsLocalUrl(ReturnUrl) && ReturnUrl.StartsWith("/desk/", StringComparison.Ordinal);
        // Somebody reported that she had lost what she has just used: she sees that first.
        var isReported = await HttpContext.RequestServices.GetRequiredService<Enrolments>().Open(who.OfficialId) is { AwaitsConfirmation: true };
        Response.Headers.Location = isReported ? $"/desk/{Language.Code}/account" : isOurs ? ReturnUrl : $"/desk/{Language.Code}/inbox";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
