using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>One broadcast: its preview, whom it reaches at what cost, the answer of a second official, and what came of it. Nothing is counted to show it.</summary>
public sealed class BroadcastPage(ReadBroadcasts read, EkDwarDb db, TimeProvider time) : BroadcastView(time)
{
    static readonly string[] Acts = ["asked", "GoingOut", "Refused", "stopped"];

    public BroadcastLine Line { get; private set; } = null!;

    /// <summary>What was just done.</summary>
    public string? Done { get; private set; }

    protected override bool IsForSigning => true;

    Broadcast One => Line.Broadcast;

    public bool IsOwn => One.WrittenById == Session.OfficialId;
    public bool MayAsk => IsOwn && One.Status == BroadcastStatus.Previewed && !HasLapsed(One);
    public bool MayAnswer => !IsOwn && One.Status == BroadcastStatus.Asked && !HasLapsed(One);
    public bool MayStop => One.MayStop && (IsOwn || One.Status == BroadcastStatus.GoingOut);
    public bool WasApproved => One.AnsweredAt is not null && One.AnswerWords is null;

    public async Task<IActionResult> OnGet(Guid broadcast)
    {
        if (JustDone() is var (act, about) && about == broadcast.ToString() && Acts.Contains(act)) Done = T("notifying.broadcasts.done_" + act);
        return await Open(broadcast) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsk(Guid broadcast, [FromServices] AskForBroadcast ask) => await After(broadcast, await ask.Run(Session, broadcast), "asked");

    public async Task<IActionResult> OnPostApprove(Guid broadcast, [FromServices] AnswerBroadcast answer) =>
        await After(broadcast, await answer.Run(Session, broadcast, isApproved: true, null), nameof(BroadcastStatus.GoingOut));

    public async Task<IActionResult> OnPostRefuse(Guid broadcast, string? words, [FromServices] AnswerBroadcast answer) =>
        await After(broadcast, await answer.Run(Session, broadcast, isApproved: false, words), nameof(BroadcastStatus.Refused));

    public async Task<IActionResult> OnPostStop(Guid broadcast, [FromServices] StopBroadcast stop) => await After(broadcast, await stop.Run(Session, broadcast), "stopped");

    async Task<IActionResult> After<T>(Guid broadcast, Outcome<T> outcome, string done)
    {
        var address = Desk("broadcasts/" + broadcast);
        if (outcome.IsDone) return SeeOther(address, done, broadcast.ToString());
        if (outcome.Refusals.Contains(SignedActs.ProveFirst)) return SeeOther(ProveAt(address));
        db.ChangeTracker.Clear();
        if (outcome.Refusals.Contains(BroadcastDesk.NotYours) || !await Open(broadcast)) return NotFound();
        Refuse(outcome.Refusals);
        if (outcome.Refusals[0].Field is not null) return Page();
        return Again(outcome.Refusals[0] == BroadcastDesk.NotYourOwn || outcome.Refusals[0] == SignedActs.HolderSigns ? StatusCodes.Status403Forbidden : StatusCodes.Status409Conflict);
    }

    async Task<bool> Open(Guid broadcast)
    {
        if (await read.One(Session, broadcast) is not { } line) return false;
        Line = line;
        return true;
    }
}
