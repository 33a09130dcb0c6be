using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>
/// Who may write a broadcast and who may answer: whoever looks after an office, which is its administrator and who heads it by the
/// state's orders of seniority, and nobody who acts by delegation. She writes for her own office's area, and sees and answers
/// those of her office and of the offices below; never her own.
/// </summary>
public sealed class BroadcastDesk(EkDwarDb db, StaffDesk staff, OfficesBelow below, PostDirectory directory, IReadOnlyDictionary<string, StateProfile> states)
{
    /// <summary>The same for what is not there and for what is not hers.</summary>
    public static readonly Refusal NotYours = new("notifying.broadcasts.not_yours");
    public static readonly Refusal NotYourOwn = new("notifying.broadcasts.not_your_own");
    public static readonly Refusal Answered = new("notifying.broadcasts.answered");
    public static readonly Refusal TooOld = new("notifying.broadcasts.too_old");
    public static readonly Refusal SomebodyElseWasFirst = StaffDesk.SomebodyElseWasFirst;

    /// <summary>The office she looks after; null where she looks after none, or its state sends no broadcasts.</summary>
    public async Task<Office?> OfficeOf(DeskSession session)
    {
        var post = await directory.Post(session.PostId);
        var office = await directory.Office(post.OfficeId);
        return RulesOf(office.State) is not null && await IsOver(post, office) && await staff.AnswersFor(session) ? office : null;
    }

    /// <summary>The broadcasts of her office and of those below; null where she looks after none.</summary>
    public async Task<IQueryable<Broadcast>?> InSight(DeskSession session)
    {
        if (await OfficeOf(session) is not { } office) return null;
        var offices = below.Of(office.OfficeId);
        return db.Set<Broadcast>().Where(one => offices.Any(known => known.OfficeId == one.OfficeId));
    }

    /// <summary>One of them, to be changed; null where there is none such for her.</summary>
    public async Task<Broadcast?> Open(DeskSession session, Guid broadcastId) =>
        await InSight(session) is { } inSight && await inSight.AnyAsync(one => one.BroadcastId == broadcastId)
            ? await db.Set<Broadcast>().SingleAsync(one => one.BroadcastId == broadcastId) : null;

    public BroadcastRules? RulesOf(string state) => states.GetValueOrDefault(state)?.Broadcasts;

    public SigningRules SigningIn(string state) => states.GetValueOrDefault(state)?.Signing ?? new();

    /// <summary>The code of the place an office serves, and the places as they stand today.</summary>
    public async Task<(PlaceDay Places, string Code)?> AreaOf(Office office)
    {
        var places = await directory.Places(office.State);
        return places.CodeOf(office.PlaceId) is { } code && places.Has(code) ? (places, code) : null;
    }

    async Task<bool> IsOver(Post post, Office office)
    {
        if (post.IsShared) return false;
        if (post.Designation == StaffDesk.Administrator) return true;
        return await AreaOf(office) is var (places, code) && states[office.State].Seniority.Heads(places.KindOf(code)).Contains(post.Designation);
    }
}
