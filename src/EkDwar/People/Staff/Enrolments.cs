using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.People.Staff;

/// <summary>Opens enrolments and knows their codes by hash; who may ask for one or confirm it is each use case's question.</summary>
public sealed class Enrolments(EkDwarDb db, KeyedHash hash, Rosters rosters, StaffDesk desk, TimeProvider time)
{
    /// <summary>Puts an enrolment into the coming save. Gives its code, or the first half of it, to be shown once.</summary>
    public string Ask(DeskSession session, Guid officialId, EnrolmentKind kind, string words)
    {
        var (id, code, now) = (Guid.CreateVersion7(), EnrolmentCode.New(), time.UtcNow());
        db.Add(new Enrolment
        {
            EnrolmentId = id, OfficialId = officialId, Kind = kind, AskedById = session.OfficialId, AskedFromId = session.PostId, AskedAt = now, Words = words,
            FirstHalfHash = HashOf(id, "first", code), ExpiresAt = now + Enrolment.Life,
        });
        return code;
    }

    /// <summary>Confirms it in the coming save, and starts its day. Gives the second half.</summary>
    public string Confirm(Enrolment enrolment, DeskSession session)
    {
        var code = EnrolmentCode.New();
        (enrolment.ConfirmedById, enrolment.SecondHalfHash, enrolment.ExpiresAt) = (session.OfficialId, HashOf(enrolment.EnrolmentId, "second", code), time.UtcNow() + Enrolment.Life);
        return code;
    }

    public bool Is(Enrolment enrolment, string? first, string? second) =>
        Same(enrolment.FirstHalfHash, HashOf(enrolment.EnrolmentId, "first", first))
        & (enrolment.Kind == EnrolmentKind.New || Same(enrolment.SecondHalfHash ?? "", HashOf(enrolment.EnrolmentId, "second", second)));

    /// <summary>What is open for an official, the newest; null when nothing is.</summary>
    public async Task<Enrolment?> Open(Guid officialId)
    {
        var now = time.UtcNow();
        return await db.Set<Enrolment>().Where(one => one.OfficialId == officialId && one.EndedAt == null && one.ExpiresAt > now).OrderByDescending(one => one.AskedAt).FirstOrDefaultAsync();
    }

    /// <summary>What waits for this official's confirmation, from the post she acts from.</summary>
    public async Task<IReadOnlyList<Enrolment>> AwaitingFrom(DeskSession session)
    {
        var now = time.UtcNow();
        var waiting = await db.Set<Enrolment>().AsNoTracking().Where(one => one.EndedAt == null && one.ExpiresAt > now && one.Kind == EnrolmentKind.Lost && one.ConfirmedById == null
            && one.AskedById != session.OfficialId && one.OfficialId != session.OfficialId).OrderBy(one => one.AskedAt).ToListAsync();
        var hers = new List<Enrolment>();
        foreach (var one in waiting)
            if (await MayConfirm(session, one)) hers.Add(one);
        return hers;
    }

    /// <summary>
    /// Whether she is the second person: neither who asked nor whom it is about, and either an administrator over her or acting
    /// from a post senior to one of hers.
    /// </summary>
    public async Task<bool> MayConfirm(DeskSession session, Enrolment enrolment)
    {
        if (session.OfficialId == enrolment.AskedById || session.OfficialId == enrolment.OfficialId || session.PostId == enrolment.AskedFromId) return false;
        // A half of a code is in her own name: a delegate gives none.
        if (!await desk.AnswersFor(session)) return false;
        if (await desk.Official(session, enrolment.OfficialId) is not null) return true;
        var office = await db.Set<Post>().Where(post => post.PostId == session.PostId).Select(post => post.OfficeId).SingleAsync();
        var roster = await rosters.Of(office, desk.Today);
        var own = roster.Holdings.Where(holding => holding.OfficialId == enrolment.OfficialId).Select(holding => holding.PostId).ToHashSet();
        return roster.Posts.Where(post => own.Contains(post.PostId)).SelectMany(roster.Seniors).Any(senior => senior.PostId == session.PostId);
    }

    string HashOf(Guid id, string half, string? code) => hash.Of("enrolment", $"{id:N} {half} {EnrolmentCode.Plain(code)}");

    static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(other));
}
