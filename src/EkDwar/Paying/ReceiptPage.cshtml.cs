using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying;

/// <summary>The receipt of a paid fee: heads, total, when, the gateway's number, and who gets what of the service charge.</summary>
public sealed class ReceiptPage(EkDwarDb db, TrackCase track, MoneyBook book) : CitizenPage
{
    public CaseFile Opened { get; private set; } = null!;
    public Payment Payment { get; private set; } = null!;
    public IReadOnlyList<PaidShare> Shares { get; private set; } = [];
    public string Applicant { get; private set; } = "";

    /// <summary>What she paid for, if it is there already: so it is where a register gives it at once.</summary>
    public Certificate? Certificate { get; private set; }
    public string PaidAt { get; private set; } = "";

    public async Task<IActionResult> OnGet(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { Case.FeePaidAt: { } at } file) return NotFound();
        Opened = file;
        Payment = (await book.PaidWith(parsed.CaseId))!;
        Shares = await book.Shares(file, Payment.Seq);
        Applicant = ApplicantName.Of(file.Service, file.Answers, file.Case.Language).Local;
        PaidAt = DayPart.At(at, Language);
        Certificate = await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == parsed.CaseId && c.Status == CertificateStatus.Valid);
        return Page();
    }
}
