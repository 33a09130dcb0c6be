using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>
/// Use case: the post that decided takes a certificate back, with its reason, and where asked has it made anew. The old
/// one stays in the register for ever, and whoever verifies it is told.
/// </summary>
public sealed class RevokeCertificate(EkDwarDb db, CaseFiles cases, BenefitRegister benefits, PostDirectory directory, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words, bool reissue)
    {
        var act = new DeskAct(session, caseId, seenVersion, "revoke", CaseEvent.CertificateRevoked, new() { Words = OfficersWords.Or(words) });
        return await cases.Settled(act, await Revoke(act, words, reissue));
    }

    async Task<Outcome<CaseReference>> Revoke(DeskAct act, string? words, bool reissue)
    {
        var opened = await Open(db, cases, directory, act);
        if (!opened.IsDone) return opened.Refusals.ToList();
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var (file, certificate) = opened.Value;
        var now = time.UtcNow();
        (certificate.Status, certificate.EndedAt) = (reissue ? CertificateStatus.Replaced : CertificateStatus.Revoked, now);
        file.Record(act.Kind, now, act.Actor, act.Body with { CertificateSeq = certificate.Seq }, new());
        // Without its order nothing is sanctioned any more.
        if (!reissue && await benefits.Of(act.CaseId) is { } entry && entry.Status != BenefitStatus.Stopped) await benefits.Stop(file, entry, act.Actor, act.Body, now);
        if (reissue) db.Add(OutboxMessage.Of(IssueCertificate.OutboxKind, file.Case.Reference.Compact, now));
        else db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.CertificateRevoked}", now));
        return await db.SaveAct(file.Case);
    }

    /// <summary>The case with its valid certificate, for the post that decided, as its officer saw it and once she has proved who she is.</summary>
    internal static async Task<Outcome<(CaseFile File, Certificate Certificate)>> Open(EkDwarDb db, CaseFiles cases, PostDirectory directory, DeskAct act)
    {
        var certificate = await db.Set<Certificate>().Where(c => c.CaseId == act.CaseId).OrderByDescending(c => c.Seq).FirstOrDefaultAsync();
        if (await cases.Open(act.CaseId) is not { } file || certificate is null || !await directory.IsOf(certificate.PostId, act.Session.PostId)) return DeskCases.NotYours;
        if (certificate.Status != CertificateStatus.Valid || file.Case.Version != act.SeenVersion) return Acts.SomebodyElseWasFirst;
        return file.Unproved(act) is { } unproved ? unproved : (file, certificate);
    }
}
