using EkDwar.Foundation.Database;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.Cases;

/// <summary>What a post is told of a case that came to its desk, left it or has something new, without its doing. Not part of the record: the ledger has the event; this goes when the post has looked at the case.</summary>
public sealed class DeskNotice : IEntityTypeConfiguration<DeskNotice>
{
    public const int MostShown = 20;

    public long CaseId { get; init; }
    public Guid PostId { get; init; }

    /// <summary>The ledger's event, or a word of <see cref="Limits.LimitWords"/>.</summary>
    public string Kind { get; init; } = "";
    public DateTime At { get; set; }
    public DateTime? SeenAt { get; set; }

    /// <summary>What nobody of these posts has looked at yet, the oldest first.</summary>
    public static async Task<IReadOnlyList<(CaseReference Reference, string Kind)>> Unseen(EkDwarDb db, params IReadOnlyList<Guid> posts)
    {
        var rows = await (from notice in db.Set<DeskNotice>().AsNoTracking()
                          where posts.Contains(notice.PostId) && notice.SeenAt == null
                          orderby notice.At, notice.CaseId
                          join c in db.Set<Case>() on notice.CaseId equals c.CaseId
                          select new { c.State, c.CaseId, notice.Kind }).Take(MostShown).ToListAsync();
        return [.. rows.Select(row => (CaseReference.Of(row.State.ToUpperInvariant(), row.CaseId), row.Kind))];
    }

    /// <summary>Tells a post, whether or not it was told the like of this case before; in the coming save.</summary>
    public static async Task Tell(EkDwarDb db, long caseId, Guid postId, CaseEvent kind, DateTime at)
    {
        if (await db.FindAsync<DeskNotice>(caseId, postId, kind.ToString()) is { } told) (told.At, told.SeenAt) = (at, null);
        else db.Add(new DeskNotice { CaseId = caseId, PostId = postId, Kind = kind.ToString(), At = at });
    }

    /// <summary>Tells posts that were not told the like of this case since then; in the coming save, in which whoever tells them at the same moment loses.</summary>
    public static async Task TellOnce(EkDwarDb db, long caseId, IReadOnlyCollection<(Guid PostId, string Kind)> whom, DateTime since, DateTime at)
    {
        var told = await db.Set<DeskNotice>().Where(notice => notice.CaseId == caseId).ToListAsync();
        foreach (var (postId, kind) in whom)
            if (told.Find(notice => notice.PostId == postId && notice.Kind == kind) is not { } notice) db.Add(new DeskNotice { CaseId = caseId, PostId = postId, Kind = kind, At = at });
            else if (notice.At < since) (notice.At, notice.SeenAt) = (at, null);
    }

    public static Task Seen(EkDwarDb db, long caseId, IReadOnlyList<Guid> posts, DateTime at) => db.Set<DeskNotice>()
        .Where(notice => notice.CaseId == caseId && posts.Contains(notice.PostId) && notice.SeenAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SeenAt, at));

    public void Configure(EntityTypeBuilder<DeskNotice> builder)
    {
        builder.ToTable("desk_notices").HasKey(notice => new { notice.CaseId, notice.PostId, notice.Kind });
        builder.HasOne<Case>().WithMany().HasForeignKey(notice => notice.CaseId);
        builder.HasOne<Post>().WithMany().HasForeignKey(notice => notice.PostId);
    }
}
