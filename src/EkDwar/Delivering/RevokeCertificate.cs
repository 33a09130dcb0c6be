using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>
/// Use case: the post that decided takes a certificate back, with its reason, and where asked has it made anew. The old
/// one stays in the register for ever, and whoever verifies it is told.
/// </summary>
public sealed class RevokeCertificate(EkDwarDb db, CaseFiles cases, TimeProvider time)
{
    public async Task<Outcome<CaseReference>> Run(DeskSession session, long caseId, long seenVersion, string? words, bool reissue)
    {
        var certificate = await db.Set<Certificate>().Where(c => c.CaseId == caseId).OrderByDescending(c => c.Seq).FirstOrDefaultAsync();
        var file = await cases.Open(caseId);
        if (file is null || certificate is null || certificate.PostId != session.PostId) return DeskCases.NotYours;
        if (certificate.Status != CertificateStatus.Valid || file.Case.Version != seenVersion) return Acts.SomebodyElseWasFirst;
        if (OfficersWords.Unfit(words, "words", isNeeded: true) is { } unfit) return unfit;
        var now = time.UtcNow();
        (certificate.Status, certificate.EndedAt) = (reissue ? CertificateStatus.Replaced : CertificateStatus.Revoked, now);
        file.Record(CaseEvent.CertificateRevoked, now, Actor.Post(session.PostId, session.OfficialId),
            new() { Words = OfficersWords.Or(words), CertificateSeq = certificate.Seq }, new());
        if (reissue) db.Add(OutboxMessage.Of(IssueCertificate.OutboxKind, file.Case.Reference.Compact, now));
        else db.Add(OutboxMessage.Of("notice", $"{file.Case.Reference.Compact} {CaseEvent.CertificateRevoked}", now));
        return await db.SaveAct(file.Case);
    }
}
