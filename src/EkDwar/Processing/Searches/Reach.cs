using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing.Inboxes;

namespace EkDwar.Processing.Searches;

/// <summary>A case that may be meant, before it was asked whether the post may see it.</summary>
public sealed class Candidate
{
    public long CaseId { get; init; }
    public DateTime SubmittedAt { get; init; }

    /// <summary>Whether it opens for the post; else it lies on a desk below, whose list she sees.</summary>
    public bool Opens { get; init; }
}

/// <summary>
/// Which cases a post may find: those that open for it, as <see cref="CaseFiles.WasAt"/> says, and what lies on the desks below it, as <see cref="DesksInSight"/>
/// says. Asked in the query itself, so that no other case is ever read.
/// </summary>
public sealed record Reach(Office Office, Guid Own, Guid? Shared, IReadOnlyList<Guid> Below)
{
    public IQueryable<Candidate> Of(EkDwarDb db, IQueryable<Candidate> candidates)
    {
        var (own, shared, below) = (Own, Shared ?? Own, Below.ToList());
        var items = db.Set<WorkItem>();
        // Asked as the last of each, and not whether there is any: for that PostgreSQL reads all a post ever had, from end to end.
        return candidates.Select(one => new Candidate
        {
            CaseId = one.CaseId, SubmittedAt = one.SubmittedAt,
            // An item of the shared desk counts until somebody claimed it from there.
            Opens = items.Where(item => item.CaseId == one.CaseId && (item.PostId == own || item.PostId == shared && !items.Any(later => later.CaseId == one.CaseId && later.Stage == item.Stage && later.Seq > item.Seq))).Max(item => (int?)item.Seq) != null
                || db.Set<Certificate>().Where(certificate => certificate.CaseId == one.CaseId && (certificate.PostId == own || certificate.PostId == shared)).Max(certificate => (int?)certificate.Seq) != null,
        }).Where(one => one.Opens || items.Where(item => item.CaseId == one.CaseId && item.DoneAt == null && below.Contains(item.PostId)).Max(item => (int?)item.Seq) != null);
    }
}

/// <summary>Reads the reach of whoever is signed in.</summary>
public sealed class Reaches(DesksInSight desks)
{
    public async Task<Reach> Of(DeskSession session)
    {
        var own = (await desks.Find(session, null))!;
        return new(own.Office, own.Post.PostId, own.Shared?.PostId, [.. own.Below.Select(post => post.PostId)]);
    }
}
