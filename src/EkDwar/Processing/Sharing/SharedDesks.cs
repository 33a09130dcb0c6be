using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing.Inboxes;

namespace EkDwar.Processing.Sharing;

/// <summary>
/// Where an office has several posts of a designation: which of its open cases may go from desk to desk, by whom, and to
/// whom. Where it has one, nothing of this is there. It moves a case among desks of one stage and never along its way.
/// </summary>
public sealed class SharedDesks(EkDwarDb db, CaseFiles cases, PostDirectory directory, DesksInSight sight, TimeProvider time)
{
    public static readonly Refusal IsYours = new("processing.share.is_yours"), IsClaimed = new("processing.share.is_claimed"), NotOnYourDesk = new("processing.share.not_on_your_desk"),
        ToWhom = new("processing.share.to_whom", "to"), IsThere = new("processing.share.is_there", "to");

    /// <summary>Which desk of a case this official may take it from; why none, where it is one of hers to know of.</summary>
    public async Task<Outcome<WorkItem>> Find(DeskSession session, CaseFile file, Handing how)
    {
        var own = await directory.Post(session.PostId);
        var known = how == Handing.Assign ? await sight.Below(session) : await directory.Alike(own.OfficeId, own.Designation);
        foreach (var item in file.Desks)
        {
            if (known.FirstOrDefault(post => post.PostId == item.PostId) is not { } lies || (await Colleagues(lies)).Count < 2) continue;
            if (how == Handing.Assign) return item;
            var isOwn = lies.PostId == own.PostId;
            if (how == Handing.Claim) return lies.IsShared ? item : isOwn ? IsYours : IsClaimed;
            return isOwn ? item : NotOnYourDesk;
        }
        return DeskCases.NotYours;
    }

    /// <summary>The posts among which a case on this desk may go.</summary>
    public async Task<IReadOnlyList<Post>> Colleagues(Post lies) => [.. (await directory.Alike(lies.OfficeId, lies.Designation)).Where(post => !post.IsShared)];

    /// <summary>Takes a case from where its official saw it to the post the act names, or, where it names none, to the shared desk.</summary>
    public async Task<Outcome<CaseReference>> Pass(DeskAct act, Handing how) => await cases.Settled(act, await Try(act, how));

    async Task<Outcome<CaseReference>> Try(DeskAct act, Handing how)
    {
        if (await cases.Open(act.CaseId) is not { } file) return DeskCases.NotYours;
        var found = await Find(act.Session, file, how);
        if (found.Refusals.Contains(DeskCases.NotYours)) return await NotHers(act, file);
        if (file.Case.Version != act.SeenVersion) return Acts.SomebodyElseWasFirst;
        if (!found.IsDone) return found.Refusals.ToList();
        var alike = await Alike(found.Value);
        var to = alike.FirstOrDefault(post => act.Body.To is { } named ? post.PostId == named && !post.IsShared : post.IsShared);
        return to is null ? ToWhom : to.PostId == found.Value.PostId ? IsThere : await Move(file, found.Value, to, act);
    }

    /// <summary>It went on without her; or it is hers, and she has no colleague; or it is none of hers.</summary>
    async Task<Refusal> NotHers(DeskAct act, CaseFile file) => file.Desks.Any(item => item.PostId == act.Session.PostId) ? new("cases.action_not_here")
        : await cases.Had(act.CaseId, act.Session.PostId) ? Acts.SomebodyElseWasFirst : DeskCases.NotYours;

    async Task<IReadOnlyList<Post>> Alike(WorkItem item)
    {
        var lies = await directory.Post(item.PostId);
        return await directory.Alike(lies.OfficeId, lies.Designation);
    }

    /// <summary>Moves what was found and records it, in one save.</summary>
    public async Task<Outcome<CaseReference>> Move(CaseFile file, WorkItem from, Post to, DeskAct act)
    {
        var now = time.UtcNow();
        file.Pass(from, to.PostId, now);
        file.Record(act.Kind, now, act.Actor, act.Body, new());
        // Whoever takes it or gives it back knows of it; whoever is given it does not.
        if (act.Kind is CaseEvent.CaseHandedOver or CaseEvent.CaseAssigned) await DeskNotice.Tell(db, file.Case.CaseId, to.PostId, act.Kind, now);
        return await db.SaveAct(file.Case);
    }
}
