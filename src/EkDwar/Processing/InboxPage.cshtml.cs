using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Processing;

/// <summary>What lies on this post's desk, most urgent first; paused cases on a list of their own. Counts nothing.</summary>
public sealed class InboxPage(ReadInbox inbox, PostDirectory directory, EkDwarDb db, PublishedServices services, TimeProvider time) : DeskPage
{
    /// <summary>Whether this office pays benefits; whose list it is, is asked there.</summary>
    public bool HasPayList { get; private set; }

    /// <summary>Whether an instalment waits until this post has recorded something.</summary>
    public bool HasNeeds { get; private set; }

    /// <summary>Whether parties of some service sign before this post.</summary>
    public bool HasSignatures { get; private set; }

    static readonly string[] Acts = ["forwarded", "reported", "queried", "returned", "granted", "refused", "assessed"];

    /// <summary>Cases that left this desk without its doing.</summary>
    public IReadOnlyList<(CaseReference Reference, string Kind)> Notices { get; private set; } = [];

    public IReadOnlyList<InboxLine> Lines { get; private set; } = [];
    public bool HasMore { get; private set; }
    public bool IsPaused { get; private set; }
    public int Number { get; private set; }
    public Post Post { get; private set; } = new();
    public Office Office { get; private set; } = new();

    /// <summary>What was just done, and to which case.</summary>
    public string? Done { get; private set; }

    public string AsOf => When(time.UtcNow());

    public async Task OnGet([FromQuery] string? paused, [FromQuery(Name = "page")] string? number)
    {
        IsPaused = paused == "true";
        Number = int.TryParse(Digits.Only(number ?? ""), out var page) ? Math.Clamp(page, 1, 500) : 1;
        Post = await directory.Post(Session.PostId);
        Office = await directory.Office(Post.OfficeId);
        HasPayList = await db.Set<Beneficiary>().AnyAsync(one => one.OfficeId == Post.OfficeId);
        HasNeeds = HasPayList && await db.Set<Instalment>().AnyAsync(one => one.OfficeId == Post.OfficeId && one.NeedPost == Post.Designation && one.Status == InstalmentStatus.Open && one.Need != NeedStatus.Met);
        Notices = await DeskNotice.Unseen(db, Session.PostId);
        HasSignatures = (await services.Current(Office.State)).Any(service => service.Parties.Count > 0 && service.Stages.Exists(stage => stage.Post == Post.Designation));
        (Lines, HasMore) = await inbox.Run(Session, IsPaused, Number - 1);
        if (JustDone() is var (act, reference) && Acts.Contains(act)) Done = T("processing.done." + act, ("reference", reference));
    }

    public DueTag Due(InboxLine line) => DueTag.Of(line.DueOn, IsPaused, time.Today(), Language);

    public string When(DateTime at) => DayPart.At(StateTime.Day(at), TimeOnly.FromDateTime(StateTime.Local(at)), Language);

    public string List(bool paused, int page = 1) => Desk("inbox") + (paused ? "?paused=true" : "") + (page == 1 ? "" : (paused ? "&page=" : "?page=") + page);
}
