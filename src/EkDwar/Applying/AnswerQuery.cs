using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>
/// Use case: the applicant answers the query, in words and with a new paper where one was asked for. The clock goes on
/// and the due date moves by the days it stood still, and by no other.
/// </summary>
public sealed class AnswerQuery(EkDwarDb db, CaseFiles cases, CaseClock clock, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(CitizenSession session, long caseId, string? words, string? questionId, RawAnswer? paper)
    {
        var file = await cases.Open(caseId);
        if (file is null || file.Case.FiledById != session.AccountId) return new Refusal("cases.not_found");
        if (file.Case.Status != CaseStatus.AwaitingCitizen) return new Refusal("applying.no_query_open");
        if (OfficersWords.Unfit(words, "words", isNeeded: paper is null) is { } unfit) return unfit;
        if (paper is not null && questionId is not null)
        {
            var answers = Interview.Accept(file.Service, file.Answers, file.Service.Question(questionId), paper,
                AnswerFacts.WithoutPlaces(time.Today()));
            if (!answers.IsDone) return answers.Refusals.ToList();
            file.Replace(answers.Value);
            PaperScan.BelongTo(file.Case, await PaperScan.Of(db, file.Service, answers.Value), file.Service, answers.Value);
        }
        var now = time.UtcNow();
        file.Record(CaseEvent.QueryAnswered, now, Actor.Applicant, new() { Words = OfficersWords.Or(words) },
            await clock.Resume(file, StateTime.Day(now)));
        return await db.SaveAct(file.Case);
    }
}
