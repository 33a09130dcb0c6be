using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
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

    /// <summary>The open work item; null when no desk has the case.</summary>
    public WorkItem? Desk { get; private set; } = desk;
    public Stage? Stage => Desk is null ? null : service.Stage(Desk.Stage);

    public Terms Terms => field ??= Terms.Parse(c.Terms);

    /// <summary>The stage a case comes to first.</summary>
    public Stage FirstStage => service.Stage(Terms.Stages[0]);

    /// <summary>The stage after the desk it lies on; null when this one decides, or when no desk has it.</summary>
    public Stage? NextStage => Desk is not null && Terms.After(Desk.Stage) is { } next ? service.Stage(next) : null;

    public FeeDue Fee => FeeDue.Parse(c.Fee);

    /// <summary>Whether the house waits for money, and how the clock stands to that is another question.</summary>
    public bool OwesFee => Fee.IsPaidOnline && c.FeePaidAt is null && !IsForNothing;

    // Nobody pays for a record before it is known to be there, nor for what was refused.
    bool IsForNothing => c.Status is CaseStatus.AwaitingRegister or CaseStatus.Refused or CaseStatus.Withdrawn;

    /// <summary>Whether the clock may not start before the fee is paid.</summary>
    public bool WaitsForFee => OwesFee && service.Limit.Starts == LimitRule.FeePaid;

    public Answers Answers => Answers.Parse(seal.Open(c.Answers, "answers"));

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
        var facts = new LedgerFacts(change.Status ?? c.Status, change.DueOn ?? c.DueOn, change.IsPaused ?? c.IsPaused,
            Desk?.Stage, Desk?.PostId, change.Clock ?? [], change.Law);
        Ledger.Append(db, c, seal, new(kind, at, actor, facts, body));
        if (Desk is null) return;
        if (Desk.DueOn != c.DueOn) Desk.DueOn = c.DueOn;
        if (Desk.IsPaused != c.IsPaused) Desk.IsPaused = c.IsPaused;
    }

    /// <summary>Takes the case off its desk and, when there is a next one, puts it there. The act is recorded after, so that its entry names the new desk.</summary>
    public void PlaceAt(Stage? stage, Post? post, DateTime at)
    {
        var seq = Desk?.Seq ?? 0;
        if (Desk is not null) Desk.DoneAt = at;
        Desk = stage is null || post is null ? null : new WorkItem
        {
            CaseId = c.CaseId, Seq = seq + 1, PostId = post.PostId, Stage = stage.Id, SinceAt = at,
            DueOn = c.DueOn, IsPaused = c.IsPaused,
        };
        if (Desk is not null) db.Add(Desk);
    }
}

/// <summary>What an act changes; null leaves it as it is. A law is named when the due date was counted.</summary>
public sealed record Change(CaseStatus? Status = null, DateOnly? DueOn = null, bool? IsPaused = null, IReadOnlyList<string>? Clock = null, string? Law = null);
