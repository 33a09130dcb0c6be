using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Cases.OwnData;

/// <summary>Of what the house keeps of her: the applications she is the applicant of, the newest first, each with its papers and certificates.</summary>
public sealed class OwnCases(EkDwarDb db, CaseFiles cases, WriteOwnCase write, TimeProvider time) : IOwnData
{
    /// <summary>So many applications one archive holds; those beyond are named in it by their references.</summary>
    public const int AtMost = 200;

    public async IAsyncEnumerable<OwnRecord> Of(OwnDataOf who)
    {
        var (since, until) = who.Between;
        var all = await db.Set<Case>().AsNoTracking().Where(c => c.ApplicantId == who.PersonId && c.WrappedKey != null && c.SubmittedAt >= since && c.SubmittedAt < until)
            .OrderByDescending(c => c.SubmittedAt).Select(c => new { c.CaseId, c.State }).ToListAsync();
        foreach (var one in all.Take(AtMost))
            if (await cases.Open(one.CaseId) is { } file) yield return await write.Of(file, who.Language, time.Today());
        if (all.Count > AtMost)
            yield return new("applications/left-out.json", Texts.Get(who.Language, "cases.own.left_out", ("count", $"{all.Count - AtMost}")),
                OwnAnswers.Lines(all.Skip(AtMost).Select(one => CaseReference.Of(one.State.ToUpperInvariant(), one.CaseId).ToString())));
    }
}
