using EkDwar.Cases.Names;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Cases;

/// <summary>Where a case begins: which office has it, and, once it is complete, its first desk or its register. The change that starts its clock is given back to be recorded.</summary>
public sealed class CaseStart(EkDwarDb db, PostDirectory directory, CasePath path, CaseClock clock, CaseParties parties)
{
    /// <summary>How long after it did not answer a register is asked again for the first time.</summary>
    public static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);

    /// <summary>The office that takes a case with these answers; null where nobody serves the place, or the post it needs is not there.</summary>
    public async Task<Office?> Office(ServiceDefinition service, Answers answers, Terms terms)
    {
        var office = await directory.Serving(service.State, answers.Text(service.ServedBy.Question) ?? "", terms.Served(service));
        // In whose name a register's copy is signed must be there as much as a desk.
        var needed = service.Instant is null ? new StagePath(service, terms, Answers.None, []).First.Select(stage => stage.Post) : [terms.Officers.Designated];
        if (office is null) return null;
        foreach (var post in needed)
            if (await directory.At(office.OfficeId, post) is null) return null;
        return office;
    }

    /// <summary>The kind of body that will have an application with these answers; null where nobody serves the place.</summary>
    public async Task<string?> Body(ServiceDefinition service, Answers answers) =>
        (await directory.Places(service.State)).KindServing(answers.Text(service.ServedBy.Question) ?? "", service.ServedBy.PlaceKind);

    /// <summary>The place by which the office is chosen; null where the house does not know it.</summary>
    public async Task<Guid?> PlaceId(ServiceDefinition service, Answers answers) =>
        (await directory.Places(service.State)).IdOf(answers.Text(service.ServedBy.Question) ?? "");

    /// <summary>
    /// The place by which the office is chosen was answered anew: where another office serves that, the case follows it, with
    /// its clock as it is, and the applicant is told. Where none does, it stays.
    /// </summary>
    public async Task Follow(CaseFile file, Answers answers, DateTime now)
    {
        file.Case.PlaceId = await PlaceId(file.Service, answers);
        var before = file.Case.OfficeId;
        if (file.Desk is null || await Office(file.Service, answers, file.Terms) is not { } office || office.OfficeId == before || await path.Move(file, office, now) is not null) return;
        file.Record(CaseEvent.CaseTransferred, now, Actor.System, new() { Place = answers.Text(file.Service.ServedBy.Question), Office = office.OfficeId, OfficeBefore = before }, new());
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.CaseTransferred}", now));
    }

    public CaseParties Parties => parties;

    public CaseWords Words => path.Words;

    /// <summary>What comes once something that was missing is there: the case waits for what is missing still, for its fee, or begins.</summary>
    public async Task<Change> Go(CaseFile file, Answers answers, bool isConsentMissing, DateTime now)
    {
        if (Interview.MissingPapers(file.Service, answers).Count > 0) return new(CaseStatus.AwaitingPapers, IsPaused: false);
        if (isConsentMissing) return new(CaseStatus.AwaitingConsent, IsPaused: false);
        return file.WaitsForFee ? new(CaseStatus.AwaitingFee, IsPaused: false) : await Begin(file, now);
    }

    /// <summary>Writes a consent into the ledger, with what follows where it was the last.</summary>
    public async Task Consented(CaseFile file, ConsentEntry entry, IReadOnlyList<PartyState> others)
    {
        var isMissing = others.Any(other => !other.HasConsented);
        // With no desk yet it has not begun; a limit that starts with an event may have no date long after.
        var change = file.Desk is null ? await Go(file, file.Answers, isMissing, entry.At) : await GoOn(file, isMissing, entry.At);
        file.Record(entry.Kind, entry.At, entry.Actor, entry.Body, change);
        if (file.Case.Status is CaseStatus.InProcess or CaseStatus.AwaitingFee) db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.ConsentGiven}", entry.At));
    }

    /// <summary>What comes once a clock that had stood still may go on: it does, or waits for a consent that has to come again.</summary>
    public async Task<Change> GoOn(CaseFile file, bool isConsentMissing, DateTime now) =>
        isConsentMissing ? new(CaseStatus.AwaitingConsent)
        // The desk had worked the fee out before a consent was taken back: that still stands to be paid.
        : file.Fee.Pay == FeeRule.Assessed && file.OwesFee ? new(CaseStatus.AwaitingFee) : await clock.Resume(file, StateTime.Day(now));

    public async Task<Change> Begin(CaseFile file, DateTime now)
    {
        // The desk assessed the fee and has the case still: it goes on there.
        if (file.WaitsAtDesk) return await clock.Resume(file, StateTime.Day(now));
        if (file.Service.Instant is null)
        {
            if (await path.Place(file, file.Path.First, now) is not null) throw new InvalidOperationException("the office lost its first post");
            // The date is named when the event is recorded.
            return file.WaitsForEvent ? new(CaseStatus.InProcess, IsPaused: false) : await clock.Start(file, StateTime.Day(now));
        }
        db.Add(OutboxMessage.Of(DeliverNow.AskRegister, file.Case.Reference.Compact, now + OutboxRound.RequestFirst));
        // Its clock has run already where the register was away before.
        return file.Case.DueOn is null ? await clock.Start(file, StateTime.Day(now)) : await clock.Resume(file, StateTime.Day(now));
    }

    /// <summary>A case whose register does not answer: nothing is missing from the citizen, so the limit runs.</summary>
    public async Task<Change> Wait(CaseFile file, DateTime now)
    {
        db.Add(OutboxMessage.Of(DeliverNow.AskRegister, file.Case.Reference.Compact, now + FirstRetry));
        return (await clock.Start(file, StateTime.Day(now))) with { Status = CaseStatus.AwaitingRegister };
    }
}
