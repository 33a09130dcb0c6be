using System.Security.Cryptography;
using EkDwar.Design;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Processing;

/// <summary>
/// An official signs in and, holding several posts today, chooses the one to act from. There is no session before a
/// held post is known: the choice carries a sealed ticket of five minutes instead.
/// </summary>
public sealed class DeskSignInPage(SignInToDesk signIn, HeldPosts held, PostDirectory directory, IDataProtectionProvider protection) : EkPage
{
    static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(5);
    readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("desk-post").ToTimeLimitedDataProtector();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Ticket { get; private set; }
    public IReadOnlyList<Choice> Posts { get; private set; } = [];

    public void OnGet() { }

    public async Task<IActionResult> OnPost(string? login, string? password, string? code)
    {
        // Neither goes back to the page.
        ModelState.Remove("password");
        ModelState.Remove("code");
        var outcome = await signIn.Run(login, password, code);
        if (!outcome.IsDone) return Refused(outcome.Refusals[0]);
        var posts = await held.Of(outcome.Value);
        return posts.Count switch
        {
            0 => Refused(new("processing.sign_in.no_post", "login")),
            1 => await Enter(new(outcome.Value, posts[0].PostId)),
            _ => await Ask(outcome.Value, posts),
        };
    }

    public async Task<IActionResult> OnPostChoose(string? ticket, string? post)
    {
        if (OfficialOf(ticket) is not { } official) return Refused(new("processing.sign_in.too_slow", "login"));
        if (Guid.TryParse(post, out var chosen) && await held.Has(official, chosen)) return await Enter(new(official, chosen));
        Show(new("processing.sign_in.choose_post", "post"));
        return await Ask(official, await held.Of(official));
    }

    PageResult Refused(Refusal refusal)
    {
        Show(refusal);
        return Page();
    }

    async Task<IActionResult> Ask(Guid official, IReadOnlyList<Post> posts)
    {
        Ticket = tickets.Protect(official.ToString(), TicketLife);
        var choices = new List<Choice>();
        foreach (var post in posts)
            choices.Add(new(post.PostId.ToString(), Words(post.Names)) { Hint = Words((await directory.Office(post.OfficeId)).Names) });
        Posts = choices;
        return Page();
    }

    async Task<IActionResult> Enter(DeskSession session)
    {
        await HttpContext.SignInAsync(DeskSession.Scheme, session.ToPrincipal());
        var isOurs = Url.IsLocalUrl(ReturnUrl) && ReturnUrl.StartsWith("/desk/", StringComparison.Ordinal);
        Response.Headers.Location = isOurs ? ReturnUrl : $"/desk/{Language.Code}/inbox";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    Guid? OfficialOf(string? ticket)
    {
        try
        {
            return Guid.Parse(tickets.Unprotect(ticket ?? ""));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
