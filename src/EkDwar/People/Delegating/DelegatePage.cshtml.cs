using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.Staff;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.People.Delegating;

/// <summary>Who may act from this official's own desk beside her, today and later; she lets a colleague, and takes it back.</summary>
public sealed class DelegatePage(OwnDesks desks, EkDwarDb db) : StaffPage
{
    const string Give = "give";

    /// <summary>Null where the post is not hers to delegate, which is told instead.</summary>
    public OwnDesk? Own { get; private set; }

    public string Address => Desk("delegate");

    /// <summary>Whether she has proved lately enough who she is to let somebody act.</summary>
    public bool IsProved => Own!.Signing.Holds(Session.SinceProof);

    public IReadOnlyList<Choice> Colleagues => [new("", T("people.delegate.choose")), .. Own!.Colleagues.Select(one => new Choice(one.OfficialId.ToString(), T("people.delegate.colleague", ("name", one.Names.In(Language)), ("post", one.Post.In(Language)))))];

    protected override bool IsForSigning => true;

    public async Task<IActionResult> OnGet()
    {
        if (JustDone() is var (done, about) && about == Session.PostId.ToString() && done is "delegated" or "taken_back") Done = T("people.delegate.done_" + done);
        return await Open() ?? Page();
    }

    public async Task<IActionResult> OnPostGive([FromServices] DelegatePost delegatePost) =>
        await After("delegated", await delegatePost.Run(Session, Guid.TryParse(Typed("give-official"), out var official) ? official : Guid.Empty, Order(Give)));

    public async Task<IActionResult> OnPostTakeBack(Guid delegation, [FromServices] TakeBackDelegation takeBack) => await After("taken_back", await takeBack.Run(Session, delegation));

    async Task<IActionResult> After(string done, Outcome<Guid> outcome)
    {
        if (outcome.IsDone) return SeeOther(Address, done, Session.PostId.ToString());
        db.ChangeTracker.Clear();
        if (outcome.Refusals.Contains(DelegatePost.ProveFirst)) return SeeOther(ProveAt(Address));
        if (await Open() is { } answer) return answer;
        var again = Refused(Give, outcome.Refusals);
        return outcome.Refusals.Contains(StaffDesk.NotYours) ? Again(StatusCodes.Status404NotFound) : again;
    }

    /// <summary>Null when the desk is open in <see cref="Own"/>; else what is told.</summary>
    async Task<IActionResult?> Open()
    {
        var opened = await desks.Open(Session);
        if (opened.IsDone)
        {
            Own = opened.Value;
            return null;
        }
        Refuse(opened.Refusals);
        return Again(StatusCodes.Status403Forbidden);
    }
}
