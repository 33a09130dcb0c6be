using EkDwar.Design;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EkDwar.Tests.Design;

/// <summary>From the options of a fixture to our tags: everything but the controls.</summary>
static class FixtureParts
{
    public static Component? Of(string component, IHtmlHelper html, FixtureOptions o) => component switch
    {
        "button" => new Button(html) { Href = o.Text("href"), Type = o.Text("type") ?? "submit", IsStart = o.Flag("isStartButton"), Disabled = o.Flag("disabled") },
        "label" => new Label(html) { Text = o.Phrase("text", "html"), Target = o.Text("for"), IsPageHeading = o.Flag("isPageHeading") },
        "hint" => new Hint(html) { Text = o.Phrase("text", "html"), Id = o.Text("id") },
        "error-message" => new ErrorMessage(html) { Text = o.Phrase("text", "html"), Id = o.Text("id") },
        "fieldset" => new Fieldset(html) { Legend = o.Phrase("legend"), LegendClasses = o.Text("legend.classes"), LegendIsPageHeading = o.Flag("legend.isPageHeading"), DescribedBy = o.Text("describedBy") },
        "error-summary" => new ErrorSummary(html)
        {
            Heading = o.Phrase("titleText", "titleHtml"),
            Description = o.Phrase("descriptionText", "descriptionHtml"),
            Problems = [.. o.List("errorList").Select(item => new Problem(item.Text("href"), item.Phrase("text", "html")))],
        },
        "notification-banner" => new NotificationBanner(html)
        {
            Heading = o.Phrase("titleText", "titleHtml"),
            HeadingId = o.Text("titleId") ?? "govuk-notification-banner-title",
            Text = o.Text("text"),
            IsSuccess = o.Text("type") == "success",
            Role = o.Text("role"),
        },
        "panel" => new Panel(html) { Heading = o.Phrase("titleText", "titleHtml") },
        "inset-text" => new InsetText(html),
        "warning-text" => new WarningText(html),
        "details" => new Details(html) { Summary = o.Phrase("summaryText", "summaryHtml"), IsOpen = o.Flag("open") },
        "breadcrumbs" => new Breadcrumbs(html) { Items = [.. o.List("items").Select(item => new Crumb(item.Phrase("text", "html"), item.Text("href")))], CollapseOnMobile = o.Flag("collapseOnMobile") },
        "back-link" => new BackLink(html) { Href = o.Text("href") is { Length: > 0 } href ? href : "#" },
        "skip-link" => new SkipLink(html) { Href = o.Text("href") ?? "#content" },
        "tag" => new Tag(html),
        "phase-banner" => new PhaseBanner(html) { Phase = o.Phrase("tag") },
        "summary-list" => Summary(html, o),
        "table" => Table(html, o),
        "pagination" => Pages(html, o),
        "task-list" => new TaskList(html) { Items = [.. o.List("items").Select(Task)], IdPrefix = o.Text("idPrefix") ?? "task-list" },
        _ => null,
    };

    static SummaryList Summary(IHtmlHelper html, FixtureOptions o) => new(html)
    {
        IsCard = o.At("card") is not null,
        CardTitle = o.Phrase("card.title"),
        CardClasses = o.Text("card.classes"),
        CardActions = Actions(o, "card.actions.items"),
        Rows = [.. o.List("rows").Select(row => new SummaryLine(row.Phrase("key"), row.Phrase("value"), Actions(row, "actions.items")) { Classes = row.Text("classes") })],
    };

    static List<ActionLink> Actions(FixtureOptions o, string path) =>
        [.. o.List(path).Select(item => new ActionLink(item.Text("href") ?? "", item.Phrase("text", "html"), item.Text("visuallyHiddenText")) { Classes = item.Text("classes") })];

    static Table Table(IHtmlHelper html, FixtureOptions o) => new(html)
    {
        Caption = o.Text("caption"),
        CaptionClasses = o.Text("captionClasses"),
        Head = [.. o.List("head").Select(Cell)],
        Rows = [.. o.List("rows").Select(row => new FixtureOptions(row.Json).Cells())],
        FirstCellIsHeader = o.Flag("firstCellIsHeader"),
    };

    static IReadOnlyList<Cell> Cells(this FixtureOptions row) => [.. row.Json.EnumerateArray().Select(cell => Cell(new FixtureOptions(cell)))];

    static Cell Cell(FixtureOptions cell) => new(cell.Phrase("text", "html"))
    {
        IsNumber = cell.Text("format") == "numeric",
        ColumnSpan = int.TryParse(cell.Text("colspan"), out var columns) ? columns : null,
        RowSpan = int.TryParse(cell.Text("rowspan"), out var rows) ? rows : null,
        Classes = cell.Text("classes"),
    };

    static Pagination Pages(IHtmlHelper html, FixtureOptions o) => new(html)
    {
        Items = o.At("items") is null ? null : [.. o.List("items").Select(item => item.Flag("ellipsis") ? PageLink.Gap : new PageLink(item.Text("number"), item.Text("href")) { IsCurrent = item.Flag("current"), Label = item.Text("visuallyHiddenText") })],
        PreviousHref = o.Text("previous.href"),
        PreviousText = o.Phrase("previous"),
        PreviousLabel = o.Text("previous.labelText"),
        NextHref = o.Text("next.href"),
        NextText = o.Phrase("next"),
        NextLabel = o.Text("next.labelText"),
        LandmarkLabel = o.Text("landmarkLabel"),
    };

    static TaskLine Task(FixtureOptions item) => new(item.Phrase("title"), item.Text("href"))
    {
        Hint = item.Phrase("hint"),
        Status = item.Phrase("status.tag") ?? item.Phrase("status"),
        TagClasses = item.At("status.tag") is null ? null : item.Text("status.tag.classes") ?? "",
        StatusClasses = item.Text("status.classes"),
        Classes = item.Text("classes"),
    };
}
