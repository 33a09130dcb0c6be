using EkDwar.Cases;
using EkDwar.Design;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing;

/// <summary>Asks an official why she opens a case that is no longer on her desk. Shows nothing of it.</summary>
public sealed class WhyPage(LookAtCase look, CaseFiles cases) : DeskPage
{
    public CaseReference Reference { get; private set; }

    public IReadOnlyList<Choice> Reasons => [.. Look.Stated.Select(reason => new Choice(reason, T("cases.look_reason." + reason)))];

    public async Task<IActionResult> OnGet(string reference) => await Had(reference) ? Page() : NoSuchCase();

    public async Task<IActionResult> OnPost(string reference, string? reason)
    {
        if (!await Had(reference)) return NoSuchCase();
        var stated = await look.State(Session, Reference, reason);
        if (stated.IsDone) return SeeOther(Desk($"cases/{Reference}"));
        Refuse(stated.Refusals);
        return Page();
    }

    async Task<bool> Had(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed) || !await cases.WasAt(parsed.CaseId, Session.PostId)) return false;
        Reference = parsed;
        return true;
    }
}
