using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>Begins a new application in the place of one that was closed for want of something, filled in from it.</summary>
public sealed class AgainPage(ApplyAgain again, TrackCase track) : CitizenPage
{
    public CaseReference Reference { get; private set; }

    public async Task<IActionResult> OnGet(string reference) => await Open(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string reference)
    {
        if (!await Open(reference)) return NotFound();
        var begun = await again.Run(Session, Reference);
        if (begun.IsDone) return Redirect(At(ApplyAddresses.Next(begun.Value)));
        Refuse(begun.Refusals.Select(refusal => refusal with { Field = null }));
        return Page();
    }

    async Task<bool> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { Case.Status: CaseStatus.Lapsed }) return false;
        Reference = parsed;
        return true;
    }
}
