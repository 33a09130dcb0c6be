using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying.Office;

/// <summary>A line of the desk's page of fees: a case and an amount, without a name.</summary>
public sealed record MoneyLineOfCase(CaseReference Reference, ServiceDefinition Service, long AmountMinor, int PaymentSeq = 0);

/// <summary>What a post has to do with money, as it stands now.</summary>
public sealed record MoneyOfPost(bool IsCashier, bool IsFirstAppellate, IReadOnlyList<MoneyLineOfCase> Waiting, IReadOnlyList<MoneyLineOfCase> Unmatched, IReadOnlyList<MoneyLineOfCase> ToHandBack);

/// <summary>Use case: cases of this desk that wait for the fee it assessed, payments it must look into, fees it must hand back. The longest waiting first, and no more than a page.</summary>
public sealed class ReadMoneyDesk(EkDwarDb db, CaseFiles cases, MoneyPosts posts, PostDirectory directory, PublishedServices services)
{
    const int Most = 50;

    public async Task<MoneyOfPost> Run(DeskSession session)
    {
        var post = await directory.Post(session.PostId);
        var office = await directory.Office(post.OfficeId);
        var offered = await services.Current(office.State);
        return new(await posts.IsCashier(session), offered.Any(service => service.Officers.Possible.Any(one => one.Officers.FirstAppellate == post.Designation)),
            await Waiting(session), await Unmatched(session, post.OfficeId), await ToHandBack(session, post.OfficeId));
    }

    async Task<List<MoneyLineOfCase>> Waiting(DeskSession session)
    {
        var rows = await (from item in db.Set<WorkItem>().AsNoTracking()
                          where item.PostId == session.PostId && item.DoneAt == null
                          join c in db.Set<Case>().AsNoTracking() on item.CaseId equals c.CaseId
                          where c.Status == CaseStatus.AwaitingFee
                          orderby item.SinceAt
                          select c).Take(Most).ToListAsync();
        var lines = new List<MoneyLineOfCase>();
        foreach (var c in rows) lines.Add(new(c.Reference, await services.Version(c.State, c.ServiceId, c.ServiceVersion), FeeDue.Parse(c.Fee).TotalMinor));
        return lines;
    }

    async Task<List<MoneyLineOfCase>> Unmatched(DeskSession session, Guid officeId)
    {
        var rows = await (from payment in db.Set<Payment>().AsNoTracking()
                          where payment.Status == PaymentStatus.Unknown
                          join c in db.Set<Case>().AsNoTracking() on payment.CaseId equals c.CaseId
                          where c.OfficeId == officeId
                          orderby payment.BegunAt
                          select payment).Take(Most).ToListAsync();
        var lines = new List<MoneyLineOfCase>();
        foreach (var payment in rows)
            if (await cases.Open(payment.CaseId) is { } file && await posts.MayJudge(session, file))
                lines.Add(new(file.Case.Reference, file.Service, payment.TakenMinor ?? payment.AmountMinor, payment.Seq));
        return lines;
    }

    async Task<List<MoneyLineOfCase>> ToHandBack(DeskSession session, Guid officeId)
    {
        var rows = await (from credit in db.Set<FeeCredit>().AsNoTracking()
                          where credit.IsByHand && credit.RefundAskedAt != null && credit.ReturnedAt == null
                          join c in db.Set<Case>().AsNoTracking() on credit.CaseId equals c.CaseId
                          where c.OfficeId == officeId
                          orderby credit.RefundAskedAt
                          select credit).Take(Most).ToListAsync();
        var lines = new List<MoneyLineOfCase>();
        foreach (var credit in rows)
            if (await cases.Open(credit.CaseId) is { } file && await posts.MayTake(session, file)) lines.Add(new(file.Case.Reference, file.Service, credit.AmountMinor));
        return lines;
    }
}
