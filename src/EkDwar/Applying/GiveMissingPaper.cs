using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>Use case: the applicant gives a paper that was missing. When it was the last one, the clock starts and a desk gets the case.</summary>
public sealed class GiveMissingPaper(EkDwarDb db, CaseFiles cases, CaseStart start, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(CitizenSession session, long caseId, string questionId, RawAnswer paper)
    {
        var file = await cases.Open(caseId);
        if (file is null || !await db.Reaches(session, file, time.Today())) return new Refusal("cases.not_found");
        if (file.Case.Status.IsClosed()) return new Refusal("applying.no_paper_missing");
        var service = file.Service;
        var question = Interview.MissingPapers(service, file.Answers).FirstOrDefault(q => q.Id == questionId);
        if (question is null) return new Refusal("applying.no_paper_missing");
        var answers = Interview.Accept(service, file.Answers, question, paper, AnswerFacts.WithoutPlaces(time.Today()));
        if (!answers.IsDone) return answers.Refusals.ToList();
        file.Replace(answers.Value);
        PaperScan.BelongTo(file.Case, await PaperScan.Of(db, service, answers.Value), service, answers.Value);
        await MissingPages.Given(db, file, questionId, time.UtcNow());
        await Note(file, answers.Value, session.Actor());
        return await db.SaveAct(file.Case);
    }

    async Task Note(CaseFile file, Answers answers, Actor actor)
    {
        var now = time.UtcNow();
        if (file.Case.Status != CaseStatus.AwaitingPapers)
        {
            // In the place of one that was found infected since: the clock runs, and goes on running.
            file.Record(CaseEvent.PapersCompleted, now, actor, new(), new());
            return;
        }
        file.Record(CaseEvent.PapersCompleted, now, actor, new(), await start.Go(file, answers, await start.Parties.IsMissing(file), now));
        if (file.Case.Status is not (CaseStatus.InProcess or CaseStatus.AwaitingRegister)) return;
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.PapersCompleted}", now));
    }
}
