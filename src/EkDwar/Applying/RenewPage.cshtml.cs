using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying;

/// <summary>Begins the renewal of a licence, or of what was sanctioned for a year, filled in from it.</summary>
public sealed class RenewPage(RenewLicence renew, RenewBenefit renewBenefit, TrackCase track) : CitizenPage
{
    /// <summary>Whether what is renewed was sanctioned for a year, and is no licence.</summary>
    public bool IsBenefit { get; private set; }

    public CaseReference Reference { get; private set; }

    public async Task<IActionResult> OnGet(string reference) => await Open(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string reference)
    {
        if (!await Open(reference)) return NotFound();
        var begun = IsBenefit ? await renewBenefit.Run(Session, Reference) : await renew.Run(Session, Reference);
        if (begun.IsDone) return Redirect(At(ApplyAddresses.Next(begun.Value)));
        Refuse(begun.Refusals.Select(refusal => refusal with { Field = null }));
        return Page();
    }

    async Task<bool> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { Service: var service } || service is { Licence: null, Sanction.Renewal: null } or { Licence: null, Sanction: null }) return false;
        (Reference, IsBenefit) = (parsed, service.Licence is null);
        return true;
    }
}
