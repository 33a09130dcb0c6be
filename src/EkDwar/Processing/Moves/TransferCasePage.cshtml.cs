using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Processing.Moves;

/// <summary>Sends a case to the right office: a place is found by its name, with the office that serves it, and then chosen with a reason.</summary>
public sealed class TransferCasePage(LookAtCase look, FindPlaces find, TransferCase transfer, UnsentForms unsent) : DeskPage
{
    const string Unsent = "transfer";

    public CaseFile Opened { get; private set; } = null!;
    public string CaseAddress => Desk("cases/" + Opened.Case.Reference);
    public string Address => CaseAddress + "/transfer";

    /// <summary>What was typed to find a place, and what it found.</summary>
    public string? Typed { get; private set; }
    public IReadOnlyList<PlaceToGo> Found { get; private set; } = [];

    public bool MayTransfer => Opened.Desk?.PostId == Session.PostId && Opened.Case.Status == CaseStatus.InProcess;

    /// <summary>Whether the page shows words she could not send before her session ended.</summary>
    public bool HasUnsent { get; private set; }

    public async Task<IActionResult> OnGet(string reference, string? q)
    {
        if (await Open(reference, q) is { } answer) return answer;
        if (!MayTransfer) return Closed();
        if (await unsent.Of(Session, Opened, Unsent) is not { } fields) return Page();
        // What she had looked for comes back with it, unless she looks for something else.
        if (q is null && fields.TryGetValue("q", out var typed)) Found = await find.Run(Opened, Typed = typed.FirstOrDefault());
        PutBack(fields.Where(field => field.Key != "q").ToDictionary());
        HasUnsent = true;
        return Page();
    }

    public async Task<IActionResult> OnPost(string reference, string? version, string? q, string? place, string? words)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var outcome = await transfer.Run(Session, parsed.CaseId, long.TryParse(version, out var seen) ? seen : -1, place, words);
        HasUnsent = Request.Form["kept"] == "yes";
        if (outcome.IsDone && HasUnsent) await unsent.Drop(Session, parsed.CaseId, Unsent);
        if (outcome.IsDone) return SeeOther(Desk("inbox"), "transferred", outcome.Value.ToString());
        if (await Open(reference, q) is { } answer) return answer;
        Refuse(outcome.Refusals);
        var first = outcome.Refusals[0];
        return first.Field is not null ? Page() : Again(first == Acts.SomebodyElseWasFirst ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden);
    }

    async Task<IActionResult?> Open(string reference, string? typed)
    {
        if (!CaseReference.TryParse(reference, out var parsed)) return NoSuchCase();
        var opened = await look.Run(Session, parsed, "case");
        if (!opened.IsDone) return NoSuchCase();
        (Opened, Typed) = (opened.Value, typed);
        Found = MayTransfer ? await find.Run(Opened, typed) : [];
        return null;
    }

    Microsoft.AspNetCore.Mvc.RazorPages.PageResult Closed()
    {
        Show(new Refusal("cases.action_not_here"));
        return Again(StatusCodes.Status403Forbidden);
    }
}
