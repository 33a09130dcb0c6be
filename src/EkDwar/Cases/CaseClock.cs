using EkDwar.Cases.Orders;
using EkDwar.Cases.Limits;
using EkDwar.Catalogue;
using EkDwar.Deadlines;
using EkDwar.Foundation.Time;

namespace EkDwar.Cases;

/// <summary>
/// A case's clock: the limit its terms give it, the moves in its ledger, and the law its ledger names. A calendar notified later
/// changes no case that was counted before; only a new entry that names another law does. Stores nothing.
/// </summary>
public sealed class CaseClock(KeptLaws laws, ExtensionOrders orders)
{
    /// <summary>What starts the clock of a case: the law in force counts its date, and is named; so do the orders that spare days of its area.</summary>
    public async Task<Change> Start(CaseFile file, DateOnly on) =>
        Counted(file, await laws.InForce(file.Case.State), new([], null), [ClockFact.Started(on), .. (await orders.For(file.Case)).Where(period => period.Until >= on)]);

    /// <summary>What counting an open case with these periods spared, or restored, would change; null where they change no day of it, or its clock has not started.</summary>
    public async Task<Change?> Spare(CaseFile file, IReadOnlyList<ClockFact> periods)
    {
        var record = await file.ClockRecord();
        if (record.Facts.Count == 0) return null;
        var started = record.Facts[0].On;
        List<ClockFact> facts = [.. record.Facts, .. periods.Where(period => period.Until >= started)];
        if (SparedDays.Of(record.Facts).Equals(SparedDays.Of(facts))) return null;
        var law = await Law(file, record);
        return new(DueOn: Read(file, law, facts).DueOn, Clock: [.. facts.Skip(record.Facts.Count).Select(fact => fact.ToText())], Law: law.Sha256);
    }

    /// <summary>What lets a case go on with the office, on the law its date was counted with. A clock that was not paused moves nothing.</summary>
    public async Task<Change> Resume(CaseFile file, DateOnly on)
    {
        var record = await file.ClockRecord();
        return Counted(file, await Law(file, record), record, file.Case.IsPaused ? [ClockFact.Resumed(on)] : []);
    }

    /// <summary>What counting an open case with the law in force now would change; null where the date stays.</summary>
    public async Task<Change?> Recount(CaseFile file)
    {
        if (!file.Case.Status.HasOpenLimit()) return null;
        var law = await laws.InForce(file.Case.State);
        var facts = (await file.ClockRecord()).Facts;
        var reading = Read(file, law, facts);
        return reading.DueOn == file.Case.DueOn ? null : new(DueOn: reading.DueOn, Law: law.Sha256) { LooksOn = FirstLook(file, reading, facts[^1].On) };
    }

    public async Task<ClockReading> Read(CaseFile file, ClockRecord record) => Read(file, await Law(file, record), record.Facts);

    /// <summary>By when the post of an open desk should have done its part; null where its stage has no days of its own. The office's own date, not the law's.</summary>
    public async Task<DateOnly?> PartDue(CaseFile file, WorkItem desk)
    {
        if (file.Service.Stage(desk.Stage).Days is not (> 0 and var days)) return null;
        var record = await file.ClockRecord();
        var law = await Law(file, record);
        var since = StateTime.Day(desk.StageSinceAt ?? desk.SinceAt);
        // A case moves only while its clock runs: what paused it since then, and ended that, comes in pairs.
        var moves = record.Facts.SkipWhile(fact => fact.Move != ClockMove.Paused || fact.On < since).Where(fact => fact.Move != ClockMove.Stopped && !fact.IsOfPeriod).Concat(record.Facts.Where(fact => fact.IsOfPeriod));
        var kind = file.Service.Limit.Kind == LimitRule.Immediate ? "unstated" : file.Service.Limit.Kind;
        return Clock.Read(law.Act.Limit(days, kind), law.Act, law.Calendar, [ClockFact.Started(since), .. moves]).DueOn;
    }

    /// <summary>The act a case stands under: the one it was counted with, or the one in force while its clock has not started.</summary>
    public async Task<ActRules> Act(CaseFile file) => (await Law(file, await file.ClockRecord())).Act;

    /// <summary>As <see cref="Act(CaseFile)"/>, where the moves were read already.</summary>
    public async Task<ActRules> Act(CaseFile file, ClockRecord record) => (await Law(file, record)).Act;

    Task<Law> Law(CaseFile file, ClockRecord record) => record.Law is { } named ? laws.Named(named) : laws.InForce(file.Case.State);

    /// <summary>The act as the state's folder has it today: what follows from a limit that passed is asked of it, and not of the one a date was counted with.</summary>
    public async Task<ActRules> ActInForce(CaseFile file) => (await laws.InForce(file.Case.State)).Act;

    static Change Counted(CaseFile file, Law law, ClockRecord record, ClockFact[] moves)
    {
        List<ClockFact> facts = [.. record.Facts, .. moves];
        var reading = Read(file, law, facts);
        return new(CaseStatus.InProcess, reading.DueOn, IsPaused: false, [.. moves.Select(move => move.ToText())], law.Sha256) { LooksOn = FirstLook(file, reading, facts[^1].On) };
    }

    // What was reached before the clock's last move was told then.
    static DateOnly? FirstLook(CaseFile file, ClockReading reading, DateOnly since) =>
        LimitStep.Of(reading, file.Warnings).Select(step => (DateOnly?)step.On).FirstOrDefault(on => on >= since) ?? reading.DueOn?.AddDays(1);

    static ClockReading Read(CaseFile file, Law law, IReadOnlyList<ClockFact> facts) =>
        Clock.Read(file.Limit(law.Act), law.Act, law.Calendar, facts);
}
