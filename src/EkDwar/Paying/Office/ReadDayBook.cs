using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Paying.Office;

/// <summary>An entry with the case it is of; null of a deposit.</summary>
public sealed record DayBookLine(CashEntry Entry, CaseReference? Case);

/// <summary>An office's cash book on a day. What was in hand before, with every entry that is in hand, comes to what is in hand after.</summary>
public sealed record DayBook(DateOnly On, bool IsOurs, IReadOnlyList<DayBookLine> Lines, long BeforeMinor, int LastSeq, long InHandNowMinor)
{
    public long TotalMinor => Lines.Sum(line => line.Entry.AmountMinor);
    public long AfterMinor => BeforeMinor + Lines.Where(line => line.Entry.IsInHand).Sum(line => line.Entry.AmountMinor);
}

/// <summary>Use case: a day of the cash book, for the posts that take money at this office and for nobody else.</summary>
public sealed class ReadDayBook(EkDwarDb db, MoneyPosts posts, PostDirectory directory, CashBook book)
{
    public async Task<DayBook> Run(DeskSession session, DateOnly day)
    {
        var office = (await directory.Post(session.PostId)).OfficeId;
        if (!await posts.IsCashier(session)) return new(day, false, [], 0, 0, 0);
        var rows = await (from entry in db.Set<CashEntry>().AsNoTracking()
                          where entry.OfficeId == office && entry.BookedOn == day
                          join c in db.Set<Case>().AsNoTracking() on entry.CaseId equals c.CaseId into found
                          from c in found.DefaultIfEmpty()
                          orderby entry.Seq
                          select new { entry, c }).ToListAsync();
        var before = await db.Set<CashEntry>().AsNoTracking().Where(entry => entry.OfficeId == office && entry.BookedOn < day).OrderByDescending(entry => entry.Seq).FirstOrDefaultAsync();
        var last = await book.Last(office);
        return new(day, true, [.. rows.Select(row => new DayBookLine(row.entry, row.c?.Reference))], before?.InHandMinor ?? 0, last?.Seq ?? 0, last?.InHandMinor ?? 0);
    }
}
