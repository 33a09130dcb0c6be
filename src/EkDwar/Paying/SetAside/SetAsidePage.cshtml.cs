using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Paying.Office;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.SetAside;

/// <summary>The first appellate authority records its order that a refusal was wrong: number, day and words.</summary>
public sealed class SetAsidePage(MoneyDesk desk, UnsentForms unsent, EkDwarDb db) : MoneyDeskPage(desk)
{
    public FeeCredit? Credit { get; private set; }
    public string Address => Desk($"cases/{Opened.Case.Reference}/set-aside");

    protected override Task<bool> May(MoneyPosts posts, CaseFile file) => posts.IsFirstAppellate(Session, file);

    protected override async Task Fill() => Credit = await db.FindAsync<FeeCredit>(Opened.Case.CaseId);

    /// <summary>Whether there is a refusal that nobody has set aside, and she may: no delegate does.</summary>
    public bool IsOpen => !Session.IsDelegate && Credit is null && Opened.Case.Status == CaseStatus.Refused;

    /// <summary>Whether the page shows words she could not send before.</summary>
    public bool HasUnsent { get; private set; }

    protected override bool IsForSigning => true;

    const string Unsent = "set-aside";

    public async Task<IActionResult> OnGet(string reference)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        if (await Open(parsed) is { } answer) return answer;
        if (IsOpen && !Opened.IsProved(Session)) return SeeOther(ProveAt(Address));
        if (!IsOpen || await unsent.Of(Session, Opened, Unsent) is not { } fields) return Page();
        PutBack(fields);
        HasUnsent = true;
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string? version, string? number, string? words, [FromServices] SetAsideRefusal setAside)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        HasUnsent = Request.Form["kept"] == "yes";
        var outcome = await setAside.Run(Session, parsed.CaseId, Seen(version), new((number ?? "").Trim(), Day("on"), words));
        if (outcome.IsDone && HasUnsent) await unsent.Drop(Session, parsed.CaseId, Unsent);
        if (!outcome.Refusals.Contains(SignedActs.ProveFirst)) return await After("set_aside", parsed, outcome);
        if (await Open(parsed) is { } answer) return answer;
        await unsent.Keep(Session, Opened, Unsent, UnsentForms.Typed(Request.Form));
        return SeeOther(ProveAt(Address));
    }
}
