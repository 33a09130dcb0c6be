using EkDwar.Cases;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.Office;

/// <summary>Fees at this desk: what waits to be paid, what does not match, what is to be handed back, and the ways to take a fee and to set a refusal aside.</summary>
public sealed class FeesPage(ReadMoneyDesk read) : DeskPage
{
    static readonly string[] Acts = ["taken", "reversed", "handed_back", "judged", "set_aside"];

    public MoneyOfPost Money { get; private set; } = null!;
    public string? Done { get; private set; }

    public async Task<IActionResult> OnGet([FromQuery] string? take, [FromQuery(Name = "set-aside")] string? setAside)
    {
        if (CaseReference.TryParse(take ?? setAside, out var reference)) return Redirect(Desk($"cases/{reference}/{(take is null ? "set-aside" : "take")}"));
        if (take is not null || setAside is not null) Problem(take is null ? "set-aside" : "take", "cases.reference_unreadable");
        Money = await read.Run(Session);
        if (JustDone() is var (act, about) && Acts.Contains(act)) Done = T("paying.done." + act, ("reference", about));
        return Page();
    }
}
