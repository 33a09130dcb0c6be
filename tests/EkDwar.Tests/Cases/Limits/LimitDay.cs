using EkDwar.Cases;
using EkDwar.Cases.Limits;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Cases.Limits;

/// <summary>What tests of limits ask of a house: that it is such a day, who was told what, and what its ledger says passed.</summary>
static class LimitDay
{
    /// <summary>The morning of a day comes, at nine, and the house does what is due. It never goes back.</summary>
    public static async Task Comes(this TestHouse house, DateOnly day)
    {
        house.Clock.Set(new DateTimeOffset(StateTime.StartOf(day).AddHours(9), TimeSpan.Zero));
        await house.OutboxDrained();
    }

    public static Task Comes(this TestHouse house, string day) => house.Comes(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What every post was told of this case so far, as "designation: word", put away or not.</summary>
    public static async Task<IReadOnlyList<string>> Told(this TestCase c) => await c.House.Db(async db =>
    {
        var rows = await (from notice in db.Set<DeskNotice>().AsNoTracking()
                          where notice.CaseId == c.CaseId
                          join post in db.Set<EkDwar.Places.Post>() on notice.PostId equals post.PostId
                          orderby notice.At, notice.Kind
                          select new { post.Designation, notice.Kind, notice.Percent }).ToListAsync();
        return rows.ConvertAll(row => $"{row.Designation}: {LimitWords.With(row.Kind, row.Percent)}");
    });

    public static async Task<IReadOnlyList<PassedLimit>> Passed(this TestCase c)
    {
        var entries = (await c.Ledger()).Where(entry => entry.Kind == nameof(CaseEvent.LimitPassed)).ToList();
        var file = (await c.House.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        return entries.ConvertAll(entry => LedgerBody.Parse(file.Seal.Open(entry.Body, "ledger", entry.Seq)).Limit!);
    }

    /// <summary>The timers of this case that are still to come.</summary>
    public static Task<List<OutboxMessage>> Timers(this TestCase c) => c.House.Db(db => db.Set<OutboxMessage>().AsNoTracking()
        .Where(message => message.Kind == LimitTimer.OutboxKind && message.DoneAt == null).OrderBy(message => message.DueAt).ToListAsync()
        .ContinueWith(all => all.Result.FindAll(message => message.Body.StartsWith(c.Reference.Compact, StringComparison.Ordinal)), TaskScheduler.Default));

    public static DateOnly On(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
