using EkDwar.Foundation.Time;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.ByName;

/// <summary>An official is looked for by name: to open what there is about her, or, where a post is named, to let her join it or give her charge of it.</summary>
public sealed class FindOfficialPage(FindOfficials find, TimeProvider time) : StaffPage
{
    const string Charge = "charge", Join = "join";

    /// <summary>What was typed; null before anything was.</summary>
    public string? Asked { get; private set; }

    /// <summary>The post that is to be filled; null where none is.</summary>
    public Post? For { get; private set; }

    /// <summary>Null where nothing was asked, or not so that it could be looked for.</summary>
    public FoundOfficials? Found { get; private set; }

    public string Act { get; private set; } = Join;

    // Officials' names are public: they may stand in an address, which is what makes this a form that writes nothing.
    public async Task<IActionResult> OnGet(string? q, string? post, string? act)
    {
        Guid? wanted = post is null ? null : Guid.TryParse(post, out var id) ? id : Guid.Empty;
        (Asked, Act) = (q, act == Charge ? Charge : Join);
        var found = await find.Run(Session, q, wanted);
        if (found.IsDone)
        {
            For = found.Value.For;
            if (q is not null) Found = found.Value;
            return Page();
        }
        if (found.Refusals[0].Field is null || (await find.Run(Session, null, wanted)) is not { IsDone: true } empty) return NotFound();
        For = empty.Value.For;
        Refuse(found.Refusals);
        return Page();
    }

    public string Back => For is null ? Desk("people") : Desk("people/posts/" + For.PostId);

    /// <summary>Where choosing her leads.</summary>
    public string Chosen(FoundOfficial one) =>
        For is null ? Desk("people/officials/" + one.Official.OfficialId) : Desk($"people/posts/{For.PostId}?act={Act}&official={one.Official.OfficialId}#{Act}");

    public string Days(PostHolding holding) => holding.UntilOn is { } until && until < Today ? T("people.staff.until", ("date", On(until)))
        : T(holding.FromOn > Today ? "people.staff.from" : "people.staff.since", ("date", On(holding.FromOn)));

    DateOnly Today => time.Today();
}
