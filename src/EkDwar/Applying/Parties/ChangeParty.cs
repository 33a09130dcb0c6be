using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Parties;

/// <summary>
/// Use case: the applicant names another witness in the place of one who declined or cannot be reached, or corrects a
/// party's mobile. Whoever was asked before sees nothing any more; who had consented to something else is asked again.
/// </summary>
public sealed class ChangeParty(EkDwarDb db, CaseFiles cases, CaseParties parties, TimeProvider time)
{
    /// <summary>Each change sends a message to a number the applicant wrote: so many, and then the office has to help.</summary>
    const int ChangesAtMost = 10;

    /// <summary>The party, while the applicant may change her; null for anybody else, and once she has consented.</summary>
    public async Task<(CaseFile File, Party Party)?> Open(CitizenSession session, long caseId, string key)
    {
        if (await cases.Open(caseId) is not { } file || !file.IsOwn(session)) return null;
        if (file.Case.Status is not (CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent)) return null;
        return (await parties.Of(file)).FirstOrDefault(party => party.Party.Key == key) is { HasConsented: false, Party: { Anew: not null } party } ? (file, party) : null;
    }

    public async Task<Outcome<CaseReference>> Run(CitizenSession session, long caseId, string key, RawAnswer raw, AnswerFacts facts)
    {
        if (await Open(session, caseId, key) is not var (file, party)) return new Refusal("cases.not_found");
        if (await Changes(caseId) >= ChangesAtMost) return new Refusal("applying.party_changed_often");
        var given = Given(party, raw, facts);
        if (!given.IsDone) return given.Refusals.ToList();
        var question = file.Service.Question(party.Row is null ? party.Rule.Phone : party.Rule.Rows);
        var before = file.Answers;
        var after = given.Value;
        if (question.Broken(file.Service.Questions, after, facts.Today) is { } broken) return new Refusal("questions.must", FieldOf(party), ("says", broken.Says.In(facts.Language)));
        // What was right before and is not now came with this change.
        if ((await parties.Problems(file.Service, after, session.AccountId)).ToList() is { Count: > 0 } problems) return problems.ConvertAll(problem => problem with { Field = FieldOf(party) });
        file.Replace(after);
        var now = time.UtcNow();
        var asks = await parties.Ask(file, after, now);
        if (asks.Count == 0 && JsonNode.DeepEquals(before[question.Id], after[question.Id])) return file.Case.Reference;
        file.Record(CaseEvent.PartyChanged, now, Actor.Applicant, new()
        {
            Asks = asks.Count == 0 ? null : asks, Replaced = before[question.Id] is { } was ? new Dictionary<string, string> { [question.Id] = was.ToJsonString() } : null,
        }, new());
        return await db.SaveAct(file.Case);
    }

    Task<int> Changes(long caseId) => db.Set<LedgerEntry>().CountAsync(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == caseId && entry.Kind == nameof(CaseEvent.PartyChanged));

    /// <summary>The answers as they will be.</summary>
    static Outcome<Answers> Given(Party party, RawAnswer raw, AnswerFacts facts)
    {
        var question = party.Anew!;
        if (question.Optional && raw.IsBlank) return party.Answers.Blank(question.Id);
        var parsed = QuestionType.Of(question).Parse(question, raw, facts);
        if (!parsed.IsDone) return parsed.Refusals.ToList();
        var answer = parsed.Value;
        if (party.Row is { } row)
        {
            answer = party.Answers[question.Id]!.DeepClone();
            answer[row] = parsed.Value[0]!.DeepClone();
        }
        return Interview.Replaced(party.Service, party.Answers, Answers.None.With(question.Id, answer));
    }

    static string FieldOf(Party party) => party.Row is null ? "" : $"0.{(party.Rule.Phone.Length > 0 ? party.Rule.Phone : party.Rule.Name)}";
}
