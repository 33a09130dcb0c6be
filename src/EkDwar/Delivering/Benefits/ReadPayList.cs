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

/// <summary>One beneficiary on a pay list, with the instalment it is about where there is one: the account by its last digits alone.</summary>
public sealed record PayLine(CaseReference Reference, ServiceDefinition Service, ApplicantName Name, string Account, Beneficiary Entry)
{
    public Instalment? Part { get; init; }
    public long AmountMinor => Part?.AmountMinor ?? Entry.AmountMinor;

    /// <summary>Whether it is to be paid this month.</summary>
    public bool IsToPay => Part?.IsFree ?? Entry.Status == BenefitStatus.Active;
}

/// <summary>
/// Use case: the pay list of this month for the office of whoever sanctions there: who is paid every month, and the instalments
/// due until its end that are not paid or were paid in it. No other post gets one; and that it was read is recorded with each
/// case on it, where its beneficiary can see it.
/// </summary>
public sealed class ReadPayList(EkDwarDb db, CaseFiles cases, PostDirectory directory, LookBook looks, TimeProvider time)
{
    /// <summary>Those who are paid and those who are not for want of something, by case reference; empty where this post sanctions nothing.</summary>
    public async Task<IReadOnlyList<PayLine>> Run(DeskSession session)
    {
        var lines = new List<PayLine>();
        var now = time.UtcNow();
        var post = await directory.Post(session.PostId);
        var looked = new Dictionary<long, Case>();
        foreach (var (entry, part) in await Entries(post, StateTime.Day(now)))
        {
            // Erased since: there is nobody to name.
            if (await cases.Open(entry.CaseId) is not { Service.Sanction: { } sanction } file || file.Answers[sanction.Account] is not { } account) continue;
            if (file.Terms.Officers.Designated != post.Designation) continue;
            lines.Add(new(file.Case.Reference, file.Service, ApplicantName.Of(file.Service, file.Answers, file.Case.Language), BankAccountType.Masked(account), entry) { Part = part });
            looked.TryAdd(entry.CaseId, file.Case);
        }
        await looks.Write(session, looked.Values, "pay list", "pay_list");
        return lines;
    }

    async Task<List<(Beneficiary Entry, Instalment? Part)>> Entries(Post post, DateOnly today)
    {
        var (first, last) = (new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1));
        var monthly = await db.Set<Beneficiary>().AsNoTracking()
            .Where(one => one.OfficeId == post.OfficeId && one.Status != BenefitStatus.Stopped && !db.Set<Instalment>().Any(part => part.CaseId == one.CaseId))
            .OrderBy(one => one.StartedOn).ThenBy(one => one.CaseId).ToListAsync();
        var parts = await (
            from part in db.Set<Instalment>().AsNoTracking()
            join entry in db.Set<Beneficiary>() on part.CaseId equals entry.CaseId
            where part.OfficeId == post.OfficeId && part.DueOn <= last
                && (part.Status == InstalmentStatus.Open || part.Status == InstalmentStatus.Returned || part.PaidOn >= first)
            orderby part.DueOn, part.CaseId, part.Seq
            select new { Entry = entry, Part = part }).ToListAsync();
        return [.. monthly.Select(entry => (entry, (Instalment?)null)), .. parts.Select(one => (one.Entry, (Instalment?)one.Part))];
    }
}
