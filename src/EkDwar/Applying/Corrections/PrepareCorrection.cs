using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Applying.Corrections;

/// <summary>Use case: the applicant gives one answer or paper of hers anew. It is checked and kept, and is part of the case only once she has sent it and it took effect.</summary>
public sealed class PrepareCorrection(EkDwarDb db, TrackCase track, PostDirectory directory, LooseFiles loose, TimeProvider time)
{
    /// <summary>Her application with what she corrects in it; null for anybody else.</summary>
    public async Task<OpenCorrection?> Of(CitizenSession session, CaseReference reference) =>
        await track.ForSender(session, reference) is { } file ? await OpenCorrection.Of(db, file) : null;

    public async Task<AnswerFacts> Facts(OpenCorrection open, LanguageCode language) => new(time.Today(), await directory.Offered(open.File.Service), language);

    public async Task<Outcome<OpenCorrection>> Give(OpenCorrection open, Question question, RawAnswer raw, LanguageCode language)
    {
        if (open.IsAsked || !CorrectionRules.IsOpen(open.File)) return new Refusal("applying.correct.not_now");
        var accepted = Interview.Accept(open.File.Service, open.Merged, question, raw, await Facts(open, language));
        if (!accepted.IsDone) return accepted.Refusals.ToList();
        if (accepted.Value[question.Id] is not { } answer) return new Refusal("questions.unanswered", "");
        // What is as it was is no correction.
        var anew = answer.ToJsonString() == open.File.Answers[question.Id]?.ToJsonString() ? open.Anew.Only(id => id != question.Id) : open.Anew.With(question.Id, answer);
        return await Keep(open, anew);
    }

    /// <summary>Puts the pages of a paper given anew into another order, or takes one out; without any, the paper stays that is there.</summary>
    public async Task<Outcome<OpenCorrection>> Change(OpenCorrection open, Question question, GivenPaper paper) =>
        open.IsAsked || !CorrectionRules.IsOpen(open.File) ? new Refusal("applying.correct.not_now")
            : await Keep(open, paper.Parts.Count > 0 ? open.Anew.With(question.Id, paper.ToJson()) : open.Anew.Only(id => id != question.Id));

    async Task<Outcome<OpenCorrection>> Keep(OpenCorrection open, Answers anew)
    {
        await loose.Hold(open.File.Service, open.Anew, anew, Holder.Case(open.File.Case.CaseId));
        open.Keep(db, anew);
        return await db.TrySave() ? await OpenCorrection.Of(db, open.File) : new Refusal("applying.draft_changed");
    }
}
