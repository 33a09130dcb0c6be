using EkDwar.Cases;
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
        var answers = EarlierAnswers.Into(draft, file);
        if (draft.Service.Questions.Find(question => question.Type == "licence" && question.Id == draft.Service.Licence?.Renews) is { } renewed)
            answers = answers.Typed(draft, renewed, new(new Dictionary<string, string> { [""] = licence.NumberOf(file.Case.Reference) }));
        drafts.Keep(draft, answers);
        return await db.TrySave() ? draft with { Answers = answers } : new Refusal("applying.draft_changed");
    }
}
