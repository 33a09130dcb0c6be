using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Paying.Office;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.SetAside;

/// <summary>The first appellate authority records its order that a refusal was wrong: number, day and words.</summary>
public sealed class SetAsidePage(MoneyDesk desk, EkDwarDb db) : MoneyDeskPage(desk)
{
    public FeeCredit? Credit { get; private set; }
    public string Address => Desk($"cases/{Opened.Case.Reference}/set-aside");

    protected override Task<bool> May(MoneyPosts posts, CaseFile file) => posts.IsFirstAppellate(Session, file);

    protected override async Task Fill() => Credit = await db.FindAsync<FeeCredit>(Opened.Case.CaseId);

    public async Task<IActionResult> OnGet(string reference) => !CaseReference.TryParse(reference, out var parsed) ? NoSuchCase() : await Open(parsed) ?? Page();

    public async Task<IActionResult> OnPost(string reference, string? version, string? number, string? words, [FromServices] SetAsideRefusal setAside)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        return await After("set_aside", parsed, await setAside.Run(Session, parsed.CaseId, Seen(version), new((number ?? "").Trim(), Day("on"), words)));
    }
}
