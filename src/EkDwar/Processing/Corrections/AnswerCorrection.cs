using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Cases.Names;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;

namespace EkDwar.Processing.Corrections;

/// <summary>
/// Use case: the desk that has a case accepts what its applicant wants to correct, or declines with words. The clock and every
/// date stay; the applicant is told. Until then nobody decides the case.
/// </summary>
public sealed class AnswerCorrection(EkDwarDb db, CaseFiles cases, PostDirectory directory, CaseWords names, TimeProvider time)
{
    public Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, bool? isAccepted, string? words)
    {
        var kind = isAccepted == false ? CaseEvent.CorrectionDeclined : CaseEvent.CorrectionAccepted;
        var act = new DeskAct(session, caseId, seenVersion, Stage.AnswerCorrection, kind, new() { Words = OfficersWords.Or(words) });
        return cases.Act(act, file => Answer(file, act, isAccepted, words));
    }

    async Task<Outcome<CaseReference>> Answer(CaseFile file, DeskAct act, bool? isAccepted, string? words)
    {
        if (file.Case.Status != CaseStatus.InProcess) return new Refusal("processing.waits_for_citizen");
        var open = await OpenCorrection.Of(db, file);
        if (!open.IsAsked) return new Refusal("cases.action_not_here");
        if (isAccepted is null) return new Refusal("processing.correction.choose", "verdict");
        if (OfficersWords.Unfit(words, "words", isNeeded: isAccepted == false) is { } unfit) return unfit;
        var facts = new AnswerFacts(time.Today(), await directory.Offered(file.Service), LanguageCode.English);
        // A query that was answered since may have changed what it was about.
        if (isAccepted == true && CorrectionRules.Unfit(file, open.Merged, facts) is not null) return new Refusal("processing.correction.no_longer", "verdict");
        var scans = await PaperScan.Of(db, file.Service, open.Anew);
        if (isAccepted == true && PaperScan.Infected(scans, file.Service, open.Anew).Any()) return new Refusal("processing.correction.infected", "verdict");
        var (now, body) = (time.UtcNow(), isAccepted == true ? act.Body with { Replaced = open.Before } : act.Body);
        if (isAccepted == true)
        {
            file.Replace(open.Merged);
            PaperScan.BelongTo(file.Case, scans, file.Service, open.Anew);
            if (open.Before.ContainsKey(file.Service.ApplicantName)) await names.Renew(file);
        }
        file.Record(act.Kind, now, act.Actor, body, new());
        await open.End(db, file.Answers, now);
        db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {act.Kind}", now));
        return await db.SaveAct(file.Case);
    }
}
