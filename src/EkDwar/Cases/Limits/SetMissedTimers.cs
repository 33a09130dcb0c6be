using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Limits;

/// <summary>
/// Finds open cases whose last day has ended and of which their ledger does not say so: their dates were counted before there were
/// timers, or a timer was lost. Each gets one; found again, it is the same. One index holds them, and no more are read than are taken.
/// </summary>
public sealed class SetMissedTimers(EkDwarDb db, TimeProvider time)
{
    const int AtOnce = 500;

    // What has a timer of its own is given this long to be handled by it.
    static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <returns>How many got a timer.</returns>
    public async Task<int> Run()
    {
        var ended = StateTime.Day(time.UtcNow() - Grace);
        var (set, after) = (0, (DueOn: DateOnly.MinValue, CaseId: long.MinValue));
        while (await Late(ended, after) is { Count: > 0 } late)
        {
            var timers = late.ConvertAll(one => LimitTimer.Missed(CaseReference.Of(one.State.ToUpperInvariant(), one.CaseId), one.DueOn));
            var ids = timers.ConvertAll(timer => timer.Id);
            var there = await db.Set<OutboxMessage>().Where(message => ids.Contains(message.Id)).Select(message => message.Id).ToListAsync();
            db.AddRange(timers.Where(timer => !there.Contains(timer.Id)));
            // False: another node sets the same ones, and the rest is found at the next round.
            if (await db.TrySave()) set += timers.Count - there.Count;
            db.ChangeTracker.Clear();
            after = (late[^1].DueOn, late[^1].CaseId);
        }
        return set;
    }

    sealed record LateCase(long CaseId, string State, DateOnly DueOn);

    // In the words of the index cases_unpassed, by which alone it is read: its statuses are those with an open limit.
    Task<List<LateCase>> Late(DateOnly ended, (DateOnly DueOn, long CaseId) after) => db.Database.SqlQuery<LateCase>($"""
        select case_id as "CaseId", state as "State", due_on as "DueOn" from cases
        where not is_paused and (limit_passed_on is null or limit_passed_on <> due_on) and status in ('InProcess', 'AwaitingCitizen', 'AwaitingConsent', 'AwaitingFee', 'AwaitingRegister')
          and due_on < {ended} and (due_on > {after.DueOn} or due_on = {after.DueOn} and case_id > {after.CaseId})
        order by due_on, case_id limit {AtOnce}
        """).ToListAsync();
}
