using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;

namespace EkDwar.Processing;

/// <summary>
/// Use case: the officer at a stage answers what its form asks, and gives the record it asks for. The case stays on her
/// desk, and she may answer anew while it does: what she said and gave before is in the ledger.
/// </summary>
public sealed class RecordFindings(EkDwarDb db, CaseFiles cases, GivenRecords records, TimeProvider time)
{
    /// <param name="sent">the files chosen at a question of type document; where none are, what was given before stays</param>
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, Func<Question, RawAnswer> typed, LanguageCode language,
        Func<Question, IReadOnlyList<IFormFile>>? sent = null)
    {
        var given = await Given(session, caseId, typed, language, sent ?? (_ => []));
        if (given is { IsDone: false }) return given.Refusals.ToList();
        var act = new DeskAct(session, caseId, seenVersion, Stage.FillIn, CaseEvent.FindingsRecorded, new() { Findings = given?.Value?.ToText() });
        return await cases.Act(act, file => Record(file, act, given!.Value!));
    }

    /// <summary>What was found, or what is wrong with it; null where the case does not lie on this desk, or nothing is asked there.</summary>
    async Task<Outcome<Answers>?> Given(DeskSession session, long caseId, Func<Question, RawAnswer> typed, LanguageCode language, Func<Question, IReadOnlyList<IFormFile>> sent)
    {
        if (await cases.Open(caseId) is not { } file) return null;
        await cases.SeeFrom(file, session.PostId);
        if (file.Desk?.PostId != session.PostId || file.Stage?.Form is not { } form) return null;
        var facts = AnswerFacts.WithoutPlaces(time.Today()) with { Language = language };
        // A file is taken in only beside answers that stand.
        var stands = form.Accept(file.Service, file.Known, question => question.Type == "document" ? GivenRecords.Supposed(file, question, sent(question)) : typed(question), facts);
        if (!stands.IsDone) return stands;
        var taken = await records.Take(file, form, sent);
        return taken.IsDone ? stands.Value.And(taken.Value) : taken;
    }

    async Task<Outcome<CaseReference>> Record(CaseFile file, DeskAct act, Answers findings)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        file.Find(findings);
        await GivenRecords.Settle(db, file, findings);
        file.Record(act.Kind, time.UtcNow(), act.Actor, act.Body, new());
        return await db.SaveAct(file.Case);
    }
}
