using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Processing.Inboxes;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing;

/// <summary>One line of an officer's inbox. The name is opened for the post that has the case, and for those that share its desk: it is unknown on any other.</summary>
public sealed record InboxLine(CaseReference Reference, ServiceDefinition Service, ApplicantName Applicant, string Stage, DateOnly? DueOn, DateTime SinceAt)
{
    /// <summary>The tier it was sent for, where that is an urgent one; null otherwise.</summary>
    public Option? Urgent { get; init; }
}

/// <summary>A page of a desk's list, what it was narrowed to, how long it is, and the services that come to this desk.</summary>
public sealed record Inbox(DeskInSight Desk, InboxFilter Filter, IReadOnlyList<InboxLine> Lines, bool HasMore, DeskCounts Counts, IReadOnlyList<ServiceDefinition> Services)
{
    public Tally Total => Counts.Of(Filter);

    /// <summary>How much lies unclaimed on the desk this one shares; null where it shares none, or is not the reader's.</summary>
    public Tally? Unclaimed { get; init; }
}

/// <summary>
/// Use case: what lies on this post's desk, on the one it shares, or on one below it, by legal due date; paused cases apart. Cost follows the
/// page shown, never the history: list and counts are read through one index of open items, and no count goes on for ever.
/// </summary>
public sealed class ReadInbox(EkDwarDb db, PublishedServices services, MasterKey master, DesksInSight desks, TimeProvider time)
{
    public const int PageSize = 20;

    public async Task<Outcome<Inbox>> Run(DeskSession session, InboxFilter asked, int page)
    {
        if (await desks.Find(session, asked.PostId) is not { } desk) return DeskCases.NotYours;
        var known = (await services.Current(desk.Office.State)).Where(service => service.Stages.Exists(stage => stage.Post == desk.Post.Designation)).ToList();
        var filter = asked with { PostId = desk.IsOwn ? null : desk.Post.PostId, Service = known.Find(service => service.Id == asked.Service)?.Id };
        var rows = await Page(filter, desk.Post.PostId, page);
        var lines = new List<InboxLine>(PageSize);
        foreach (var row in rows.Take(PageSize)) lines.Add(await Line(row, desk.Opens));
        return new Inbox(desk, filter, lines, rows.Count > PageSize, await DeskCounts.Read(db, desk.Post.PostId, filter, time.Today()), known)
        {
            Unclaimed = desk is { IsOwn: true, Shared: { } shared } ? (await DeskCounts.Read(db, shared.PostId, new(), time.Today())).Running : null,
        };
    }

    sealed record Row(string Stage, DateOnly? DueOn, DateTime SinceAt, Case Case);

    // One engine puts what has no date first and the other last. Here it stands last on both: each part is read through the index.
    async Task<List<Row>> Page(InboxFilter filter, Guid post, int page)
    {
        var (open, before) = (filter.Of(db.Set<WorkItem>().AsNoTracking(), post, time.Today()), page * PageSize);
        var dated = open.Where(item => item.DueOn != null).OrderBy(item => item.DueOn).ThenBy(item => item.CaseId);
        var rows = await Rows(dated, before, PageSize + 1);
        if (rows.Count > PageSize) return rows;
        // No more than the pages before this one are counted.
        var passed = rows.Count > 0 ? before : await dated.Take(before).CountAsync();
        return [.. rows, .. await Rows(open.Where(item => item.DueOn == null).OrderBy(item => item.CaseId), before - passed, PageSize + 1 - rows.Count)];
    }

    Task<List<Row>> Rows(IOrderedQueryable<WorkItem> items, int skip, int take) => (
        from item in items.Skip(skip).Take(take)
        join c in db.Set<Case>().AsNoTracking() on item.CaseId equals c.CaseId
        orderby item.DueOn, item.CaseId
        select new Row(item.Stage, item.DueOn, item.SinceAt, c)).ToListAsync();

    async Task<InboxLine> Line(Row row, bool opens)
    {
        var service = await services.Version(row.Case.State, row.Case.ServiceId, row.Case.ServiceVersion);
        var applicant = opens && CaseSeal.Of(master, row.Case) is { } seal ? NameOf(service, seal, row.Case) : ApplicantName.Unknown;
        return new(row.Case.Reference, service, applicant, row.Stage, row.DueOn, row.SinceAt)
        {
            Urgent = service.Tier.Length > 0 && service.TierOf(Terms.Parse(row.Case.Terms)) is { IsUrgent: true } tier ? tier : null,
        };
    }

    static ApplicantName NameOf(ServiceDefinition service, CaseSeal seal, Case c) =>
        ApplicantName.Of(service, Catalogue.Questions.Answers.Parse(seal.Open(c.Answers, "answers")), c.Language);
}
