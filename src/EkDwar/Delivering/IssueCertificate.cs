using System.Security.Cryptography;
using System.Text;
using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>
/// Use case, from the outbox: makes, signs, keeps and records the certificate of a granted case, then says so. Run twice
/// it does nothing the second time; a file that no row names was never issued.
/// </summary>
public sealed class IssueCertificate(EkDwarDb db, CaseFiles cases, CertificateMaker maker, FileStore files, TimeProvider time) : IOutboxHandler
{
    public const string OutboxKind = DeliverNow.MakeCertificate;

    public string Kind => OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        if (!CaseReference.TryParse(message.Body, out var reference)) throw new FormatException("no case reference");
        var file = await cases.Open(reference.CaseId) ?? throw new InvalidOperationException("the case is gone");
        var earlier = await db.Set<Certificate>().AsNoTracking().Where(c => c.CaseId == file.Case.CaseId).OrderBy(c => c.Seq).ToListAsync();
        if (file.Case.Status != CaseStatus.Granted || earlier.Any(c => c.Status == CertificateStatus.Valid)) return;
        var decision = await db.Set<LedgerEntry>().AsNoTracking().OrderByDescending(e => e.Seq)
            .FirstAsync(e => e.StreamKind == Ledger.CaseStream && e.StreamId == file.Case.CaseId && (e.Kind == nameof(CaseEvent.ApplicationGranted) || e.Kind == nameof(CaseEvent.DeemedGranted)));
        var seq = earlier.Count + 1;
        var now = time.UtcNow();
        // Made anew, it holds as long as the one it replaces.
        var validity = earlier.FirstOrDefault() is { ValidFrom: { } from, ValidUntil: { } until } ? new(from, until)
            : file.Service.Licence?.Of(file.Service.Questions, file.Answers, StateTime.Day(decision.At));
        if (validity is null && file.Service.Licence is not null) throw new InvalidOperationException("the licence's rule comes to no day");
        var made = await maker.Make(file, seq, decision, validity, now);
        var key = RandomNumberGenerator.GetBytes(Sealing.KeyLength);
        var stored = files.Put(made.Pdf, key, CertificateFiles.Context);
        CrashPoints.Pass("certificate.after_file");
        db.Add(new Certificate
        {
            CaseId = file.Case.CaseId, Seq = seq, Status = CertificateStatus.Valid, IssuedAt = now, OfficeId = file.Case.OfficeId, PostId = made.PostId,
            ValidFrom = validity?.From, ValidUntil = validity?.Until,
            FileId = stored.Id, FileLength = stored.Length, Sealed = file.Seal.Seal(Convert.ToBase64String(key), "certificate", seq),
            PayloadHash = CertificateFiles.HashOf(Encoding.ASCII.GetBytes(made.Payload)), PdfHash = CertificateFiles.HashOf(made.Pdf),
        });
        file.Record(seq == 1 ? CaseEvent.CertificateIssued : CaseEvent.CertificateReissued, now, Actor.System, new() { CertificateSeq = seq }, new());
        db.Add(OutboxMessage.Of("notice", $"{reference.Compact} {CaseEvent.CertificateIssued}", now));
        // Lost to another worker or an officer's act: tried again from the table, and then it finds what is there.
        if (!await db.TrySave()) throw new InvalidOperationException("the case was changed meanwhile");
    }
}
