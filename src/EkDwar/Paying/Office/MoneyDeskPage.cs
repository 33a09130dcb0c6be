using EkDwar.Cases;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Paying.Office;

/// <summary>What the desk's pages about the money of one case have in common: who may open it, each look recorded, every "no" told.</summary>
public abstract class MoneyDeskPage(MoneyDesk desk) : DeskPage
{
    public CaseFile Opened { get; private set; } = null!;

    /// <summary>Whose page it is.</summary>
    protected abstract Task<bool> May(MoneyPosts posts, CaseFile file);

    /// <summary>Null when the case is open in <see cref="Opened"/>; else the answer.</summary>
    protected async Task<IActionResult?> Open(CaseReference reference)
    {
        var opened = await desk.Look(Session, reference, May);
        if (!opened.IsDone) return NoSuchCase();
        Opened = opened.Value;
        await Fill();
        return null;
    }

    /// <summary>What the page shows besides the case.</summary>
    protected virtual Task Fill() => Task.CompletedTask;

    protected static long Seen(string? version) => long.TryParse(version, out var seen) ? seen : -1;

    protected async Task<IActionResult> After(string done, CaseReference reference, Outcome<CaseReference> outcome)
    {
        if (outcome.IsDone) return SeeOther(Desk("fees"), done, outcome.Value.ToString());
        if (await Open(reference) is { } answer) return answer;
        foreach (var refusal in outcome.Refusals) Show(refusal);
        var first = outcome.Refusals[0];
        if (first.Field is not null) return Page();
        return Again(first == Acts.SomebodyElseWasFirst ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A day typed into three boxes; null, and its problem shown, when it cannot be read. Blank boxes are no day, and no problem here.</summary>
    protected DateOnly? Day(string field)
    {
        string Box(string part) => Request.Form[$"{field}-{part}"].ToString();
        if (string.IsNullOrWhiteSpace(Box("day") + Box("month") + Box("year"))) return null;
        var read = TypedDate.Read(Box("day"), Box("month"), Box("year"), Language);
        return read.IsDone ? read.Value : null;
    }
}
