using EkDwar.Cases.Parties;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Cases;

/// <summary>The tracker, for the account that filed the case.</summary>
public sealed class CaseStatusPage(TrackCase track, ReadTrackerView read, CaseParties parties, TimeProvider time) : CitizenPage
{
    public TrackerView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForSender(Session, parsed) is not { } file) return NotFound();
        SpeakFor(file.Case.State);
        View = await read.Run(file, Language, time.Today(), mayAct: true);
        View = View with { Parties = PartyLine.Of(await parties.Of(file), View.Entries, Language), MayWithdraw = file.MayWithdraw(Session) };
        return Page();
    }
}
