using System.Globalization;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>
/// Use case: an officer records that the event came with which the limit of this service starts: on which day, and by which
/// paper. The legal date is counted from that day, once, and the applicant is told. Not before the application was received, and no day to come.
/// </summary>
public sealed class StartClock(EkDwarDb db, CaseFiles cases, CaseClock clock, TimeProvider time)
{
    static readonly Question Day = new() { Id = "on", Type = "date", Falls = DateType.Any };

    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, RawAnswer day, string? paper)
    {
        var act = new DeskAct(session, caseId, seenVersion, Stage.StartClock, CaseEvent.ClockStarted, new() { Words = OfficersWords.Or(paper) });
        return cases.Act(act, file => Start(file, act, day, paper));
    }

    async Task<Outcome<CaseReference>> Start(CaseFile file, DeskAct act, RawAnswer day, string? paper)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        if (!file.WaitsForEvent) return new Refusal("cases.action_not_here");
        var parsed = QuestionType.Of(Day).Parse(Day, day, AnswerFacts.WithoutPlaces(time.Today()));
        if (!parsed.IsDone) return parsed.Refusals.Select(refusal => refusal with { Field = StageForm.FieldOf(Day, refusal.Field ?? "") }).ToList();
        var on = DateOnly.ParseExact(parsed.Value.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (on > time.Today() || on < StateTime.Day(file.Case.SubmittedAt)) return new Refusal("processing.start_not_then", StageForm.FieldOf(Day, QuestionType.Of(Day).FirstPart(Day)));
        if (OfficersWords.Unfit(paper, "words", isNeeded: false) is { } unfit) return unfit;
        if (act.Body.Words is null) return new Refusal("processing.start_paper_needed", "words");
        var now = time.UtcNow();
        file.Record(act.Kind, now, act.Actor, act.Body, await clock.Start(file, on));
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind}", now));
        return await db.SaveAct(file.Case);
    }
}
