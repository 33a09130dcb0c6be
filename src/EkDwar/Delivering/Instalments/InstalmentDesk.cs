using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Delivering.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering.Instalments;

/// <summary>An instalment with the case it is of, and what the post that looks at it may do there.</summary>
public sealed record OpenInstalment(CaseFile File, Beneficiary Entry, Instalment Part, bool MayPay, bool MayRecord);

/// <summary>
/// Whose an instalment is at the desk: the post of the office that sanctioned, which pays it, and the post there that records
/// what must hold first. To any other it is as if there were none.
/// </summary>
public sealed class InstalmentDesk(EkDwarDb db, CaseFiles cases, PayingDesk paying, PostDirectory directory)
{
    public async Task<OpenInstalment?> Open(DeskSession session, long caseId, int seq)
    {
        if (await db.Set<Instalment>().FirstOrDefaultAsync(one => one.CaseId == caseId && one.Seq == seq) is not { } part) return null;
        if (await cases.Open(caseId) is not { } file) return null;
        var post = await directory.Post(session.PostId);
        var (mayPay, mayRecord) = (await paying.IsOf(session, file), post.OfficeId == part.OfficeId && post.Designation == part.NeedPost);
        return mayPay || mayRecord ? new(file, await db.Set<Beneficiary>().SingleAsync(one => one.CaseId == caseId), part, mayPay, mayRecord) : null;
    }
}
