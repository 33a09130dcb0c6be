using EkDwar.Cases;
using EkDwar.Cases.Corrections;
using EkDwar.Cases.Names;
using EkDwar.Cases.Papers;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying.Corrections;

/// <summary>
/// Use case: the applicant sends what she has corrected, and why. Where no official has opened the application it takes effect at
/// once; else the desk accepts or declines it. The clock and every date stay as they are, and both versions are kept.
/// </summary>
public sealed class SendCorrection(EkDwarDb db, PrepareCorrection prepare, CaseWords names, TimeProvider time)
{
    static readonly string[] Sent = [nameof(CaseEvent.AnswersCorrected), nameof(CaseEvent.CorrectionAsked)];

    public async Task<Outcome<CaseReference>> Run(CitizenSession session, CaseReference reference, string? words)
    {
        if (await prepare.Of(session, reference) is not { } open) return new Refusal("cases.not_found");
        if (open.IsAsked || !CorrectionRules.IsOpen(open.File)) return new Refusal("applying.correct.not_now");
        if (open.Changed.Count == 0) return new Refusal("applying.correct.nothing");
        if (await Count(reference.CaseId) >= CorrectionRules.Most) return new Refusal("applying.correct.too_often");
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        if (CorrectionRules.Unfit(open.File, open.Merged, await prepare.Facts(open, LanguageCode.English)) is { } more) return more;
        var (file, now) = (open.File, time.UtcNow());
        var scans = await PaperScan.Of(db, file.Service, open.Anew);
        if (PaperScan.Infected(scans, file.Service, open.Anew).Any()) return new Refusal("applying.paper_infected");
        if (await TakesEffect(db, file))
        {
            LedgerBody body = new() { Words = OfficersWords.Or(words), Replaced = open.Before };
            file.Replace(open.Merged);
            if (open.Before.ContainsKey(file.Service.ApplicantName)) await names.Renew(file);
            file.Record(CaseEvent.AnswersCorrected, now, session.Actor(), body, new());
            PaperScan.BelongTo(file.Case, scans, file.Service, open.Anew);
            await open.End(db, file.Answers, now);
            db.Add(OutboxMessage.Of("notice", $"{reference.Compact} {CaseEvent.AnswersCorrected}", now));
        }
        else
        {
            open.Row!.AskedAt = now;
            file.Record(CaseEvent.CorrectionAsked, now, session.Actor(), new() { Words = OfficersWords.Or(words), Corrected = open.After }, new());
            foreach (var desk in file.Desks) await DeskNotice.Tell(db, desk.CaseId, desk.PostId, CaseEvent.CorrectionAsked, now);
        }
        return await db.SaveAct(file.Case);
    }

    /// <summary>Whether nobody has to be asked: no desk has the case yet, or no official has looked at it.</summary>
    public static async Task<bool> TakesEffect(EkDwarDb db, CaseFile file) =>
        file.Desk is null || !await db.Set<Look>().AnyAsync(look => look.CaseId == file.Case.CaseId);

    Task<int> Count(long caseId) => db.Set<LedgerEntry>().CountAsync(entry => entry.StreamKind == Ledger.CaseStream && entry.StreamId == caseId && Sent.Contains(entry.Kind));
}
