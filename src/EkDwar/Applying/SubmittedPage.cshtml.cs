using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Applying;

/// <summary>The acknowledgement, to be bookmarked and opened again.</summary>
public sealed class SubmittedPage(TrackCase track, ReadAcknowledgement read, EkDwarDb db) : CitizenPage
{
    public SlipContent Slip { get; private set; } = null!;
    public IReadOnlyList<Question> Missing { get; private set; } = [];

    public bool OwesFee { get; private set; }

    /// <summary>Whether a register gives it, and no office.</summary>
    public bool IsInstant { get; private set; }
    public bool WaitsForRegister { get; private set; }

    /// <summary>What a register gave at once; null where there is nothing yet.</summary>
    public Certificate? Certificate { get; private set; }

    public async Task<IActionResult> OnGet(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } file) return NotFound();
        Slip = await read.Run(file, Language);
        OwesFee = file.OwesFee;
        IsInstant = file.Service.Instant is not null;
        WaitsForRegister = file.Case.Status == CaseStatus.AwaitingRegister;
        if (IsInstant) Certificate = await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(c => c.CaseId == parsed.CaseId && c.Status == CertificateStatus.Valid);
        Missing = Interview.MissingPapers(file.Service, file.Answers);
        return Page();
    }
}
