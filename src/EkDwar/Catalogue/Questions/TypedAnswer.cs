using System.Globalization;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// An answer as a test in a service's file writes it, in the parts that a form would send: a date as <c>27 3 1985</c> or
/// <c>1985-03-27</c>, with <c>18:30</c> behind it where the hour is asked, known roughly as <c>1985</c> or <c>3 1985</c>, a
/// vehicle or a parcel of land part by part, a name alone or as <c>local</c> and <c>latin</c>, several choices and the rows of a table as lists,
/// a paper as the code of what it is, or <c>later</c>, a bank account as <c>ifsc</c> and <c>number</c>, a licence or a benefit
/// of her own as its last day (of one in instalments also <c>{until: 2026-05-31, instalments: 2, paid: 2, percent: 80}</c>),
/// and somebody else's as its number.
/// </summary>
static class TypedAnswer
{
    const string HerOwn = "her own";

    static readonly char[] BetweenDateParts = [' ', '-', '/', '.'];

    public static RawAnswer Of(Question question, Written written) => new(question.Type switch
    {
        "date" => Date(written.Text ?? "", question.Roughly),
        "day_and_hour" => DayAndHour(written.Text ?? ""),
        "land_parcel" or "vehicle" => written.Keys.ToDictionary(part => part.Key, part => part.Value.Text ?? ""),
        "name" when written.Text is { } name => new() { ["local"] = name, ["latin"] = name },
        "name" => written.Keys.ToDictionary(part => part.Key, part => part.Value.Text ?? ""),
        "choices" => (written.Text is { } one ? [one] : written.List.Select(code => code.Text ?? "")).Distinct().ToDictionary(code => code, _ => "yes"),
        "table" => Rows(question, written.List),
        "bank_account" => Account(written),
        "licence" or "benefit" => new() { [""] = Held(question, written).Count > 0 ? HerOwn : written.Text ?? "" },
        "document" => Paper(written.Text ?? ""),
        _ => new() { [""] = written.Text ?? "" },
    });

    /// <summary>What she holds, as far as this answer says so.</summary>
    public static IReadOnlyList<HeldLicence> Held(Question question, Written written) => question.Of is [var service, ..]
        && DateOnly.TryParseExact(written.Text ?? Part(written, "until"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            ? [new(HerOwn, service, until) { Drawn = Drawn(written) }] : [];

    static DrawnInstalments? Drawn(Written written) => int.TryParse(Part(written, "instalments"), out var all)
        ? new(all, int.TryParse(Part(written, "paid"), out var paid) ? paid : 0, int.TryParse(Part(written, "percent"), out var percent) ? percent : null) : null;

    static string? Part(Written written, string key) => written.Keys.GetValueOrDefault(key)?.Text;

    static Dictionary<string, string> Account(Written written)
    {
        var parts = written.Keys.ToDictionary(part => part.Key, part => part.Value.Text ?? "");
        parts.TryAdd("again", parts.GetValueOrDefault("number", ""));
        return parts;
    }

    static Dictionary<string, string> DayAndHour(string text)
    {
        var between = text.LastIndexOf(' ');
        var parts = Date(between < 0 ? text : text[..between]);
        parts["time"] = between < 0 ? "" : text[(between + 1)..];
        return parts;
    }

    static Dictionary<string, string> Date(string text, bool mayBeRough = false)
    {
        var parts = text.Split(BetweenDateParts, StringSplitOptions.RemoveEmptyEntries);
        if (parts is [{ Length: 4 }, _, _]) Array.Reverse(parts);
        // Known roughly, the year stands last, and before it perhaps the month.
        if (mayBeRough && parts.Length is 1 or 2) parts = parts.Length == 1 ? ["", "", parts[0]] : ["", parts[0], parts[1]];
        string Part(int index) => index < parts.Length ? parts[index] : "";
        return new() { ["day"] = Part(0), ["month"] = Part(1), ["year"] = Part(2) };
    }

    static Dictionary<string, string> Rows(Question table, IReadOnlyList<Written> rows) => rows.Index()
        .SelectMany(row => row.Item.Keys.SelectMany(cell => Cell(table, row.Index, cell.Key, cell.Value))).ToDictionary(cell => cell.Part, cell => cell.Text);

    static IEnumerable<(string Part, string Text)> Cell(Question table, int row, string id, Written written) => table.Columns.Find(column => column.Id == id) is { } column
        ? Of(column, written).Parts.Select(part => (TableType.Part(row, column, part.Key), part.Value)) : [($"{row}.{id}", written.Text ?? "")];

    // No file is read: whether a paper is fit is not what a service says.
    static Dictionary<string, string> Paper(string kind) => kind == "later" ? new() { ["later"] = "yes" }
        : new() { ["kind"] = kind, ["file"] = "paper", ["key"] = "key", ["format"] = "pdf", ["length"] = "1024" };
}
