using EkDwar.Foundation.Languages;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Emergencies;

/// <summary>A case opened in an emergency: to read, with the numbers that name a person masked, and nothing to act on or take away.</summary>
public sealed class EmergencyCasePage(LookInEmergency look, ReadDeskCase read, DeskPapers papers) : DeskPage
{
    public DeskCase Case { get; private set; } = null!;
    public IReadOnlyList<DeskPaper> Papers { get; private set; } = [];
    public DateTime Until { get; private set; }
    public string Address { get; private set; } = "";

    public async Task<IActionResult> OnGet(Guid request)
    {
        var opened = await look.Run(Session, request, Cases.LookBook.Whole);
        if (!opened.IsDone) return NoSuchCase();
        (Until, Address) = (opened.Value.Until, Desk("emergencies/" + request));
        Case = (await read.Run(opened.Value.File, Session.PostId, Language)).Masked().WithoutNotes();
        Papers = await papers.Of(opened.Value.File);
        return Page();
    }

    public string When(DateTime at) => DayPart.At(at, Language);
}
