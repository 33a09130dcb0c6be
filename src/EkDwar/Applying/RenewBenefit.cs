using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>
/// Use case: a draft of the renewal of what was sanctioned for a year. That it was sanctioned, and which instalments came, is
/// taken from the register and not asked; what was answered then and still holds is filled in. Papers and declarations are asked anew.
/// </summary>
public sealed class RenewBenefit(EkDwarDb db, TrackCase track, Drafts drafts, TimeProvider time)
{
    public async Task<Outcome<OpenDraft>> Run(CitizenSession session, CaseReference reference)
    {
        if (await track.ForAccount(session, reference) is not { Service.Sanction.Renewal: { } rule } file) return TrackCase.NotFound;
        if (await db.Set<Beneficiary>().AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == reference.CaseId) is not { } entry) return TrackCase.NotFound;
        if (entry.Status == BenefitStatus.Stopped) return new Refusal("applying.renew_stopped");
        if (!rule.MayRenew(entry.HoldsUntil, time.Today())) return new Refusal("applying.renew_benefit_too_early");
        // A family may share the mobile, and a draft is one person's.
        if (session.PersonId != file.Case.ApplicantId) return new Refusal("applying.renew_benefit_other_person");
        if (await drafts.OpenOrStart(session, file.Case.State, rule.By) is not { } draft) return new Refusal("applying.renew_benefit_not_offered");
        var answers = Filled(draft, rule, file, reference);
        drafts.Keep(draft, answers);
        return await db.TrySave() ? draft with { Answers = answers } : new Refusal("applying.draft_changed");
    }

    static Answers Filled(OpenDraft draft, RenewalRule rule, CaseFile file, CaseReference reference)
    {
        var answers = draft.Answers;
        foreach (var question in draft.Service.Questions)
        {
            var isSettled = question.Id == rule.Question || rule.Answers.ContainsKey(question.Id);
            RawAnswer? raw = question.Id == rule.Question ? new(new Dictionary<string, string> { [""] = reference.ToString() })
                : rule.Answers.TryGetValue(question.Id, out var known) ? new(new Dictionary<string, string> { [""] = known })
                : Earlier(file, question);
            if (raw is null || !isSettled && answers.Has(question.Id) || !question.IsAsked(draft.Service.Questions, answers)) continue;
            if (Interview.Accept(draft.Service, answers, question, raw, draft.Facts) is { IsDone: true, Value: var accepted }) answers = accepted;
        }
        return answers;
    }

    // The account is typed anew each year: a wrong digit would lead a year's money astray.
    static RawAnswer? Earlier(CaseFile file, Question question) =>
        question.Type != "bank_account" && question.Prefill.Contains(Question.FromEarlier) ? EarlierAnswers.Of(file, question) : null;
}
