using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing.SecondQueries;

/// <summary>One second query that waits, without anything of the applicant's.</summary>
public sealed record SecondQueryLine(CaseReference Reference, LocalText Service, Post From, DateTime AskedAt, DateOnly? DueOn);

/// <summary>Use case: the second queries that wait for this post's leave. No case is opened for it.</summary>
public sealed class ReadSecondQueries(EkDwarDb db, PublishedServices services, PostDirectory directory)
{
    public async Task<IReadOnlyList<SecondQueryLine>> Run(DeskSession session)
    {
        var rows = await (from leave in LeaveToAsk.For(db, session)
                          join c in db.Set<Case>().AsNoTracking() on leave.CaseId equals c.CaseId
                          orderby leave.AskedAt, leave.CaseId
                          select new { leave.AskedFromId, leave.AskedAt, c.State, c.CaseId, c.ServiceId, c.ServiceVersion, c.DueOn }).ToListAsync();
        var lines = new List<SecondQueryLine>();
        foreach (var row in rows)
            lines.Add(new(CaseReference.Of(row.State.ToUpperInvariant(), row.CaseId), (await services.Version(row.State, row.ServiceId, row.ServiceVersion)).Names, await directory.Post(row.AskedFromId), row.AskedAt, row.DueOn));
        return lines;
    }
}
