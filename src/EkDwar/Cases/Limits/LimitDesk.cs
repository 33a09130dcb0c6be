using EkDwar.Deadlines;
using EkDwar.Foundation.Database;
using EkDwar.Places;

namespace EkDwar.Cases.Limits;

/// <summary>Who is told of a limit, and on whom it falls when it passes. It writes desk notices into the coming save, and nothing else.</summary>
public sealed class LimitDesk(EkDwarDb db, ActingPosts acting, PostDirectory directory)
{
    /// <summary>The posts that have the case with their stages; on no desk, the post in whose name it is to be given.</summary>
    public async Task<IReadOnlyList<(Guid PostId, string? Stage)>> Having(CaseFile file) => file.Desks.Count > 0
        ? [.. file.Desks.Select(desk => (desk.PostId, (string?)desk.Stage))]
        : await directory.At(file.Case.OfficeId, file.Terms.Officers.Designated) is { } post ? [(post.PostId, null)] : [];

    /// <summary>Tells those whom a warning names; of a kind that is no warning, how much of the limit is used is not said.</summary>
    public async Task Tell(CaseFile file, string kind, LimitWarning whom, (DateOnly Day, DateTime At) now)
    {
        var having = await Having(file);
        var told = new List<(Guid, string)>();
        if (whom.TellsHolder) told.AddRange(having.Select(one => (one.PostId, kind)));
        if (whom.TellsSenior)
            foreach (var (postId, _) in having)
                if (await acting.SeniorOf(postId, now.Day) is { } senior) told.Add((senior, LimitWords.OfBelow(kind)));
        await DeskNotice.TellOnce(db, file.Case.CaseId, [.. told.Distinct()], DateTime.MinValue, now.At, kind == LimitWords.Used ? whom.Percent : null);
    }

    /// <summary>What is to be kept of a limit whose last day has ended.</summary>
    public async Task<PassedLimit> Passed(CaseFile file, DateOnly dueOn, ActRules act)
    {
        var defaults = new List<PostDefault>();
        foreach (var (postId, stage) in await Having(file))
        {
            var holder = await acting.HolderOn(postId, dueOn);
            defaults.Add(new(postId, stage, holder.OfficialId, holder.As));
        }
        var (filesItself, tier) = (act.AutoFiling.AppliesOn(dueOn.AddDays(1)), act.Appeals is [var first, ..] ? first : null);
        return new(dueOn, defaults, act.Id)
        {
            FilesItself = filesItself, Basis = filesItself ? act.AutoFiling.Basis : null, BasisSource = filesItself ? act.AutoFiling.Source : null,
            Authority = tier?.Authority, LodgeDays = tier?.LodgeWithin?.Days, LodgeDaysAreWorking = tier?.LodgeWithin?.Kind == DayKind.Working,
        };
    }
}
