using EkDwar.Cases.Names;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases;

/// <summary>
/// Writes down that an official looked, before she is shown anything; then points out what her state's rules call unusual. It
/// asks nothing about who may look, and pointing out stops nobody.
/// </summary>
public sealed class LookBook(EkDwarDb db, PostDirectory directory, IReadOnlyDictionary<string, StateProfile> states, TimeProvider time)
{
    /// <summary>What a look at a whole application is called.</summary>
    public const string Whole = "case";

    // Of one case several looks may be among the latest: so many times as many are read, and no more.
    const int ReadTimes = 3;

    public Task Write(DeskSession session, Case c, string what, string reason, Guid? emergencyId = null) => Write(session, [c], what, reason, emergencyId);

    public async Task Write(DeskSession session, IReadOnlyCollection<Case> seen, string what, string reason, Guid? emergencyId = null)
    {
        if (seen.Count == 0) return;
        var now = time.UtcNow();
        foreach (var c in seen)
            db.Add(new Look
            {
                CaseId = c.CaseId, LookId = Guid.CreateVersion7(), At = now, OfficialId = session.OfficialId, PostId = session.PostId, What = what, Reason = reason, EmergencyId = emergencyId,
            });
        await db.Save();
        var office = await directory.Office((await directory.Post(session.PostId)).OfficeId);
        foreach (var rule in states.GetValueOrDefault(office.State)?.UnusualLooks ?? [])
            if (await Span(rule, session, seen, what, now, office) is { } span) await Raise(rule, session, span, now, office);
    }

    /// <summary>That she searched by name; what she asked is sealed already.</summary>
    public async Task Write(DeskSession session, Search search)
    {
        db.Add(search);
        await db.Save();
        var (now, local) = (search.At, StateTime.Local(search.At));
        var office = await directory.Office((await directory.Post(session.PostId)).OfficeId);
        foreach (var rule in states.GetValueOrDefault(office.State)?.UnusualLooks.Where(rule => rule.Rule is UnusualRule.Searches or UnusualRule.Night) ?? [])
            if (rule.Span(local) is var (from, until) && (rule.Rule == UnusualRule.Night || await AreManySearches(rule, session.OfficialId, now)))
                await Raise(rule, session, (now + (from - local), now + (until - local)), now, office);
    }

    async Task<bool> AreManySearches(UnusualRule rule, Guid officialId, DateTime now)
    {
        var since = now.AddHours(-rule.Hours);
        return await db.Set<Search>().Where(search => search.OfficialId == officialId && search.At > since).Take(rule.Searched).CountAsync() >= rule.Searched;
    }

    /// <summary>In which time the looks are unusual by this rule; null when they are not.</summary>
    async Task<(DateTime From, DateTime Until)?> Span(UnusualRule rule, DeskSession session, IEnumerable<Case> seen, string what, DateTime now, Office office)
    {
        var local = StateTime.Local(now);
        if (rule.Span(local) is not var (from, until)) return null;
        var holds = rule.Rule switch
        {
            UnusualRule.Many => what == Whole && await AreMany(rule, session.OfficialId, now),
            UnusualRule.Searches => false,
            UnusualRule.Elsewhere => await IsElsewhere(rule, office, seen),
            _ => true,
        };
        return holds ? (now + (from - local), now + (until - local)) : null;
    }

    async Task<bool> AreMany(UnusualRule rule, Guid officialId, DateTime now)
    {
        var cases = new HashSet<long>();
        await foreach (var caseId in Latest(db, officialId, now.AddHours(-rule.Hours), rule.Cases * ReadTimes)) cases.Add(caseId);
        return cases.Count >= rule.Cases;
    }

    async Task<bool> IsElsewhere(UnusualRule rule, Office own, IEnumerable<Case> seen)
    {
        var places = await directory.Places(own.State);
        async Task<string?> Area(Guid officeId) => places.CodeOf((await directory.Office(officeId)).PlaceId) is { } place ? places.AreaOf(place, rule.Beyond) : null;
        // An office of the whole state lies in no district: to it none is another.
        if (await Area(own.OfficeId) is not { } here) return false;
        foreach (var officeId in seen.Select(c => c.OfficeId).Distinct())
            if (officeId != own.OfficeId && await Area(officeId) is { } there && there != here) return true;
        return false;
    }

    async Task Raise(UnusualRule rule, DeskSession session, (DateTime From, DateTime Until) span, DateTime now, Office office)
    {
        if (await db.Set<UnusualLook>().AnyAsync(one => one.OfficialId == session.OfficialId && one.Rule == rule.Rule && one.FromAt <= now && one.UntilAt > now)) return;
        var raised = new UnusualLook
        {
            UnusualId = Guid.CreateVersion7(), OfficialId = session.OfficialId, PostId = session.PostId, OfficeId = office.OfficeId, Rule = rule.Rule, FromAt = span.From, UntilAt = span.Until, RaisedAt = now,
        };
        db.Add(raised);
        // Another look at the same moment pointed it out already.
        if (!await db.TrySave()) db.Entry(raised).State = EntityState.Detached;
    }

    // At every look: translated once, and read through the index of an official's looks.
    static readonly Func<EkDwarDb, Guid, DateTime, int, IAsyncEnumerable<long>> Latest = EF.CompileAsyncQuery((EkDwarDb db, Guid officialId, DateTime since, int most) =>
        db.Set<Look>().Where(look => look.OfficialId == officialId && look.At > since && look.What == Whole).OrderByDescending(look => look.At).Take(most).Select(look => look.CaseId));
}
