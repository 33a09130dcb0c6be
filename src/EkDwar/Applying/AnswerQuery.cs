using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>
/// Use case: the applicant answers the query: with what she has given anew, which takes the place of exactly what was at
/// fault, and in words where something stays as it is. What was there before stays in the ledger. The clock goes on and the
/// due date moves by the days it stood still, and by no other.
/// </summary>
public sealed class AnswerQuery(EkDwarDb db, CaseFiles cases, QueryReplies replies, CaseStart start, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(CitizenSession session, long caseId, string? words)
    {
        var file = await cases.Open(caseId);
        if (file is null || !await db.Reaches(session, file, time.Today())) return new Refusal("cases.not_found");
        if (await replies.Of(file) is not { } query) return new Refusal("applying.no_query_open");
        if (query.Unanswered.Select(question => new Refusal("questions.unanswered", question.Id)).ToList() is { Count: > 0 } open) return open;
        if (OfficersWords.Unfit(words, "words", isNeeded: !query.IsWhole) is { } unfit) return unfit;
        var (merged, replaced) = (query.Merged, query.Replaced);
        var scans = await PaperScan.Of(db, file.Service, merged);
        if (PaperScan.Infected(scans, file.Service, query.Replies).ToList() is { Count: > 0 } infected)
            return infected.ConvertAll(question => new Refusal("applying.paper_infected", question.Id));
        if (await start.Parties.Problems(file.Service, merged, file.Case.FiledById) is { Count: > 0 } parties) return parties;
        PaperScan.BelongTo(file.Case, scans, file.Service, merged);
        file.Replace(merged);
        if (query.Row is not null) db.Remove(query.Row);
        var now = time.UtcNow();
        await LooseFiles.Settle(db, file.Service, query.Replies, merged, now);
        // Whoever consented to what stood there before has not consented to this: the case waits for her.
        var asks = await start.Parties.Ask(file, merged, now);
        file.Record(CaseEvent.QueryAnswered, now, session.Actor(),
            new() { Words = OfficersWords.Or(words), Replaced = replaced.Count == 0 ? null : replaced, Asks = asks.Count == 0 ? null : asks },
            await start.GoOn(file, asks.Count > 0, now));
        if (replaced.ContainsKey(file.Service.ApplicantName)) await start.Words.Renew(file);
        if (replaced.ContainsKey(file.Service.ServedBy.Question)) await start.Follow(file, merged, now);
        return await db.SaveAct(file.Case);
    }
}
