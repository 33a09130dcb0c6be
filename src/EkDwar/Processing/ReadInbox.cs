using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing;

/// <summary>One line of an officer's inbox. The name is opened for the post that has the case and nobody else.</summary>
public sealed record InboxLine(CaseReference Reference, ServiceDefinition Service, ApplicantName Applicant, string Stage, DateOnly? DueOn, DateTime SinceAt)
{
    /// <summary>The tier it was sent for, where that is an urgent one; null otherwise.</summary>
    public Option? Urgent { get; init; }
}

/// <summary>
/// Use case: what lies on this post's desk, by legal due date; paused cases apart. Cost follows the page shown, never
/// the history: it reads the open items of one post through one index, and counts nothing.
/// </summary>
public sealed class ReadInbox(EkDwarDb db, PublishedServices services, MasterKey master)
{
    public const int PageSize = 20;

    /// <summary>A page of lines, and whether another follows.</summary>
    public async Task<(IReadOnlyList<InboxLine> Lines, bool HasMore)> Run(DeskSession session, bool paused, int page)
    {
        var lines = new List<InboxLine>(PageSize);
        var hasMore = false;
        await foreach (var row in Open(db, session.PostId, paused, page * PageSize))
        {
            if (hasMore = lines.Count == PageSize) break;
            var service = await services.Version(row.Case.State, row.Case.ServiceId, row.Case.ServiceVersion);
            var applicant = CaseSeal.Of(master, row.Case) is { } seal ? NameOf(service, seal, row.Case) : ApplicantName.Unknown;
            lines.Add(new(row.Case.Reference, service, applicant, row.Stage, row.DueOn, row.SinceAt)
            {
                Urgent = service.Tier.Length > 0 && service.TierOf(Terms.Parse(row.Case.Terms)) is { IsUrgent: true } tier ? tier : null,
            });
        }
        return (lines, hasMore);
    }

    sealed record Row(string Stage, DateOnly? DueOn, DateTime SinceAt, Case Case);

    // Every desk opens with it: translated once.
    static readonly Func<EkDwarDb, Guid, bool, int, IAsyncEnumerable<Row>> Open = EF.CompileAsyncQuery((EkDwarDb db, Guid post, bool paused, int skip) => (
        from item in db.Set<WorkItem>().AsNoTracking()
        where item.PostId == post && item.IsPaused == paused && item.DoneAt == null
        orderby item.DueOn, item.CaseId
        join c in db.Set<Case>().AsNoTracking() on item.CaseId equals c.CaseId
        select new Row(item.Stage, item.DueOn, item.SinceAt, c)).Skip(skip).Take(PageSize + 1));

    static ApplicantName NameOf(ServiceDefinition service, CaseSeal seal, Case c) =>
        ApplicantName.Of(service, Catalogue.Questions.Answers.Parse(seal.Open(c.Answers, "answers")), c.Language);
}
