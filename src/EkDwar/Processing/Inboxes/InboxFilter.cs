using EkDwar.Cases;

namespace EkDwar.Processing.Inboxes;

/// <summary>
/// What an inbox is narrowed to, as its address says it. Lists and counts are read through it and through nothing else, so
/// that a count is that of its list. It does not say who may look at a desk: <see cref="DesksInSight"/> does.
/// </summary>
public sealed record InboxFilter
{
    public bool IsPaused { get; init; }

    /// <summary>Whose desk; null for one's own.</summary>
    public Guid? PostId { get; init; }
    public string? Service { get; init; }
    public DueSpan? Due { get; init; }

    /// <summary>Whether it waits for the citizen's side or for the desk; null for both.</summary>
    public bool? IsWithApplicant { get; init; }
    public bool IsUrgent { get; init; }

    public bool IsNarrowed => Service is not null || Due is not null || IsWithApplicant is not null || IsUrgent;

    /// <summary>The paused ones of the same: their dates do not run, and all of them wait for the citizen's side.</summary>
    public InboxFilter ToPaused() => this with { IsPaused = true, Due = null, IsWithApplicant = null };

    public InboxFilter ToRunning() => this with { IsPaused = false };

    /// <summary>The same list with nothing taken out of it.</summary>
    public InboxFilter ToWhole() => new() { IsPaused = IsPaused, PostId = PostId };

    public IQueryable<WorkItem> Of(IQueryable<WorkItem> items, Guid postId, DateOnly today)
    {
        var (isPaused, service, isWithApplicant) = (IsPaused, Service, IsWithApplicant);
        var open = items.Where(item => item.PostId == postId && item.IsPaused == isPaused && item.DoneAt == null);
        if (service is not null) open = open.Where(item => item.ServiceId == service);
        if (Due is { } span) open = open.Due(span, today);
        // Written out, and no parameter: only so does a partial index know its own.
        if (isWithApplicant is { } waits) open = waits ? open.Where(item => item.IsWithApplicant) : open.Where(item => !item.IsWithApplicant);
        return IsUrgent ? open.Where(item => item.IsUrgent) : open;
    }

    /// <summary>As its address says it after the path; empty when there is nothing to say.</summary>
    public string ToQuery(int page = 1)
    {
        var parts = new List<string>();
        if (IsPaused) parts.Add("paused=true");
        if (PostId is { } post) parts.Add("post=" + post);
        if (Service is not null) parts.Add("service=" + Uri.EscapeDataString(Service));
        if (Due is { } span) parts.Add("due=" + span);
        if (IsWithApplicant is { } waits) parts.Add("waits=" + (waits ? Applicant : Desk));
        if (IsUrgent) parts.Add("urgent=true");
        if (page > 1) parts.Add("page=" + page);
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }

    public const string Applicant = "applicant", Desk = "desk";

    /// <summary>What an address says; words that mean nothing here narrow nothing.</summary>
    public static InboxFilter Parse(Func<string, string?> asked)
    {
        var filter = new InboxFilter
        {
            PostId = Guid.TryParse(asked("post"), out var post) ? post : null,
            Service = asked("service") is { Length: > 0 } service ? service : null,
            Due = DueSpans.All.Select(span => (DueSpan?)span).FirstOrDefault(span => span.ToString() == asked("due")),
            IsWithApplicant = asked("waits") switch { Applicant => true, Desk => false, _ => null },
            IsUrgent = asked("urgent") == "true",
        };
        return asked("paused") == "true" ? filter.ToPaused() : filter;
    }
}
