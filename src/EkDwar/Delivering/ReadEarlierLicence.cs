using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering;

/// <summary>Use case: whoever has a renewal on the desk reads the licence it renews. Both looks are recorded, each with its case.</summary>
public sealed class ReadEarlierLicence(EkDwarDb db, LookAtCase look, CaseFiles cases, CertificateFiles files, LookBook looks)
{
    /// <summary>The signed file and its number; null where this desk has no such case, or the case renews nothing.</summary>
    public async Task<(byte[] Pdf, string Number)?> Run(DeskSession session, CaseReference reference)
    {
        var opened = await look.Run(session, reference, "earlier licence", file => NumberOf(file) is not null);
        if (!opened.IsDone || NumberOf(opened.Value) is not { } number) return null;
        var cut = number.LastIndexOf('-');
        if (!CaseReference.TryParse(number[..cut], out var earlier) || await cases.Open(earlier.CaseId) is not { } file) return null;
        var seq = int.Parse(number[(cut + 1)..]);
        if (await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == earlier.CaseId && c.Seq == seq) is not { } certificate) return null;
        await looks.Write(session, file.Case, $"certificate {seq}", "renewal");
        return (files.Read(certificate, file.Seal), number);
    }

    static string? NumberOf(CaseFile file) =>
        file.Service.Licence is { Renews.Length: > 0 } licence && file.Answers[licence.Renews] is { } answer ? LicenceType.NumberOf(answer) : null;
}
