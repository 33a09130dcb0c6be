using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Applying.Parties;

/// <summary>The applicant takes her application back; asked once more before it is done.</summary>
public sealed class WithdrawPage(WithdrawApplication withdraw) : CitizenPage
{
    public CaseReference Reference { get; private set; }
    public CaseFile Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string reference) => await Open(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string reference)
    {
        if (!await Open(reference)) return NotFound();
        var withdrawn = await withdraw.Run(Session, Reference.CaseId);
        if (withdrawn.IsDone) return Redirect(At($"cases/{Reference}"));
        Refuse(withdrawn.Refusals);
        return Page();
    }

    async Task<bool> Open(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || await withdraw.Open(Session, parsed.CaseId) is not { } file || file.Case.Reference != parsed) return false;
        (Reference, Opened) = (parsed, file);
        SpeakFor(file.Case.State);
        return true;
    }
}
