using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Cases;

/// <summary>How the last day of a decision was counted, every day with what it was and by which rules: for the account that filed the case, on a page of its own that prints whole.</summary>
public sealed class CountPage(TrackCase track, ReadTrackerView read, TimeProvider time) : CitizenPage
{
    public TrackerView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } file) return NotFound();
        SpeakFor(file.Case.State);
        View = await read.Run(file, Language, time.Today(), mayAct: true);
        return Page();
    }
}
