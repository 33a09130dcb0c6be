using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Applying;

/// <summary>Use case: one answer to one question of a draft. Accepted answers are kept at once; a refused one stays as typed.</summary>
public sealed class AnswerQuestion(EkDwarDb db, Drafts drafts, LooseFiles loose)
{
    public async Task<Outcome<Answers>> Run(OpenDraft draft, Question question, RawAnswer raw)
    {
        var accepted = Interview.Accept(draft.Service, draft.Answers, question, raw, draft.Facts);
        if (accepted.IsDone) await Keep(draft, accepted.Value);
        else drafts.KeepTyped(draft, [(question, raw)]);
        // Two tabs on one draft: the one that comes second is told, and nothing of the first is lost.
        return await db.TrySave() ? accepted : new Refusal("applying.draft_changed");
    }

    /// <summary>
    /// The answers to all questions of a page, one after the other, as if each had been sent alone: what is accepted is kept
    /// though another is refused, and that one stays as typed. Each refusal names the question and the part it belongs to.
    /// </summary>
    public async Task<Outcome<Answers>> Run(OpenDraft draft, IReadOnlyList<(Question Question, RawAnswer Raw)> said)
    {
        var (answers, refused, refusals) = (draft.Answers, new List<(Question, RawAnswer)>(), new List<Refusal>());
        foreach (var (question, raw) in said)
        {
            var accepted = Interview.Accept(draft.Service, answers, question, raw, draft.Facts);
            if (accepted.IsDone) answers = accepted.Value;
            else
            {
                refused.Add((question, raw));
                refusals.AddRange(accepted.Refusals.Select(refusal => refusal with { Field = RawAnswer.Part(question.Id, refusal.Field ?? "") }));
            }
        }
        if (refused.Count < said.Count) await Keep(draft, answers);
        if (refused.Count > 0) drafts.KeepTyped(draft, refused);
        if (!await db.TrySave()) return new Refusal("applying.draft_changed");
        return refusals.Count > 0 ? refusals : answers;
    }

    /// <summary>Puts the pages of a paper into another order, or takes one out; without any, the question is open again.</summary>
    public async Task<Outcome<Answers>> Change(OpenDraft draft, Question question, GivenPaper paper)
    {
        if (paper.Parts.Count > 0) return await Run(draft, question, new(paper.Typed()));
        var without = draft.Answers.Only(id => id != question.Id);
        await Keep(draft, without);
        return await db.TrySave() ? without : new Refusal("applying.draft_changed");
    }

    async Task Keep(OpenDraft draft, Answers answers)
    {
        await loose.Hold(draft.Service, draft.Answers, answers, Holder.Draft(draft.Person.PersonId));
        drafts.Keep(draft, answers);
    }

    /// <summary>Keeps what is typed without checking it, for a change of language or a row more.</summary>
    public async Task Keep(OpenDraft draft, params IReadOnlyList<(Question Question, RawAnswer Raw)> said)
    {
        drafts.KeepTyped(draft, said);
        await db.TrySave();
    }
}
