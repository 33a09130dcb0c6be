using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EkDwar.People.Staff;

/// <summary>What an administrator's pages have in common: days and words of a form, and how a "no" is told at the fields of that form.</summary>
public abstract class StaffPage : DeskPage
{
    /// <summary>A code, or half of one, to be shown this once and never again.</summary>
    public string? Code { get; protected set; }

    /// <summary>What was just done.</summary>
    public string? Done { get; protected set; }

    public string On(DateOnly day) => LongDate.Of(day, Language);

    public string When(DateTime at) => DayPart.At(at, Language);

    /// <summary>Whether something stands against what was typed in this form.</summary>
    public bool IsWrong(string form) => ModelState.Any(field => field.Key.StartsWith(form + "-", StringComparison.Ordinal) && field.Value?.Errors.Count > 0);

    protected string Typed(string field) => Request.Form[field].ToString();

    protected StaffOrder Order(string form) => new(Day($"{form}-from"), Day($"{form}-until"), Typed($"{form}-words"));

    /// <summary>The page again, what was typed in it, and what stands against it. Fields are called {form}-{field}.</summary>
    protected PageResult Refused(string form, IReadOnlyList<Refusal> refusals)
    {
        PutBack(Request.Form.Where(field => field.Key.StartsWith(form + "-", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.Select(value => value ?? "").ToArray()));
        Refuse(refusals, field => $"{form}-{field}");
        return refusals.Contains(StaffDesk.SomebodyElseWasFirst) ? Again(StatusCodes.Status409Conflict) : Page();
    }

    /// <summary>Null when the boxes are empty; the first of all days, which nothing allows, when they say no date.</summary>
    DateOnly? Day(string field)
    {
        string Box(string part) => Typed($"{field}-{part}");
        if (string.IsNullOrWhiteSpace(Box("day") + Box("month") + Box("year"))) return null;
        var read = TypedDate.Read(Box("day"), Box("month"), Box("year"), Language);
        return read.IsDone ? read.Value : DateOnly.MinValue;
    }
}
