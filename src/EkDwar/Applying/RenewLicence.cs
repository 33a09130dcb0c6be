using System.Text.Json.Nodes;
using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>
/// Use case: a draft of the renewal of one's own licence, with what was answered then and still holds. Papers and
/// declarations are asked anew, and what she has answered in the draft since stays.
/// </summary>
public sealed class RenewLicence(EkDwarDb db, TrackCase track, Drafts drafts, TimeProvider time)
{
    public async Task<Outcome<OpenDraft>> Run(CitizenSession session, CaseReference reference)
    {
        if (await track.ForAccount(session, reference) is not { Service.Licence: { } rule } file) return TrackCase.NotFound;
        var licence = await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == reference.CaseId && c.Status == CertificateStatus.Valid);
        if (licence?.ValidUntil is not { } until) return TrackCase.NotFound;
        if (!rule.MayRenew(until, time.Today())) return new Refusal("applying.renew_too_early");
        // A family may share the mobile, and a draft is one person's.
        if (session.PersonId != file.Case.ApplicantId) return new Refusal("applying.renew_other_person");
        if (await drafts.OpenOrStart(session, file.Case.State, rule.RenewedBy) is not { } draft) return new Refusal("applying.renew_not_offered");
        var answers = draft.Answers;
        foreach (var question in draft.Service.Questions)
        {
            if (question.Type == "licence" && question.Id == draft.Service.Licence?.Renews) Keep(question, new(new Dictionary<string, string> { [""] = licence.NumberOf(file.Case.Reference) }));
            else if (!answers.Has(question.Id) && Earlier(file, question) is { } given) Keep(question, given);
        }
        drafts.Keep(draft, answers);
        return await db.TrySave() ? draft with { Answers = answers } : new Refusal("applying.draft_changed");

        void Keep(EkDwar.Catalogue.Question question, RawAnswer raw)
        {
            if (QuestionType.Of(question).Parse(question, raw, draft.Facts) is { IsDone: true, Value: { } parsed }) answers = answers.With(question.Id, parsed);
        }
    }

    static RawAnswer? Earlier(CaseFile file, EkDwar.Catalogue.Question question) =>
        question.Type is not ("document" or "declaration" or "licence") && file.Service.Questions.Find(asked => asked.Id == question.Id && asked.Type == question.Type) is { } asked
            && file.Answers[question.Id] is JsonNode answer ? new(QuestionType.Of(asked).Typed(asked, answer)) : null;
}
