using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.SetAside;

/// <summary>To her whose refusal was set aside: apply again free of charge, or have the fee back. One of the two, once.</summary>
public sealed class CreditPage(EkDwarDb db, TrackCase track) : CitizenPage
{
    public CaseFile Opened { get; private set; } = null!;
    public FeeCredit Credit { get; private set; } = null!;
    public string Address => At($"cases/{Opened.Case.Reference}/set-aside");

    public async Task<IActionResult> OnGet(string reference) => await Open(reference) ?? Page();

    public async Task<IActionResult> OnPost(string reference, [FromServices] AskFeeBack ask)
    {
        if (await Open(reference) is { } elsewhere) return elsewhere;
        var asked = await ask.Run(Opened);
        if (asked.IsDone) return Redirect(Address);
        Refuse(asked.Refusals);
        return Page();
    }

    async Task<IActionResult?> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await track.ForAccount(Session, parsed) is not { } file || await db.FindAsync<FeeCredit>(parsed.CaseId) is not { } credit) return NotFound();
        (Opened, Credit) = (file, credit);
        return null;
    }
}
