using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.Names;

/// <summary>
/// Use case, at the start of a house whose store has no index of names yet, or by command: writes the words of every case that can be opened.
/// What is written already stays; run again it writes what is missing.
/// </summary>
public sealed class IndexNames(EkDwarDb db, CaseWords words, PublishedServices services, MasterKey master)
{
    const int AtOnce = 200;

    /// <summary>Only where there are cases and no word of any.</summary>
    public async Task RunOnce()
    {
        if (!await db.Set<CaseWord>().AnyAsync() && await db.Set<Case>().AnyAsync(c => c.WrappedKey != null)) await Run();
    }

    /// <returns>How many cases have words now.</returns>
    public async Task<int> Run()
    {
        var (count, last) = (0, 0L);
        while (await Next(last) is { Count: > 0 } cases)
        {
            var ids = cases.ConvertAll(c => c.CaseId);
            var had = (await (from item in db.Set<WorkItem>() where ids.Contains(item.CaseId) join post in db.Set<Post>() on item.PostId equals post.PostId select new { item.CaseId, post.OfficeId }).Distinct().ToListAsync())
                .ToLookup(one => one.CaseId, one => one.OfficeId);
            var written = (await db.Set<CaseWord>().AsNoTracking().Where(word => ids.Contains(word.CaseId)).ToListAsync()).Select(word => (word.CaseId, word.Word)).ToHashSet();
            foreach (var c in cases) await Write(c, [.. had[c.CaseId].Append(c.OfficeId).Distinct()], written);
            // Where another node does the same at the same moment, or a case came meanwhile, they are looked at again.
            var isDone = await db.TrySave();
            db.ChangeTracker.Clear();
            if (isDone) (count, last) = (count + cases.Count, cases[^1].CaseId);
        }
        return count;
    }

    Task<List<Case>> Next(long last) => db.Set<Case>().AsNoTracking().Where(c => c.CaseId > last && c.WrappedKey != null).OrderBy(c => c.CaseId).Take(AtOnce).ToListAsync();

    async Task Write(Case c, IReadOnlyList<Guid> offices, HashSet<(long, long)> written)
    {
        var service = await services.Version(c.State, c.ServiceId, c.ServiceVersion);
        var name = ApplicantName.Of(service, Catalogue.Questions.Answers.Parse(CaseSeal.Of(master, c)!.Open(c.Answers, "answers")), c.Language);
        foreach (var word in offices.SelectMany(office => words.Of(office, name)).Distinct())
            if (!written.Contains((c.CaseId, word))) db.Add(new CaseWord { CaseId = c.CaseId, Word = word, SubmittedAt = c.SubmittedAt });
    }
}
