using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.People.Staff;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Unusual;

/// <summary>One notice of unusual looks: what was seen in its time, and for the administrator the words that close it. No application opens from here.</summary>
public sealed class UnusualLookPage(ReadUnusualLooks read, UnusualDesk desk, EkDwarDb db) : DeskPage
{
    public UnusualLine Line { get; private set; } = null!;
    public IReadOnlyList<SeenLine> Seen { get; private set; } = [];
    public IReadOnlyList<SearchedLine> Searched { get; private set; } = [];
    public bool MayClose { get; private set; }
    public bool WasClosed { get; private set; }
    public string Address => Desk("unusual-looks/" + Line.Notice.UnusualId);

    public async Task<IActionResult> OnGet(Guid notice)
    {
        WasClosed = JustDone() is ("closed", var about) && about == notice.ToString();
        return await Open(notice) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostClose(Guid notice, string? words, [FromServices] CloseUnusualLook close)
    {
        var closed = await close.Run(Session, notice, words);
        if (closed.IsDone) return SeeOther(Desk("unusual-looks/" + notice), "closed", notice.ToString());
        db.ChangeTracker.Clear();
        if (closed.Refusals.Contains(UnusualDesk.NotYours) || !await Open(notice)) return NotFound();
        Refuse(closed.Refusals);
        return closed.Refusals.Contains(StaffDesk.SomebodyElseWasFirst) ? Again(StatusCodes.Status409Conflict) : Page();
    }

    public string When(DateTime at) => DayPart.At(at, Language);

    async Task<bool> Open(Guid notice)
    {
        if (await read.One(Session, notice) is not var (line, seen, searched)) return false;
        (Line, Seen, Searched) = (line, seen, searched);
        MayClose = line.Notice.ClosedAt is null && await desk.MayClose(Session);
        return true;
    }
}
