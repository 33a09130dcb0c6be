using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Staff;

/// <summary>One post for its administrator: relieve, let join, put in charge, appoint somebody new; and the record of what was done.</summary>
public sealed class PostPeoplePage(StaffBook book, EkDwarDb db) : StaffPage
{
    static readonly string[] Acts = ["relieved", "joined", "charge_given"];

    public OfficePeople People { get; private set; } = null!;
    public PostLine Line { get; private set; } = null!;
    public IReadOnlyList<OfficeChange> Changes { get; private set; } = [];

    /// <summary>Whoever is named in the record.</summary>
    public IReadOnlyDictionary<Guid, Official> Named { get; private set; } = new Dictionary<Guid, Official>();
    public string Address => Desk("people/posts/" + Line.Post.PostId);

    /// <summary>Whoever has it or will, and whoever has charge: each may be relieved.</summary>
    public IEnumerable<PostHolding> Relievable => new[] { Line.Holding }.OfType<PostHolding>().Concat(Line.Coming).Concat(Line.Charges).Where(holding => holding.OfficialId != Session.OfficialId);

    /// <summary>Who was found by name, and for which form; null where nobody was looked for.</summary>
    public (string Form, Official Official)? Chosen { get; private set; }

    public async Task<IActionResult> OnGet(Guid post, string? act, string? official)
    {
        if (!await Open(post)) return NotFound();
        if (act is "join" or "charge" && Guid.TryParse(official, out var id) && await book.Colleague(People, id) is { } chosen)
        {
            Chosen = (act, chosen);
            PutBack(new Dictionary<string, string[]> { [act + "-login"] = [chosen.Login] });
        }
        if (JustDone() is var (done, about) && about == post.ToString() && Acts.Contains(done)) Done = T("people.staff.done_" + done);
        return Page();
    }

    /// <summary>Whether a form is shown open: something stands against it, or somebody was found for it.</summary>
    public bool IsOpen(string form) => IsWrong(form) || Chosen?.Form == form;

    public async Task<IActionResult> OnPostRelieve(Guid post, Guid holding, [FromServices] RelieveOfficial relieve) =>
        await After(post, "relieve-" + holding.ToString("N"), "relieved", await relieve.Run(Session, holding, Order("relieve-" + holding.ToString("N"))));

    public async Task<IActionResult> OnPostJoin(Guid post, [FromServices] JoinPost join) =>
        await After(post, "join", "joined", await join.Run(Session, post, Typed("join-login"), Order("join")));

    public async Task<IActionResult> OnPostCharge(Guid post, [FromServices] GiveCharge give) =>
        await After(post, "charge", "charge_given", await give.Run(Session, post, Typed("charge-login"), Order("charge")));

    public async Task<IActionResult> OnPostAppoint(Guid post, [FromServices] AppointOfficial appoint)
    {
        var own = LanguageCode.Parse(await StateLanguage(post));
        var appointed = await appoint.Run(Session, post, new(Typed("appoint-login"), Typed("appoint-english"), Typed("appoint-local"), own), Order("appoint"));
        db.ChangeTracker.Clear();
        if (!await Open(post)) return NotFound();
        if (!appointed.IsDone) return Refused("appoint", appointed.Refusals);
        Code = appointed.Value;
        return Page();
    }

    async Task<IActionResult> After(Guid post, string form, string done, Outcome<Guid> outcome)
    {
        if (outcome.IsDone) return SeeOther(Desk("people/posts/" + post), done, post.ToString());
        db.ChangeTracker.Clear();
        return await Open(post) ? Refused(form, outcome.Refusals) : NotFound();
    }

    async Task<string> StateLanguage(Guid post)
    {
        var states = HttpContext.RequestServices.GetRequiredService<IReadOnlyDictionary<string, StateProfile>>();
        var found = await db.FindAsync<Post>(post);
        var office = found is null ? null : await db.FindAsync<Office>(found.OfficeId);
        return office is not null && states.TryGetValue(office.State, out var state) ? state.Language : "en";
    }

    async Task<bool> Open(Guid post)
    {
        if (await db.FindAsync<Post>(post) is not { } found || await book.Of(Session, found.OfficeId) is not { } people) return false;
        People = people;
        Line = people.Lines.Single(line => line.Post.PostId == post);
        Changes = await book.Changes(post, officialId: null);
        Named = await book.Named(Changes.SelectMany(change => new[] { change.ByOfficialId, change.OfficialId ?? change.ByOfficialId }));
        return true;
    }
}
