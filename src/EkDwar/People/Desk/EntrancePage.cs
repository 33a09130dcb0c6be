using EkDwar.Design;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.SignIns;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Desk;

/// <summary>
/// A page on which an official is recognised and, holding several posts today, chooses the one to act from. There is no session
/// before a held post is known: the choice carries a sealed ticket instead.
/// </summary>
public abstract class EntrancePage(HeldPosts held, PostDirectory directory, PostTicket tickets) : EkPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Ticket { get; private set; }
    public IReadOnlyList<Choice> Posts { get; private set; } = [];

    protected async Task<IActionResult> GoOn(Recognised who)
    {
        var posts = await PostsOf(who);
        return posts.Count switch
        {
            0 => await Refused(new("people.desk_sign_in.no_post", "login")),
            1 => await Enter(who, posts[0].PostId),
            _ => await Ask(who, posts),
        };
    }

    protected async Task<IActionResult> Chosen(string? ticket, string? post)
    {
        if (tickets.Open(ticket) is not { } who) return await Refused(new("people.desk_sign_in.too_slow", "login"));
        var posts = await PostsOf(who);
        if (Guid.TryParse(post, out var chosen) && posts.Any(one => one.PostId == chosen)) return await Enter(who, chosen);
        Show(new("people.desk_sign_in.choose_post", "post"));
        return await Ask(who, posts);
    }

    protected abstract Task<IActionResult> Refused(Refusal refusal);

    /// <summary>The posts she may act from today; by a state's own sign-on, those of that state alone.</summary>
    async Task<IReadOnlyList<Post>> PostsOf(Recognised who)
    {
        var posts = await held.Of(who.OfficialId);
        if (who.SignOn is not { } state) return posts;
        var hers = new List<Post>();
        foreach (var post in posts)
            if ((await directory.Office(post.OfficeId)).State == state) hers.Add(post);
        return hers;
    }

    async Task<IActionResult> Ask(Recognised who, IReadOnlyList<Post> posts)
    {
        Ticket = tickets.Seal(who);
        var (choices, beside) = (new List<Choice>(), await held.DelegatedTo(who.OfficialId));
        foreach (var post in posts)
            choices.Add(new(post.PostId.ToString(), Words(post.Names)) { Hint = await Hint((await directory.Office(post.OfficeId)).Names, [.. beside.Where(one => one.PostId == post.PostId)]) });
        Posts = choices;
        return Page();
    }

    // Where she acts beside a holder, she is told whose post it is and for how long.
    async Task<Phrase?> Hint(LocalText office, IReadOnlyList<DelegatedPost> beside)
    {
        if (beside is not [.., var last]) return Words(office);
        var holder = (await HttpContext.RequestServices.GetRequiredService<StaffBook>().Named([last.ById]))[last.ById];
        return T("people.delegate.by", ("office", office.In(Language)), ("name", holder.Names.In(Language)), ("date", LongDate.Of(last.UntilOn, Language)));
    }

    async Task<IActionResult> Enter(Recognised who, Guid postId)
    {
        var properties = new AuthenticationProperties();
        properties.SetString(DeskSession.BeganAt, DeskSessionSetup.Written(who.At));
        properties.SetParameter(SignInSetup.ProvedAt, who.ProvedAt);
        if (who.PasskeyId is { } passkeyId) properties.SetString(DeskSession.ByPasskey, passkeyId.ToString());
        if (who.SignOn is { } state) properties.SetString(DeskSession.BySignOn, state);
        await HttpContext.SignInAsync(DeskSession.Scheme, new DeskSession(who.OfficialId, postId).ToPrincipal(), properties);
        var isOurs = Url.IsLocalUrl(ReturnUrl) && ReturnUrl.StartsWith("/desk/", StringComparison.Ordinal);
        // Somebody reported that she had lost what she has just used: she sees that first.
        var isReported = await HttpContext.RequestServices.GetRequiredService<Enrolments>().Open(who.OfficialId) is { AwaitsConfirmation: true };
        Response.Headers.Location = isReported ? $"/desk/{Language.Code}/account" : isOurs ? ReturnUrl : $"/desk/{Language.Code}/inbox";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
