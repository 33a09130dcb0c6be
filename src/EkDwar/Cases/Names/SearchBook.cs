using System.Text;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Names;

/// <summary>
/// Writes down that an official searched, before she is shown what was found, and reads it for whoever looks after her office. Keeps what
/// was asked for <see cref="KeptMonths"/> months: with the first search of a month the keys of those before are destroyed.
/// </summary>
public sealed class SearchBook(EkDwarDb db, MasterKey master, LookBook looks, TimeProvider time)
{
    public const int KeptMonths = 24, MostInAnHour = 300;

    public async Task Write(DeskSession session, string asked, int found)
    {
        var now = time.UtcNow();
        var (month, id) = (MonthOf(now), Guid.CreateVersion7());
        var key = await KeyOf(month) ?? await Begin(month);
        await looks.Write(session, new Search { SearchId = id, At = now, OfficialId = session.OfficialId, PostId = session.PostId, Asked = Sealing.SealText(asked, key, Context(id)), Found = found });
    }

    /// <summary>Whether she may search once more: nobody's work asks for so many within an hour, and names must not be tried one after another.</summary>
    public async Task<bool> MayGoOn(DeskSession session)
    {
        var since = time.UtcNow().AddHours(-1);
        return await db.Set<Search>().Where(search => search.OfficialId == session.OfficialId && search.At > since).Take(MostInAnHour).CountAsync() < MostInAnHour;
    }

    /// <summary>What was asked; null once its month's key is gone.</summary>
    public async Task<string?> Asked(Search search) =>
        await KeyOf(MonthOf(search.At)) is { } key ? Encoding.UTF8.GetString(Sealing.Open(search.Asked, key, Context(search.SearchId))) : null;

    async Task<byte[]?> KeyOf(int month) =>
        await db.Set<SearchMonth>().AsNoTracking().FirstOrDefaultAsync(one => one.Month == month) is { WrappedKey: { } wrapped } ? WrappedKey.Unwrap(master, wrapped, Owner(month)) : null;

    async Task<byte[]> Begin(int month)
    {
        var (_, wrapped) = WrappedKey.New(master, Owner(month));
        // Of two searches that begin the month at the same moment one does, and both seal under its key; the engine has nothing to complain of.
        await db.Database.ExecuteSqlAsync($"insert into search_months (month, wrapped_key, version) values ({month}, {wrapped}, 0) on conflict (month) do nothing");
        var oldest = NumberOf(time.Today().AddMonths(-KeptMonths));
        await db.Set<SearchMonth>().Where(one => one.Month < oldest).ExecuteUpdateAsync(change => change.SetProperty(one => one.WrappedKey, (byte[]?)null));
        return await KeyOf(month) ?? throw new InvalidOperationException("this month's key is gone");
    }

    static int MonthOf(DateTime at) => NumberOf(StateTime.Day(at));

    // Such as 202607: in the order of time.
    static int NumberOf(DateOnly day) => day.Year * 100 + day.Month;

    static byte[] Owner(int month) => Sealing.Context("search-month", month);

    static byte[] Context(Guid searchId) => Sealing.Context("search " + searchId.ToString("N"));
}
