using EkDwar.Cases.Limits;
using EkDwar.Cases.Waits;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// A case opened for one use case: its row, its key, its definition and the desk it lies on. Every act is one ledger
/// entry and what follows from it; nothing is written until the use case saves. Made by <see cref="CaseFiles"/>.
/// </summary>
public sealed class CaseFile(EkDwarDb db, Case c, CaseSeal seal, ServiceDefinition service, WorkItem? desk)
{
    /// <summary>The outbox's word for sending the whole fee of a case back.</summary>
    public const string ReturnFee = "return_fee";

    public Case Case => c;
    public CaseSeal Seal => seal;
    public ServiceDefinition Service => service;

    /// <summary>The rules that close what waits for the citizen's side.</summary>
    public WaitRules Waits { get; init; } = WaitRules.None;

    /// <summary>When its state lets somebody open it in an emergency; null where it lets nobody.</summary>
    public EmergencyRules? Emergencies { get; init; }

    /// <summary>At how much of the limit its state has somebody told.</summary>
    public IReadOnlyList<LimitWarning> Warnings { get; init; } = [];

    /// <summary>How long a proof of who she is lets an official sign in it.</summary>
    public SigningRules Signing { get; init; } = new();

    readonly List<WorkItem> desks = desk is null ? [] : [desk];
    readonly List<WorkItem> arrived = [];
    int lastDesk = desk?.Seq ?? 0;

    /// <summary>The open work items: several where stages act side by side.</summary>
    public IReadOnlyList<WorkItem> Desks => desks;

    /// <summary>The open work item of the post that looks at the case, or else the first; null when no desk has the case.</summary>
    public WorkItem? Desk { get; private set; } = desk;
    public Stage? Stage => Desk is null ? null : service.Stage(Desk.Stage);

    public Terms Terms => field ??= Terms.Parse(c.Terms);

    /// <summary>What its terms give it under an act, with the days that are added for the channel it came by.</summary>
    public TimeLimit Limit(ActRules act) => act.Limit(Terms.Days, service.Limit.Kind, c.Channel, Terms.Added);

    /// <summary>The tier it was sent for; null where its service has none.</summary>
    public Option? Tier => service.TierOf(Terms);

    /// <summary>The way of this case along its stages, as far as what is known now decides it.</summary>
    // Without findings nothing is decided that the terms did not: every submission comes by here.
    public StagePath Path => new(service, Terms, c.Findings is null ? Answers.None : Known, [.. desks.Select(item => item.Stage)]);

    /// <summary>The stages the case comes to after this desk; none when this one decides, or when no desk has it.</summary>
    public IReadOnlyList<Stage> Next => Desk is null ? [] : Path.After(Desk.Stage);

    public FeeDue Fee => FeeDue.Parse(c.Fee);

    /// <summary>Whether the office has still to work the fee out.</summary>
    public bool IsUnassessed => Fee.Pay == FeeRule.AfterAssessment;

    /// <summary>Whether this desk may not send the case on before it has worked the fee out.</summary>
    public bool MustAssess => IsUnassessed && Stage?.May(Catalogue.Stage.Assess) == true;

    /// <summary>Whether a desk has worked the fee out and waits until it is paid.</summary>
    public bool WaitsAtDesk => Desk is not null && c.Status == CaseStatus.AwaitingFee;

    /// <summary>Whether the house waits for money, and how the clock stands to that is another question.</summary>
    public bool OwesFee => Fee.IsPaidOnline && c.FeePaidAt is null && !IsForNothing;

    // Nobody pays for a record before it is known to be there, nor for what was refused.
    bool IsForNothing => c.Status is CaseStatus.AwaitingRegister || c.Status.IsForNothing();

    /// <summary>Whether the clock may not start before the fee is paid.</summary>
    public bool WaitsForFee => OwesFee && service.Limit.Starts == LimitRule.FeePaid;

    /// <summary>Whether the limit starts with an event that has not been recorded yet.</summary>
    public bool WaitsForEvent => service.Limit.Starts == LimitRule.OnEvent && c.DueOn is null;

    /// <summary>What a decision does to the clock: nothing to one that never started.</summary>
    public IReadOnlyList<string> StopOn(DateOnly day) => c.DueOn is null ? [] : [ClockFact.Stopped(day).ToText()];

    public Answers Answers => Answers.Parse(seal.Open(c.Answers, "answers"));

    /// <summary>What officers found, by the ids of their forms' questions.</summary>
    public Answers Findings => c.Findings is { } sealedFindings ? Answers.Parse(seal.Open(sealedFindings, "findings")) : Answers.None;

    /// <summary>What was answered and what was found.</summary>
    public Answers Known => c.Findings is null ? Answers : Answers.And(Findings);

    public void Find(Answers findings) => c.Findings = seal.Seal(Findings.And(findings).ToText(), "findings");

    /// <summary>What was found is there no more: the stage has to find it again.</summary>
    public void Unfind(string id) => c.Findings = seal.Seal(Findings.Only(other => other != id).ToText(), "findings");

    public void Replace(Answers answers) => c.Answers = seal.Seal(answers.ToText(), "answers");

    /// <summary>What the whole ledger so far says of the clock.</summary>
    public async Task<ClockRecord> ClockRecord()
    {
        var facts = await db.Set<LedgerEntry>().AsNoTracking()
            .Where(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == c.CaseId)
            .OrderBy(entry => entry.Seq).Select(entry => entry.Facts).ToListAsync();
        return Cases.ClockRecord.Of([.. facts.Select(LedgerFacts.Parse)]);
    }

    /// <summary>Writes an act that leaves the case where it is, save for what <paramref name="change"/> says of it.</summary>
    public void Record(CaseEvent kind, DateTime at, Actor actor, LedgerBody body, Change change)
    {
        var (waited, dueBefore) = (c.ClosesOn, c.DueOn);
        var facts = new LedgerFacts(change.Status ?? c.Status, change.DueOn ?? c.DueOn, change.IsPaused ?? c.IsPaused,
            desks.FirstOrDefault()?.Stage, desks.FirstOrDefault()?.PostId, change.Clock ?? [], change.Law) { Beside = desks.Count < 2 ? null : [.. desks.Skip(1).Select(other => other.Stage)] };
        // A date counted anew, or a case on another desk, is nothing that came from anybody: the wait goes on.
        facts = facts with { ClosesOn = kind.LeavesWaits() ? c.ClosesOn : Waits.ClosesOn(facts.Status, facts.DueOn is not null && !facts.IsPaused, StateTime.Day(at)), LimitPassedOn = kind == CaseEvent.LimitPassed ? c.DueOn : c.LimitPassedOn };
        Ledger.Append(db, c, seal, new(kind, at, actor, facts, body));
        SetTimers(change, dueBefore, at);
        if (c.ClosesOn is { } closesOn && closesOn != waited) db.Add(WaitTimer.First(c.Reference, StateTime.Day(at), closesOn));
        foreach (var item in desks)
        {
            if (item.DueOn != c.DueOn) item.DueOn = c.DueOn;
            if (item.IsPaused != c.IsPaused) item.IsPaused = c.IsPaused;
            item.IsWithApplicant = c.Status != CaseStatus.InProcess;
        }
    }

    // A date that was counted, also to the same day after a pause, begins its warnings anew; those of a date that no longer holds find nothing to do.
    void SetTimers(Change change, DateOnly? dueBefore, DateTime at)
    {
        var isCounted = c.DueOn is not null && !c.IsPaused && (change.Law is not null || c.DueOn != dueBefore);
        if (isCounted && c.DueOn is { } dueOn)
        {
            if (service.Deemed is not null) db.Add(DeemedTimer.Of(c.Reference, dueOn));
            if (c.LimitPassedOn != dueOn) db.Add(LimitTimer.First(c.Reference, dueOn, change.LooksOn ?? StateTime.Day(at)));
        }
        foreach (var item in desks)
            if ((isCounted || arrived.Contains(item)) && service.Stage(item.Stage).Days is > 0 and var days) db.Add(StageTimer.First(c.Reference, item, days));
        arrived.Clear();
    }

    /// <summary>Seen from this post: its desk is the one that acts, or else the one it shares.</summary>
    public void SeenFrom(Guid postId, Guid? shared) => Desk = desks.Find(item => item.PostId == postId) ?? desks.Find(item => item.PostId == shared) ?? Desk;

    /// <summary>Passes the case from one of its desks to another, at the same stage. The act is recorded after, so that its entry names the new desk.</summary>
    public void Pass(WorkItem from, Guid postId, DateTime at)
    {
        from.DoneAt = at;
        Desk = new()
        {
            CaseId = c.CaseId, Seq = ++lastDesk, PostId = postId, Stage = from.Stage, SinceAt = at, StageSinceAt = from.StageSinceAt ?? from.SinceAt, DueOn = from.DueOn, IsPaused = from.IsPaused, ServiceId = from.ServiceId, IsWithApplicant = from.IsWithApplicant, IsUrgent = from.IsUrgent,
        };
        // Which desk is named first does not change by it.
        desks[desks.IndexOf(from)] = Desk;
        db.Add(Desk);
    }

    /// <summary>Adds an open desk that acts beside the first; of one that is done already, only its number counts.</summary>
    internal void Know(WorkItem item)
    {
        lastDesk = Math.Max(lastDesk, item.Seq);
        if (item.DoneAt is null && !desks.Contains(item)) desks.Add(item);
        desks.Sort((one, other) => one.Seq.CompareTo(other.Seq));
    }

    /// <summary>This desk has done its part while others have still to do theirs.</summary>
    public void Leave(DateTime at)
    {
        if (Desk is null) return;
        Desk.DoneAt = at;
        desks.Remove(Desk);
        Desk = desks.FirstOrDefault();
    }

    /// <summary>Takes the case off every desk and, when there are next ones, puts it there. The act is recorded after, so that its entry names the new desk.</summary>
    public void PlaceAt(IEnumerable<(Stage Stage, Post Post)> next, DateTime at)
    {
        while (Desk is not null) Leave(at);
        foreach (var (stage, post) in next)
        {
            var item = new WorkItem
            {
                CaseId = c.CaseId, Seq = ++lastDesk, PostId = post.PostId, Stage = stage.Id, SinceAt = at, DueOn = c.DueOn, IsPaused = c.IsPaused, ServiceId = c.ServiceId, IsUrgent = Tier?.IsUrgent == true,
            };
            desks.Add(item);
            arrived.Add(item);
            db.Add(item);
        }
        Desk = desks.FirstOrDefault();
    }

    /// <summary>Takes the case off every desk: it is decided, or erased.</summary>
    public void TakeOff(DateTime at) => PlaceAt([], at);
}

/// <summary>What an act changes; null leaves it as it is. A law is named when the due date was counted.</summary>
public sealed record Change(CaseStatus? Status = null, DateOnly? DueOn = null, bool? IsPaused = null, IReadOnlyList<string>? Clock = null, string? Law = null)
{
    /// <summary>Of a due date that was counted: the first day on which somebody is to be told how much of the limit is used; null where that has to be looked for.</summary>
    public DateOnly? LooksOn { get; init; }
}
