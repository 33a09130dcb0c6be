using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace EkDwar.Design;

/// <summary>Every component in every state, for those who build pages. Development only; the data in it is invented.</summary>
[DevelopmentOnly]
public sealed class GalleryPage : EkPage
{
    /// <summary>Shows the desk's head instead of the citizens'.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Desk { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Face { get; set; }

    public DateOnly Due { get; } = new(2026, 1, 27);

    public IReadOnlyList<Choice> Channels =>
    [
        new("whatsapp", S("whatsapp")) { Hint = S("whatsapp-hint") },
        new("sms", S("sms")),
        Choice.Or(S("or")),
        new("none", S("none")),
    ];

    public IReadOnlyList<Choice> Districts => [new("", S("choose")), new("pune", S("pune")), new("nagpur", S("nagpur"))];

    public IReadOnlyList<SummaryLine> Answers =>
    [
        new(S("name"), S("citizen"), new ActionLink("#", S("change"), S("name"))),
        new(S("district"), S("pune"), new ActionLink("#", S("change"), S("district"))),
        new(S("email"), S("not-given")),
    ];

    public IReadOnlyList<Step> Steps =>
    [
        new(S("received"), DoorState.Done) { When = At(new(2026, 1, 5), new(16, 5)), WhenIso = "2026-01-05T16:05+05:30", By = S("kendra") },
        new(S("papers-checked"), DoorState.Done) { When = On(new(2026, 1, 7)), WhenIso = "2026-01-07", By = S("circle-officer") },
        new(S("deciding"), DoorState.OnDesk) { When = On(new(2026, 1, 8)), WhenIso = "2026-01-08" },
        new(S("deciding"), DoorState.OnDesk) { When = On(new(2026, 1, 8)), WhenIso = "2026-01-08", IsLate = true },
        new(S("not-ready"), DoorState.NotStarted) { By = S("will-come") },
    ];

    public IReadOnlyList<Tile> DeskTiles =>
    [
        new("3", S("overdue")) { Href = "#", Tone = Tone.Late },
        new("7", S("due-today")) { Href = "#", Tone = Tone.Due },
        new("64", S("on-time")) { Href = "#" },
        new("11", S("waiting")) { Href = "#", Tone = Tone.Wait },
    ];

    public IReadOnlyList<Tile> DashboardTiles =>
    [
        new(IndianNumber.Of(1241208), S("received")),
        new("92.4%", S("on-time")) { Note = S("target") },
        new("1.9%", S("overdue")) { Note = S("of-open"), Tone = Tone.Late },
    ];

    public IReadOnlyList<IReadOnlyList<Cell>> Talukas =>
    [
        [S("haveli"), Cell.Number("91.4%"), Cell.Number(IndianNumber.Of(120413))],
        [S("velhe"), Cell.Number("71.3%"), Cell.Number(IndianNumber.Of(8012))],
    ];

    public IReadOnlyList<TaskLine> Tasks =>
    [
        new(S("your-details"), "#") { Status = S("completed") },
        new(S("documents"), "#") { Status = S("incomplete"), TagClasses = "", Hint = S("any-one-of") },
        new(S("pay"), null) { Status = S("cannot-start"), StatusClasses = "govuk-task-list__status--cannot-start-yet" },
    ];

    public IReadOnlyList<SummaryLine> SlipFacts =>
    [
        new(S("service"), S("income-certificate")),
        new(S("applicant"), S("citizen")),
        new(S("officer"), S("tehsildar")),
        new(S("fee"), IndianNumber.Rupees(3360)),
        new(S("centre"), S("kendra")),
    ];

    public string S(string key) => T("design.sample-" + key);

    public string On(DateOnly date) => LongDate.Of(date, Language);

    public string At(DateOnly date, TimeOnly time) => DayPart.At(date, time, Language);

    public IActionResult OnGet()
    {
        if (Desk) (Frame with { Desk = new DeskFace(S("officer-name"), S("tehsildar"), S("haveli"), "#account", "/_design") }).PutInto(HttpContext);
        else (Frame with { UpdatedOn = new DateOnly(2026, 1, 5) }).PutInto(HttpContext);
        Problem("wrong-name", "design.sample-name-missing");
        Show(TypedDate.Read("31", "2", "2026", Language).Refusals[0], "born");
        return Page();
    }
}
