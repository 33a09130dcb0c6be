using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.SignIns;

/// <summary>
/// Who is signed in where. A session is asked of the database at most once a minute on each node; what is ended on a node is
/// known there at once, and on every other within that minute.
/// </summary>
public sealed class SignInBook(EkDwarDb db, RecentSignIns recent, TimeProvider time)
{
    static readonly TimeSpan SeenToWithin = TimeSpan.FromMinutes(10), ClocksDiffer = TimeSpan.FromMinutes(1);

    // Each minute for every session: translated once.
    static readonly Func<EkDwarDb, Guid, Task<DateTime?>> LastSeen = EF.CompileAsyncQuery((EkDwarDb db, Guid id) =>
        db.Set<SignIn>().Where(one => one.SignInId == id).Select(one => (DateTime?)one.SeenAt).FirstOrDefault());

    /// <summary>Somebody has proved who she is, in a browser that says this of itself. What ended by its time is forgotten on the way.</summary>
    /// <param name="provedAt">when she showed a factor for it; null where that is not known</param>
    public async Task<Guid> Begin(Holder who, string? userAgent, DateTime? provedAt)
    {
        var now = time.UtcNow();
        await db.Set<SignIn>().Where(one => one.EndsAt < now).ExecuteDeleteAsync();
        var made = new SignIn
        {
            SignInId = Guid.CreateVersion7(), AccountId = who.AccountId, OfficialId = who.OfficialId,
            BeganAt = now, SeenAt = now, ProvedAt = provedAt, EndsAt = now + SessionLimit.Longest, Browser = Browsers.Of(userAgent),
        };
        db.Add(made);
        await db.Save();
        return made.SignInId;
    }

    public async Task<bool> IsOpen(Guid signInId)
    {
        var now = time.UtcNow();
        if (recent.Knows(signInId, now)) return true;
        if (await LastSeen(db, signInId) is not { } seen) return false;
        if (seen + SeenToWithin < now) await db.Set<SignIn>().Where(one => one.SignInId == signInId).ExecuteUpdateAsync(one => one.SetProperty(it => it.SeenAt, now));
        recent.Remember(signInId, now);
        return true;
    }

    /// <summary>How long ago a factor was proved in a sign-in; null where none was, and where the sign-in is over.</summary>
    public async Task<TimeSpan?> SinceProof(Guid? signInId)
    {
        var proved = await db.Set<SignIn>().Where(one => one.SignInId == signInId).Select(one => one.ProvedAt).FirstOrDefaultAsync();
        // The clocks of two nodes differ a little; what lies further ahead is believed of nobody.
        return time.UtcNow() - proved is { } since && since > -ClocksDiffer ? since : null;
    }

    public async Task End(Guid signInId)
    {
        await db.Set<SignIn>().Where(one => one.SignInId == signInId).ExecuteDeleteAsync();
        recent.Forget(signInId);
    }

    /// <summary>Hers that may still be in use, the latest first.</summary>
    /// <param name="idle">after how long without a page a session of hers ends</param>
    public async Task<IReadOnlyList<SignIn>> Of(Holder who, TimeSpan idle)
    {
        var since = time.UtcNow() - idle - SeenToWithin;
        return await Whose(who).AsNoTracking().Where(one => one.SeenAt > since).OrderByDescending(one => one.BeganAt).Take(50).ToListAsync();
    }

    /// <summary>Ends all of hers but one.</summary>
    public async Task EndOthers(Holder who, Guid? but)
    {
        var others = await Whose(who).Where(one => one.SignInId != but).Select(one => one.SignInId).ToListAsync();
        await db.Set<SignIn>().Where(one => others.Contains(one.SignInId)).ExecuteDeleteAsync();
        foreach (var other in others) recent.Forget(other);
    }

    public IQueryable<SignIn> Whose(Holder who) => who.AccountId is { } account
        ? db.Set<SignIn>().Where(one => one.AccountId == account)
        : db.Set<SignIn>().Where(one => one.OfficialId == who.OfficialId);
}
