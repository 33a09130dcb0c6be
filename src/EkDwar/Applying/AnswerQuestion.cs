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
        else drafts.KeepTyped(draft, question.Id, raw);
        // Two tabs on one draft: the one that comes second is told, and nothing of the first is lost.
        return await db.TrySave() ? accepted : new Refusal("applying.draft_changed");
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
    public async Task Keep(OpenDraft draft, Question question, RawAnswer raw)
    {
        drafts.KeepTyped(draft, question.Id, raw);
        await db.TrySave();
    }
}
