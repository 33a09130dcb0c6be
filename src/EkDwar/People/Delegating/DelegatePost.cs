using System.Globalization;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People.Staff;
using EkDwar.Places;

namespace EkDwar.People.Delegating;

/// <summary>
/// Use case: the holder of a post lets another official of her office act from it beside her, for as many days as the state's
/// file allows at most. She proves first who she is: whoever sits down at her screen could let himself in. Defaults stay hers,
/// and so does what is signed.
/// </summary>
public sealed class DelegatePost(EkDwarDb db, OwnDesks desks, StaffDesk desk)
{
    public static readonly Refusal ProveFirst = new("people.delegate.prove_first");

    /// <param name="order">from which day, until which, and why</param>
    public async Task<Outcome<Guid>> Run(DeskSession session, Guid officialId, StaffOrder order)
    {
        var opened = await desks.Open(session);
        if (!opened.IsDone) return opened.Refusals.ToList();
        var own = opened.Value;
        if (!own.Signing.Holds(session.SinceProof)) return ProveFirst;
        var colleague = own.Colleagues.FirstOrDefault(one => one.OfficialId == officialId);
        var faults = order.Faults(desk.Today, needsUntil: true);
        if (colleague is null) faults.Insert(0, new("people.delegate.nobody", "official"));
        if (order.FromOn is { } from && order.UntilOn is { } until && until.DayNumber - from.DayNumber >= own.Rules.Days && faults.Count == 0)
            faults.Add(new("people.delegate.too_long", "until-day", ("days", own.Rules.Days.ToString(CultureInfo.InvariantCulture))));
        if (faults.Count > 0) return faults;
        if (own.Delegates.Any(one => one.OfficialId == officialId && one.Delegation.Meets(order.FromOn!.Value, order.UntilOn!.Value))) return new Refusal("people.delegate.already", "from-day");
        db.Add(new Delegation { DelegationId = Guid.CreateVersion7(), HoldingId = own.Holding.PostHoldingId, OwnHoldingId = colleague!.HoldingId, FromOn = order.FromOn!.Value, UntilOn = order.UntilOn!.Value });
        // Sent twice at the same moment, or while she is being relieved: the second is told so.
        db.Update(own.Post);
        desk.Record(session, OfficeChangeKind.Delegated, own.Post.OfficeId, officialId, own.Post.PostId, order);
        return await db.TrySave() ? officialId : StaffDesk.SomebodyElseWasFirst;
    }
}
