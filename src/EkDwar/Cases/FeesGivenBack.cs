using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>What becomes of the fee of a case that ended with nothing decided.</summary>
public static class FeesGivenBack
{
    /// <summary>A fee that was paid is sent back; a right to one application free of charge is hers again. Saved by whoever ends the case.</summary>
    public static async Task GiveBackFee(this EkDwarDb db, CaseFile file, DateTime now)
    {
        var (person, caseId) = (file.Case.ApplicantId, file.Case.CaseId);
        if (await db.Set<FeeCredit>().FirstOrDefaultAsync(credit => credit.PersonId == person && credit.UsedForCaseId == caseId) is { } used) used.UsedForCaseId = null;
        if (file.Case.FeePaidAt is not null) db.Add(OutboxMessage.Of(CaseFile.ReturnFee, file.Case.Reference.Compact, now));
    }
}
