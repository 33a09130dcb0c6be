using EkDwar.Cases.Limits;
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

    /// <summary>The ledger's event, or a word of <see cref="LimitWords"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Of a warning: how many of a hundred parts of the limit are used. A higher one takes the place of a lower.</summary>
    public int? Percent { get; set; }
    public DateTime At { get; set; }
    public DateTime? SeenAt { get; set; }

    /// <summary>What nobody of these posts has looked at yet, the oldest first.</summary>
    public static async Task<IReadOnlyList<(CaseReference Reference, string Kind)>> Unseen(EkDwarDb db, params IReadOnlyList<Guid> posts)
    {
        var rows = await (from notice in db.Set<DeskNotice>().AsNoTracking()
                          where posts.Contains(notice.PostId) && notice.SeenAt == null
                          join c in db.Set<Case>() on notice.CaseId equals c.CaseId
                          // Of a case that nobody works on any more there is nothing to warn of.
                          where !LimitWords.Warnings.Contains(notice.Kind) || c.Status == CaseStatus.InProcess || c.Status == CaseStatus.AwaitingCitizen
                              || c.Status == CaseStatus.AwaitingConsent || c.Status == CaseStatus.AwaitingFee || c.Status == CaseStatus.AwaitingRegister
                          orderby notice.At, notice.CaseId
                          select new { c.State, c.CaseId, notice.Kind, notice.Percent }).Take(MostShown).ToListAsync();
        return [.. rows.Select(row => (CaseReference.Of(row.State.ToUpperInvariant(), row.CaseId), LimitWords.With(row.Kind, row.Percent)))];
    }

    /// <summary>Tells a post, whether or not it was told the like of this case before; in the coming save.</summary>
    public static async Task Tell(EkDwarDb db, long caseId, Guid postId, CaseEvent kind, DateTime at)
    {
        if (await db.FindAsync<DeskNotice>(caseId, postId, kind.ToString()) is { } told) (told.At, told.SeenAt) = (at, null);
        else db.Add(new DeskNotice { CaseId = caseId, PostId = postId, Kind = kind.ToString(), At = at });
    }

    /// <summary>
    /// Tells posts that were not told as much of this case since then, and puts away what they were warned of before that; in the coming
    /// save, in which whoever tells them at the same moment loses.
    /// </summary>
    public static async Task TellOnce(EkDwarDb db, long caseId, IReadOnlyCollection<(Guid PostId, string Kind)> whom, DateTime since, DateTime at, int? percent = null)
    {
        var told = await db.Set<DeskNotice>().Where(notice => notice.CaseId == caseId).ToListAsync();
        foreach (var (postId, kind) in whom)
        {
            if (told.Find(notice => notice.PostId == postId && notice.Kind == kind) is not { } notice) db.Add(new DeskNotice { CaseId = caseId, PostId = postId, Kind = kind, At = at, Percent = percent });
            else if (notice.At < since || notice.Percent < percent) (notice.At, notice.SeenAt, notice.Percent) = (at, null, percent);
            if (!LimitWords.Warnings.Contains(kind))
                foreach (var warning in told.Where(one => one.PostId == postId && LimitWords.Warnings.Contains(one.Kind))) warning.SeenAt ??= at;
        }
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
