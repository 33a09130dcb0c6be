using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;

namespace EkDwar.Applying;

/// <summary>Use case: a new draft in the place of an application that was closed because something never came, with what was answered then. Its papers are offered again at their questions.</summary>
public sealed class ApplyAgain(EkDwarDb db, TrackCase track, Drafts drafts)
{
    public async Task<Outcome<OpenDraft>> Run(CitizenSession session, CaseReference reference)
    {
        if (await track.ForAccount(session, reference) is not { Case.Status: CaseStatus.Lapsed } file) return TrackCase.NotFound;
        // A family may share the mobile, and a draft is one person's.
        if (session.PersonId != file.Case.ApplicantId) return new Refusal("applying.again_other_person");
        if (await drafts.OpenOrStart(session, file.Case.State, file.Case.ServiceId) is not { } draft) return new Refusal("applying.again_not_offered");
        var answers = EarlierAnswers.Into(draft, file);
        drafts.Keep(draft, answers);
        return await db.TrySave() ? draft with { Answers = answers } : new Refusal("applying.draft_changed");
    }
}
