using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Sharing;

/// <summary>What became of one of the cases: nothing stands against it where it was done.</summary>
public sealed record Handed(CaseReference Reference, Refusal? Why);

/// <summary>
/// Cases that were ticked go to another desk, looked over before and told one by one after. Each is a case of its own: one
/// that cannot go stops no other. Nothing is decided here.
/// </summary>
public sealed class SharePage(ReviewHanding review, TimeProvider time) : DeskPage
{
    public Handing How { get; private set; }
    public Review Review { get; private set; } = new(Handing.Claim, [], []);

    /// <summary>Null while nothing was done.</summary>
    public IReadOnlyList<Handed>? Results { get; private set; }

    public string List => Desk("inbox") + (Guid.TryParse(From, out var post) ? new Inboxes.InboxFilter { PostId = post }.ToQuery() : "");
    public string? From { get; private set; }
    DateOnly Today => time.Today();

    public async Task<IActionResult> OnGet()
    {
        From = Request.Query["list"];
        return await Look(Request.Query["how"], Request.Query["case"].OfType<string>());
    }

    public async Task<IActionResult> OnPost(string? how, string? to, string? words, string? list, string? back)
    {
        From = list;
        // A case with the version its official saw of it.
        var asked = Request.Form["case"].OfType<string>().Select(text => text.Split(' ')).Take(ReviewHanding.Most)
            .Select(parts => (Is: CaseReference.TryParse(parts[0], out var reference), Reference: reference, Seen: parts.Length > 1 && long.TryParse(parts[1], out var seen) ? seen : -1)).Where(one => one.Is).ToList();
        if (!TryParse(how) || asked.Count == 0) return await Look(how, []);
        Guid? target = Guid.TryParse(to, out var chosen) ? chosen : null;
        if (How.NeedsTarget() && target is null) Show(SharedDesks.ToWhom);
        if (OfficersWords.Unfit(words, "words", How.NeedsTarget()) is { } unfit) Show(unfit);
        if (!ModelState.IsValid) return await Look(how, asked.Select(one => one.Reference.ToString()));
        var results = new List<Handed>();
        foreach (var (_, reference, seen) in asked) results.Add(new(reference, (await Does(reference, seen, target, words)).Refusals is [var why, ..] ? why : null));
        if (back == "case" && results is [{ Why: null } one]) return SeeOther(Desk("cases/" + one.Reference), "claimed", one.Reference.ToString());
        Results = results;
        return Page();
    }

    Task<Outcome<CaseReference>> Does(CaseReference reference, long seen, Guid? to, string? words) => How switch
    {
        Handing.Claim => Of<ClaimCase>().Run(Session, reference),
        Handing.GiveBack => Of<GiveBackCase>().Run(Session, reference.CaseId, seen, words),
        _ => Of<PassCase>().Run(Session, reference.CaseId, seen, How, to, words),
    };

    T Of<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();

    async Task<IActionResult> Look(string? how, IEnumerable<string> named)
    {
        TryParse(how);
        var references = named.Select(text => CaseReference.TryParse(text, out var reference) ? (CaseReference?)reference : null).OfType<CaseReference>().ToList();
        Review = await review.Run(Session, How, references, Today);
        return Page();
    }

    bool TryParse(string? how)
    {
        var isKnown = Enum.TryParse<Handing>(how, out var parsed) && Enum.IsDefined(parsed) && parsed.ToString() == how;
        How = isKnown ? parsed : Handing.Claim;
        return isKnown;
    }

    public DueTag Due(HandingLine line) => DueTag.Of(line.DueOn, line.IsPaused, Today, Language);

    public string Why(Refusal refusal) => T(refusal.Code, refusal.Values);

    public IReadOnlyList<Choice> Targets => [.. Review.Targets.Select(target => new Choice(target.Post.PostId.ToString(), Words(target.Post.Names))
    {
        Hint = target.Acts is { } acts ? Words(acts) : T("people.staff.vacant"),
    })];
}
