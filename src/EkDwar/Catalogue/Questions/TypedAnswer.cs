using System.Globalization;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// An answer as a test in a service's file writes it, in the parts that a form would send: a date as <c>27 3 1985</c> or
/// <c>1985-03-27</c>, a name alone or as <c>local</c> and <c>latin</c>, several choices and the rows of a table as lists,
/// a paper as the code of what it is, or <c>later</c>, a bank account as <c>ifsc</c> and <c>number</c>, a licence or a benefit
/// of her own as its last day, and somebody else's as its number.
/// </summary>
static class TypedAnswer
{
    const string HerOwn = "her own";

    static readonly char[] BetweenDateParts = [' ', '-', '/', '.'];

    public static RawAnswer Of(Question question, Written written) => new(question.Type switch
    {
        "date" => Date(written.Text ?? ""),
        "name" when written.Text is { } name => new() { ["local"] = name, ["latin"] = name },
        "name" => written.Keys.ToDictionary(part => part.Key, part => part.Value.Text ?? ""),
        "choices" => (written.Text is { } one ? [one] : written.List.Select(code => code.Text ?? "")).Distinct().ToDictionary(code => code, _ => "yes"),
        "table" => Rows(written.List),
        "bank_account" => Account(written),
        "licence" or "benefit" => new() { [""] = Held(question, written).Count > 0 ? HerOwn : written.Text ?? "" },
        "document" => Paper(written.Text ?? ""),
        _ => new() { [""] = written.Text ?? "" },
    });

    /// <summary>What she holds, as far as this answer says so.</summary>
    public static IReadOnlyList<HeldLicence> Held(Question question, Written written) => question.Of is [var service, ..]
        && DateOnly.TryParseExact(written.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) ? [new(HerOwn, service, until)] : [];

    static Dictionary<string, string> Account(Written written)
    {
        var parts = written.Keys.ToDictionary(part => part.Key, part => part.Value.Text ?? "");
        parts.TryAdd("again", parts.GetValueOrDefault("number", ""));
        return parts;
    }

    static Dictionary<string, string> Date(string text)
    {
        var parts = text.Split(BetweenDateParts, StringSplitOptions.RemoveEmptyEntries);
        if (parts is [{ Length: 4 }, _, _]) Array.Reverse(parts);
        string Part(int index) => index < parts.Length ? parts[index] : "";
        return new() { ["day"] = Part(0), ["month"] = Part(1), ["year"] = Part(2) };
    }

    static Dictionary<string, string> Rows(IReadOnlyList<Written> rows) => rows.Index()
        .SelectMany(row => row.Item.Keys.Select(cell => (Part: $"{row.Index}.{cell.Key}", Text: cell.Value.Text ?? ""))).ToDictionary(cell => cell.Part, cell => cell.Text);

    // No file is read: whether a paper is fit is not what a service says.
    static Dictionary<string, string> Paper(string kind) => kind == "later" ? new() { ["later"] = "yes" }
        : new() { ["kind"] = kind, ["file"] = "paper", ["key"] = "key", ["format"] = "pdf", ["length"] = "1024" };
}
