using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>Begins the renewal of a licence, filled in from it.</summary>
public sealed class RenewPage(RenewLicence renew, TrackCase track) : CitizenPage
{
    public CaseReference Reference { get; private set; }

    public async Task<IActionResult> OnGet(string reference) => await Open(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string reference)
    {
        if (!await Open(reference)) return NotFound();
        var begun = await renew.Run(Session, Reference);
        if (begun.IsDone) return Redirect(At(ApplyAddresses.Next(begun.Value)));
        Refuse(begun.Refusals.Select(refusal => refusal with { Field = null }));
        return Page();
    }

    async Task<bool> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { Service.Licence: not null }) return false;
        Reference = parsed;
        return true;
    }
}
