using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Paying.Assessment;

/// <summary>
/// Use case: a desk works the fee out: the officer states facts, the service's own heads come to the amount, and the case
/// waits until it is paid, as long as the act allows without counting. While it is unpaid it may be assessed anew. Nobody
/// types a total.
/// </summary>
public sealed class AssessFee(EkDwarDb db, CaseFiles cases, CaseClock clock, TimeProvider time)
{
    /// <summary>Before each field of a form that states a fact.</summary>
    public const string Field = "fact-";

    /// <summary>What the facts as typed come to, or all that is wrong with them at once.</summary>
    public static Outcome<FeeDue> WorkOut(CaseFile file, IReadOnlyDictionary<string, string> typed, string? words, DateOnly today)
    {
        var (fee, problems, stated) = (file.Service.Fee, new List<Refusal>(), Answers.None);
        foreach (var fact in fee.Facts)
        {
            var read = QuestionType.Of(fact).Parse(fact, new(new Dictionary<string, string> { [""] = typed.GetValueOrDefault(fact.Id, "") }), AnswerFacts.WithoutPlaces(today));
            if (read.IsDone) stated = stated.With(fact.Id, read.Value);
            else problems.AddRange(read.Refusals.Select(refusal => refusal with { Field = Field + fact.Id }));
        }
        if (OfficersWords.Unfit(words, "words", fee.NeedsGround) is { } unfit) problems.Add(unfit);
        return problems.Count > 0 ? problems : fee.Assess(file.Service.Questions, file.Answers, stated, today, file.Case.Channel);
    }

    /// <summary>Whether the fee of this case may be worked out now: it is the office's turn, or what it worked out is not paid.</summary>
    public static bool IsOpen(CaseFile file) => file.Service.Fee.Pay == FeeRule.AfterAssessment && file.Fee.Pay is FeeRule.AfterAssessment or FeeRule.Assessed
        && file.Case.FeePaidAt is null && file.Case.Status is CaseStatus.InProcess or CaseStatus.AwaitingFee;

    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, IReadOnlyDictionary<string, string> typed, string? words)
    {
        var act = new DeskAct(session, caseId, seenVersion, Stage.Assess, CaseEvent.FeeAssessed, new() { Stated = typed, Words = OfficersWords.Or(words) });
        return cases.Act(act, file => Assess(file, act, typed, words));
    }

    async Task<Outcome<CaseReference>> Assess(CaseFile file, DeskAct act, IReadOnlyDictionary<string, string> typed, string? words)
    {
        if (!IsOpen(file)) return new Refusal("paying.not_to_assess");
        var now = time.UtcNow();
        var worked = WorkOut(file, typed, words, StateTime.Day(now));
        if (!worked.IsDone) return worked.Refusals.ToList();
        file.Case.Fee = worked.Value.ToText();
        file.Record(act.Kind, now, act.Actor, act.Body with { Fee = file.Case.Fee }, await Change(file, now));
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind}", now));
        await WithdrawOffers.IfAny(db, file, now);
        return await db.SaveAct(file.Case);
    }

    async Task<Change> Change(CaseFile file, DateTime now)
    {
        var today = StateTime.Day(now);
        if (!file.OwesFee) return file.WaitsAtDesk ? await clock.Resume(file, today) : new();
        if (file.WaitsAtDesk) return new();
        // The days on which she is to pay are the office's own where the act does not let the clock stand.
        // A clock that has not started cannot stand.
        var pauses = file.Case.DueOn is not null && (await clock.Act(file)).AllowsPause("fee");
        return new(CaseStatus.AwaitingFee, IsPaused: pauses, Clock: pauses ? [ClockFact.Paused(today, "fee").ToText()] : []);
    }
}
