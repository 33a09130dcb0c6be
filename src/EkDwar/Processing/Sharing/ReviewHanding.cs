using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.Sharing;

/// <summary>A case that was ticked: where it lies now, or why nothing can be done with it. No name of an applicant.</summary>
public sealed record HandingLine(CaseReference Reference)
{
    public Refusal? Why { get; init; }
    public LocalText Service { get; init; } = [];
    public DateOnly? DueOn { get; init; }
    public bool IsPaused { get; init; }

    /// <summary>Null where nothing can be done with it.</summary>
    public Post? Lies { get; init; }
    public long Version { get; init; }
}

/// <summary>A post that may get the cases, and who acts from it today; nobody's name where nobody does.</summary>
public sealed record HandingTarget(Post Post, LocalText? Acts);

/// <summary>What would happen to each of the cases, and who could get them.</summary>
public sealed record Review(Handing How, IReadOnlyList<HandingLine> Lines, IReadOnlyList<HandingTarget> Targets)
{
    public bool CanBeDone => Lines.Any(line => line.Why is null);
}

/// <summary>Use case: an official reads, before she does it, what would become of each case she ticked. Nothing of a case is opened by it.</summary>
public sealed class ReviewHanding(EkDwarDb db, CaseFiles cases, SharedDesks desks, Rosters rosters, PostDirectory directory)
{
    /// <summary>As many as stand on a page of an inbox, several times over.</summary>
    public const int Most = 100;

    public async Task<Review> Run(DeskSession session, Handing how, IReadOnlyList<CaseReference> references, DateOnly today)
    {
        var lines = new List<HandingLine>();
        foreach (var reference in references.Distinct().Take(Most)) lines.Add(await Line(session, how, reference));
        var lie = lines.Select(line => line.Lies).OfType<Post>().DistinctBy(post => (post.OfficeId, post.Designation)).ToList();
        return new(how, lines, how.NeedsTarget() && lie.Count > 0 ? await Targets(session, how, lie, today) : []);
    }

    async Task<HandingLine> Line(DeskSession session, Handing how, CaseReference reference)
    {
        if (await cases.Open(reference.CaseId) is not { } file || file.Case.Reference != reference) return new(reference) { Why = DeskCases.NotYours };
        var found = await desks.Find(session, file, how);
        if (!found.IsDone) return new(reference) { Why = found.Refusals[0] };
        return new(reference)
        {
            Service = file.Service.Names, DueOn = file.Case.DueOn, IsPaused = file.Case.IsPaused, Lies = await directory.Post(found.Value.PostId), Version = file.Case.Version,
        };
    }

    async Task<IReadOnlyList<HandingTarget>> Targets(DeskSession session, Handing how, List<Post> lie, DateOnly today)
    {
        var roster = await rosters.Of(lie[0].OfficeId, today);
        var posts = new List<Post>();
        foreach (var one in lie) posts.AddRange(await desks.Colleagues(one));
        if (how == Handing.HandOver) posts.RemoveAll(post => post.PostId == session.PostId);
        var acting = posts.ToDictionary(post => post.PostId, post => roster.ActsOn(post, today).OfficialId);
        var officials = acting.Values.OfType<Guid>().Distinct().ToList();
        var names = await db.Set<Official>().AsNoTracking().Where(official => officials.Contains(official.OfficialId)).ToDictionaryAsync(official => official.OfficialId, official => official.Names);
        return [.. posts.Select(post => new HandingTarget(post, acting[post.PostId] is { } official ? names[official] : null))];
    }
}
