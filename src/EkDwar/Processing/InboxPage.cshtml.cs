using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Design;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Notifying.Broadcasts;
using EkDwar.People;
using EkDwar.People.Staff;
using EkDwar.Places;
using EkDwar.Processing.Emergencies;
using EkDwar.Processing.Inboxes;
using EkDwar.Processing.SecondQueries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing;

/// <summary>What lies on this post's desk or on one below it, most urgent first, narrowed as its address says; paused cases on a list of their own.</summary>
public sealed class InboxPage(ReadInbox inbox, PostDirectory directory, EkDwarDb db, PublishedServices services, TimeProvider time) : DeskPage
{
    /// <summary>Whether this office pays benefits; whose list it is, is asked there.</summary>
    public bool HasPayList { get; private set; }

    /// <summary>Whether an instalment waits until this post has recorded something.</summary>
    public bool HasNeeds { get; private set; }

    /// <summary>Whether parties of some service sign before this post.</summary>
    public bool HasSignatures { get; private set; }

    /// <summary>Whether somebody waits until this post allows or refuses to open a case in an emergency.</summary>
    public bool HasEmergencies { get; private set; }

    /// <summary>Whether an officer waits until this post lets her ask a citizen a second time.</summary>
    public bool HasSecondQueries { get; private set; }

    /// <summary>Whether this post looks after others, whose unusual looks it is pointed to.</summary>
    public bool HasUnusual => Inbox?.Desk.Below.Count > 0 || Post.Designation == StaffDesk.Administrator;

    /// <summary>Whether she looks after an office, whose area she may tell something.</summary>
    public bool SendsBroadcasts { get; private set; }

    static readonly string[] Acts = ["forwarded", "reported", "queried", "returned", "granted", "refused", "assessed", "transferred", "closed"];

    /// <summary>What is new of cases of this desk until they are opened: at most so many as are shown.</summary>
    public IReadOnlyList<(CaseReference Reference, string Kind)> Notices { get; private set; } = [];

    /// <summary>Null where the desk that was asked for is not in this official's sight.</summary>
    public Inbox? Inbox { get; private set; }
    public int Number { get; private set; }
    public Post Post { get; private set; } = new();
    public Office Office { get; private set; } = new();

    /// <summary>What was just done, and to which case.</summary>
    public string? Done { get; private set; }

    public string AsOf => When(time.UtcNow());

    public InboxFilter Filter => Inbox?.Filter ?? new();
    public bool IsPaused => Filter.IsPaused;
    public bool IsOwn => Inbox?.Desk.IsOwn != false;

    /// <summary>Whether the cases on the list open for her, and are named.</summary>
    public bool Opens => Inbox?.Desk.Opens != false;

    /// <summary>The list of what nobody has claimed yet from the desk she shares.</summary>
    public string UnclaimedList => List(new() { PostId = Inbox!.Desk.Shared!.PostId });

    // The name "page" belongs to Razor's own routes.
    public async Task<IActionResult> OnGet([FromServices] BroadcastDesk broadcasts)
    {
        Number = int.TryParse(Digits.Only(Request.Query["page"].ToString()), out var page) ? Math.Clamp(page, 1, 500) : 1;
        Post = await directory.Post(Session.PostId);
        Office = await directory.Office(Post.OfficeId);
        HasPayList = await db.Set<Beneficiary>().AnyAsync(one => one.OfficeId == Post.OfficeId);
        HasNeeds = HasPayList && await db.Set<Instalment>().AnyAsync(one => one.OfficeId == Post.OfficeId && one.NeedPost == Post.Designation && one.Status == InstalmentStatus.Open && one.Need != NeedStatus.Met);
        HasEmergencies = await ReadEmergencies.Waiting(db, Session, time.UtcNow()).AnyAsync();
        SendsBroadcasts = await broadcasts.OfficeOf(Session) is not null;
        HasSecondQueries = await LeaveToAsk.For(db, Session).AnyAsync();
        Notices = await DeskNotice.Unseen(db, [Session.PostId, .. await directory.SharedDeskOf(Session.PostId) is { } shared ? new[] { shared.PostId } : []]);
        HasSignatures = (await services.Current(Office.State)).Any(service => service.Parties.Count > 0 && service.Stages.Exists(stage => stage.Post == Post.Designation));
        if (JustDone() is var (act, reference) && Acts.Contains(act)) Done = T("processing.done." + act, ("reference", reference));
        var read = await inbox.Run(Session, InboxFilter.Parse(name => Request.Query[name]), Number - 1);
        if (!read.IsDone) return Again(StatusCodes.Status404NotFound);
        Inbox = read.Value;
        return Page();
    }

    /// <summary>What is new was read: whatever stood there then is put away, and what came since stands there next.</summary>
    public async Task<IActionResult> OnPostPutAway([FromServices] PutNoticesAway put)
    {
        await put.Run(Session, [.. Request.Form["notice"].OfType<string>()]);
        return SeeOther(Desk("inbox"));
    }

    public DueTag Due(InboxLine line) => DueTag.Of(line.DueOn, IsPaused, time.Today(), Language);

    public string When(DateTime at) => DayPart.At(at, Language);

    public string List(InboxFilter filter, int page = 1) => Desk("inbox") + filter.ToQuery(page);

    /// <summary>How much there is span by span, each leading to the list it counts. That no clock has started is said only where it is so.</summary>
    public IReadOnlyList<Tile> Tiles =>
    [
        .. DueSpans.All.Where(span => span != DueSpan.Unknown || Inbox!.Counts[span].Known > 0).Select(span =>
            new Tile(Inbox!.Counts[span].ToString(), T("processing.filter.due." + span)) { Href = List(Filter.ToRunning() with { Due = span }), Tone = ToneOf(span) }),
        new(Inbox!.Counts.Paused.ToString(), T("processing.inbox.paused")) { Href = List(Filter.ToPaused()), Tone = Tone.Wait },
    ];

    static Tone ToneOf(DueSpan span) => span switch { DueSpan.Overdue => Tone.Late, DueSpan.Today => Tone.Due, _ => Tone.Plain };

    /// <summary>What the list is narrowed to, each with the address of the list without it.</summary>
    public IReadOnlyList<Chip> Chips => [.. Active()];

    IEnumerable<Chip> Active()
    {
        if (!IsOwn) yield return new(Named(Inbox!.Desk.Post), List(Filter with { PostId = null }));
        if (Filter.Service is { } id) yield return new(Words(Inbox!.Services.First(service => service.Id == id).Names), List(Filter with { Service = null }));
        if (Filter.Due is { } span) yield return new(T("processing.filter.due." + span), List(Filter with { Due = null }));
        if (Filter.IsWithApplicant is { } waits) yield return new(T("processing.filter.waits." + (waits ? InboxFilter.Applicant : InboxFilter.Desk)), List(Filter with { IsWithApplicant = null }));
        if (Filter.IsUrgent) yield return new(T("processing.filter.urgent"), List(Filter with { IsUrgent = false }));
    }

    public IReadOnlyList<Choice> Desks => [new("", T("processing.filter.own_desk")), .. Seen.Select(post => new Choice(post.PostId.ToString(), Named(post)))];

    /// <summary>The desks she may see besides her own.</summary>
    public IReadOnlyList<Post> Seen => Inbox!.Desk.Shared is { } shared ? [shared, .. Inbox.Desk.Below] : Inbox!.Desk.Below;

    /// <summary>A shared desk is named by what lies there.</summary>
    public Phrase Named(Post post) => post.IsShared ? T("processing.share.desk", ("post", post.Names.In(Language)))! : Words(post.Names);

    public IReadOnlyList<Choice> Services => [new("", T("processing.filter.all_services")), .. Inbox!.Services.Select(service => new Choice(service.Id, Words(service.Names)))];

    public IReadOnlyList<Choice> Spans => [new("", T("processing.filter.all_dates")), .. DueSpans.All.Select(span => new Choice(span.ToString(), T("processing.filter.due." + span)))];

    public IReadOnlyList<Choice> Waits => [new("", T("processing.filter.all_waits")), .. new[] { InboxFilter.Desk, InboxFilter.Applicant }.Select(side => new Choice(side, T("processing.filter.waits." + side)))];
}
