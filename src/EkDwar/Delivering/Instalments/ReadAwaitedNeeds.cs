using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Foundation.Database;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Delivering.Instalments;

/// <summary>An instalment that waits for something to be recorded, with the case it is of.</summary>
public sealed record AwaitedNeed(CaseFile File, ApplicantName Applicant, Instalment Part);

/// <summary>Use case: the instalments that wait until this post has recorded what must hold, those first that fall due first. No account is shown, and no other post has a list.</summary>
public sealed class ReadAwaitedNeeds(EkDwarDb db, CaseFiles cases, PostDirectory directory, LookBook looks)
{
    public const int AtMost = 100;

    public async Task<IReadOnlyList<AwaitedNeed>> Run(DeskSession session)
    {
        var post = await directory.Post(session.PostId);
        var parts = await db.Set<Instalment>().AsNoTracking()
            .Where(one => one.OfficeId == post.OfficeId && one.NeedPost == post.Designation && one.Status == InstalmentStatus.Open && one.Need != NeedStatus.Met)
            .OrderBy(one => one.DueOn).ThenBy(one => one.CaseId).ThenBy(one => one.Seq).Take(AtMost).ToListAsync();
        var waiting = new List<AwaitedNeed>();
        foreach (var part in parts)
        {
            if (await cases.Open(part.CaseId) is not { } file) continue;
            waiting.Add(new(file, ApplicantName.Of(file.Service, file.Answers, file.Case.Language), part));
        }
        await looks.Write(session, [.. waiting.Select(one => one.File.Case)], "instalment", "instalment");
        return waiting;
    }
}
