using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Cases;

/// <summary>The tracker, for the account that filed the case.</summary>
public sealed class CaseStatusPage(TrackCase track, ReadTracker read, RefusalLetters letters) : CitizenPage
{
    public TrackerView View { get; private set; } = null!;

    /// <summary>The letter of a refusal, as the officer previewed it; null when there is none.</summary>
    public RefusalLetter? Letter { get; private set; }

    public async Task<IActionResult> OnGet(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { } file) return NotFound();
        View = await read.Run(file, Language, mayAct: true);
        Letter = await letters.Sent(file, View.Entries);
        return Page();
    }
}
