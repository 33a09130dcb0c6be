using EkDwar.Cases.Parties;
using EkDwar.Design;
using EkDwar.Foundation.Time;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Cases;

/// <summary>The tracker by reference and a one-time code, for anybody who holds the slip and the mobile.</summary>
public sealed class TrackPage(TrackCase track, ReadTrackerView read, CaseParties parties, TimeProvider time) : EkPage
{
    public string? Typed { get; private set; }

    /// <summary>The reference a code was asked for; it says nothing about whether there is such a case.</summary>
    public CaseReference? Asked { get; private set; }
    public TrackerView? View { get; private set; }

    public void OnGet(string? reference) => Typed = reference;

    public async Task<IActionResult> OnPost(string? reference)
    {
        Typed = reference;
        var sent = await track.SendCode(reference, Language.Code);
        if (sent.IsDone) Asked = sent.Value;
        else Refuse(sent.Refusals);
        return Page();
    }

    public async Task<IActionResult> OnPostCode(string? reference, string? code)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return BadRequest();
        Asked = parsed;
        var opened = await track.ByCode(parsed, code);
        if (!opened.IsDone)
        {
            Refuse(opened.Refusals);
            return Page();
        }
        SpeakFor(opened.Value.Case.State);
        View = await read.Run(opened.Value, Language, time.Today(), mayAct: false);
        View = View with { Parties = PartyLine.Of(await parties.Of(opened.Value), View.Entries, Language) };
        return Page();
    }
}
