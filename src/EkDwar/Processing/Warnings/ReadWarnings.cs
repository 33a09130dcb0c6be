using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Warnings;

/// <summary>Another case of the same service: by its reference, how it stands and since when. Who it is of is not said.</summary>
public sealed record OtherCase(CaseReference Reference, CaseStatus Status, DateTime SubmittedAt)
{
    /// <summary>Whether this post has or had it, and so may read it.</summary>
    public bool MayOpen { get; init; }

    /// <summary>Whether the case on the desk may be closed in its favour: it was sent first, and an office is at work on it.</summary>
    public bool IsKept { get; init; }

    /// <summary>Of two the earlier is kept, so that two desks never close both.</summary>
    public static bool MayBeKept(CaseStatus status, (DateTime SubmittedAt, long CaseId) sent, Case closed) =>
        status is CaseStatus.InProcess or CaseStatus.AwaitingCitizen && sent.CompareTo((closed.SubmittedAt, closed.CaseId)) < 0;
}

/// <summary>Many cases of one service from one place, so many or more; and how many people were counted there, where that is known.</summary>
public sealed record ManyOfPlace(int Cases, int Days, Population? People);

/// <summary>What an officer should look at twice. Advice alone: nothing reads it but her.</summary>
public sealed record DeskWarnings(IReadOnlyList<OtherCase> SamePerson, IReadOnlyList<OtherCase> SameMobile)
{
    /// <summary>How many cases came from the mobile within how many days, where those are many; and how many of the service from the place.</summary>
    public TooMany? Mobile { get; init; }
    public ManyOfPlace? Place { get; init; }
    public LocalText PlaceNames { get; init; } = [];

    public bool AreNone => SamePerson.Count + SameMobile.Count == 0 && Mobile is null && Place is null;

    /// <summary>Those in whose favour this one may be closed.</summary>
    public IReadOnlyList<OtherCase> Kept => [.. SamePerson.Where(other => other.IsKept)];
}

/// <summary>
/// Use case: what stands out about a case, for who was let into it. Each reading is by an index and no longer than a bound:
/// the last hundred cases of the mobile, and of the place as many as would be too many.
/// </summary>
public sealed class ReadWarnings(EkDwarDb db, PostDirectory directory, IReadOnlyDictionary<string, StateProfile> states, TimeProvider time)
{
    const int MostShown = 5;

    sealed record Row(string State, long CaseId, string ServiceId, Guid ApplicantId, CaseStatus Status, DateTime SubmittedAt);

    public async Task<DeskWarnings> Run(DeskSession session, CaseFile file)
    {
        var (c, rules, now) = (file.Case, states.GetValueOrDefault(file.Case.State)?.Warnings, time.UtcNow());
        var rows = await OfMobile(c);
        var alike = rows.Where(row => row.State == c.State && row.ServiceId == c.ServiceId && Counts(row, rules, now)).ToList();
        var others = alike.Where(row => row.ApplicantId == c.ApplicantId).Take(MostShown).ToList();
        var family = alike.Where(row => row.ApplicantId != c.ApplicantId).Take(MostShown).ToList();
        var open = await MayOpen(session, [.. others.Concat(family).Select(row => row.CaseId)]);
        return new([.. others.Select(row => Other(row, c, open))], [.. family.Select(row => Other(row, c, open) with { IsKept = false })])
        {
            Mobile = rules?.Mobile is { } mobile && rows.Count(row => row.SubmittedAt > c.SubmittedAt.AddDays(-mobile.Days)) + 1 is var count && count >= mobile.Cases
                ? new() { Cases = count, Days = mobile.Days } : null,
            Place = await OfPlace(c, rules),
            PlaceNames = await PlaceNames(file),
        };
    }

    // By the index of what an account sent, the newest first; an account has one mobile.
    Task<List<Row>> OfMobile(Case c) => db.Set<Case>().AsNoTracking().Where(other => other.FiledById == c.FiledById && other.CaseId != c.CaseId)
        .OrderByDescending(other => other.SubmittedAt).Take(WarningRules.MostOfMobile)
        .Select(other => new Row(other.State, other.CaseId, other.ServiceId, other.ApplicantId, other.Status, other.SubmittedAt)).ToListAsync();

    static bool Counts(Row row, WarningRules? rules, DateTime now) =>
        !row.Status.IsClosed() || row.Status == CaseStatus.Granted && rules is not null && row.SubmittedAt > now.AddDays(-rules.GrantedDays);

    async Task<ManyOfPlace?> OfPlace(Case c, WarningRules? rules)
    {
        if (c.PlaceId is not { } placeId || rules is null || await db.Set<Place>().AsNoTracking().FirstOrDefaultAsync(place => place.PlaceId == placeId) is not { } place) return null;
        if (place.Population is { } people && rules.Shares.Find(share => share.Kind == place.Kind) is { } share)
        {
            // Of a city a share is more than is read: then nothing is said.
            if (share.Of(people) is var many && many > WarningRules.MostOfPlace || await CountOf(c, share.Days, many) < many) return null;
            return new(await CountOf(c, share.Days, WarningRules.MostOfPlace), share.Days, people);
        }
        return rules.Places.Find(rule => rule.Kind == place.Kind) is { } rule && await CountOf(c, rule.Days, rule.Cases) >= rule.Cases ? new(rule.Cases, rule.Days, null) : null;
    }

    /// <summary>How many of the service were sent for the place up to this one, read by an index and no further than the bound.</summary>
    Task<int> CountOf(Case c, int days, int most)
    {
        var since = c.SubmittedAt.AddDays(-days);
        return db.Set<Case>().Where(other => other.PlaceId == c.PlaceId && other.ServiceId == c.ServiceId && other.SubmittedAt > since && other.SubmittedAt <= c.SubmittedAt).Take(most).CountAsync();
    }

    async Task<LocalText> PlaceNames(CaseFile file)
    {
        var (code, day) = (file.Answers.Text(file.Service.ServedBy.Question) ?? "", await directory.Places(file.Case.State));
        return day.Has(code) ? day.NamesOf(code) : [];
    }

    async Task<HashSet<long>> MayOpen(DeskSession session, List<long> ids) => ids.Count == 0 ? []
        : [.. await db.Set<WorkItem>().Where(item => ids.Contains(item.CaseId) && item.PostId == session.PostId).Select(item => item.CaseId).ToListAsync()];

    static OtherCase Other(Row row, Case c, HashSet<long> open) => new(CaseReference.Of(row.State.ToUpperInvariant(), row.CaseId), row.Status, row.SubmittedAt)
    {
        MayOpen = open.Contains(row.CaseId), IsKept = OtherCase.MayBeKept(row.Status, (row.SubmittedAt, row.CaseId), c),
    };
}
