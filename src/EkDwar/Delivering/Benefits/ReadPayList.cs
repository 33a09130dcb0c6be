using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering.Benefits;

/// <summary>One beneficiary on a pay list: the account by its last digits alone.</summary>
public sealed record PayLine(CaseReference Reference, ServiceDefinition Service, ApplicantName Name, string Account, Beneficiary Entry);

/// <summary>
/// Use case: the pay list of this month for the office of whoever sanctions there. No other post gets one; and that it was
/// read is recorded with each case on it, where its beneficiary can see it.
/// </summary>
public sealed class ReadPayList(EkDwarDb db, CaseFiles cases, PostDirectory directory, TimeProvider time)
{
    /// <summary>Those who are paid and those who are not for want of a proof, by case reference; empty where this post sanctions nothing.</summary>
    public async Task<IReadOnlyList<PayLine>> Run(DeskSession session)
    {
        var lines = new List<PayLine>();
        var now = time.UtcNow();
        var post = await directory.Post(session.PostId);
        foreach (var entry in await Entries(db, post))
        {
            // Erased since: there is nobody to name.
            if (await cases.Open(entry.CaseId) is not { Service.Sanction: { } sanction } file || file.Answers[sanction.Account] is not { } account) continue;
            if (file.Terms.Officers.Designated != post.Designation) continue;
            lines.Add(new(file.Case.Reference, file.Service, ApplicantName.Of(file.Service, file.Answers, file.Case.Language), BankAccountType.Masked(account), entry));
            db.Add(new Look
            {
                CaseId = entry.CaseId, LookId = Guid.CreateVersion7(), At = now, OfficialId = session.OfficialId, PostId = session.PostId, What = "pay list", Reason = "pay_list",
            });
        }
        if (lines.Count > 0) await db.Save();
        return lines;
    }

    static Task<List<Beneficiary>> Entries(EkDwarDb db, Post post) => db.Set<Beneficiary>().AsNoTracking()
        .Where(one => one.OfficeId == post.OfficeId && one.Status != BenefitStatus.Stopped).OrderBy(one => one.StartedOn).ThenBy(one => one.CaseId).ToListAsync();
}
