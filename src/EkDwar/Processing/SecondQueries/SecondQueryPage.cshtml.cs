using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.Processing.SecondQueries;

/// <summary>A case for which leave to ask again is wanted: what would be asked and why only now, the case to read, and allow or refuse.</summary>
public sealed class SecondQueryPage(LookAtSecondQuery look, ReadDeskCase read, DeskPapers papers, PostDirectory directory, EkDwarDb db) : DeskPage
{
    public SecondQuery Query { get; private set; } = null!;
    public DeskCase Case { get; private set; } = null!;
    public IReadOnlyList<DeskPaper> Papers { get; private set; } = [];
    public Post From { get; private set; } = new();
    public string Address { get; private set; } = "";

    public Task<IActionResult> OnGet(string reference) => Open(reference, null);

    public Task<IActionResult> OnPostAllow(string reference, string? version, [FromServices] AnswerSecondQuery answer) => Answer(reference, version, answer, isAllowed: true, null);

    public Task<IActionResult> OnPostRefuse(string reference, string? version, string? words, [FromServices] AnswerSecondQuery answer) => Answer(reference, version, answer, isAllowed: false, words);

    public string When(DateTime at) => DayPart.At(at, Language);

    async Task<IActionResult> Answer(string reference, string? version, AnswerSecondQuery answer, bool isAllowed, string? words)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var answered = await answer.Run(Session, parsed, long.TryParse(version, out var seen) ? seen : -1, isAllowed, words);
        if (answered.IsDone) return SeeOther(Desk("second-queries"), isAllowed ? "allowed" : "refused", parsed.ToString());
        db.ChangeTracker.Clear();
        Refuse(answered.Refusals);
        var again = await Open(reference, answered.Refusals[0].Field is null ? StatusCodes.Status409Conflict : null);
        // It waits no longer: another senior answered, or who asked took it back. Whoever was never asked learns nothing.
        return again is PageResult || answered.Refusals[0] == DeskCases.NotYours ? again : SeeOther(Desk("second-queries"), "over", parsed.ToString());
    }

    async Task<IActionResult> Open(string reference, int? status)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, LookBook.Whole);
        if (!opened.IsDone) return NoSuchCase();
        (Query, Address) = (opened.Value, Desk("second-queries/" + parsed));
        From = await directory.Post(Query.Leave.AskedFromId);
        Case = (await read.Run(Query.File, Session.PostId, Language)).Masked().WithoutNotes();
        Papers = await papers.Of(Query.File);
        return status is { } known ? Again(known) : Page();
    }
}
