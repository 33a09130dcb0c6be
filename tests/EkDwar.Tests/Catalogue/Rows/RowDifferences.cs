using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;

namespace EkDwar.Tests.Catalogue.Rows;

/// <summary>In which fields a service says other than its row, and what. Where the row is silent, the service must call its own words an example.</summary>
static partial class RowDifferences
{
    static readonly DateOnly Day = new(2026, 6, 1);

    /// <summary>How a row shortens what a post is called.</summary>
    static readonly Dictionary<string, string> Short = new() { ["SDM"] = "Sub Divisional Magistrate", ["SSP"] = "Senior Superintendent of Police", ["SP"] = "Superintendent of Police" };

    /// <summary>Words that make of one post another: a naib tahsildar is no tahsildar.</summary>
    static readonly string[] Qualifying = ["naib", "additional", "deputy", "assistant", "joint", "sub", "under", "senior", "principal", "duty", "chief"];

    public static Dictionary<string, string> Of(Row row)
    {
        var (service, terms) = (row.Service, Terms.Of(row.Service, AnswersOf(row, row["slab"])));
        var found = new Dictionary<string, string>();
        var days = terms.Days.ToString(CultureInfo.InvariantCulture);
        Differs(found, "days", row["days"], days, row["days"] == "" ? service.Limit.IsExample : row["days"] == days);
        Differs(found, "kind", row["kind"], service.Limit.Kind, row["kind"] == service.Limit.Kind);
        foreach (var (field, post) in new[] { ("officer", terms.Officers.Designated), ("first_appellate", terms.Officers.FirstAppellate), ("second_appellate", terms.Officers.SecondAppellate) })
            Differs(found, field, row[field], post, row[field] == "" ? post == "" || service.Officers.IsExample : IsCalled(row[field], post));
        foreach (var problem in Fees(row)) found["fee"] = problem;
        foreach (var problem in Papers(row)) found["papers"] = problem;
        return found;
    }

    static void Differs(Dictionary<string, string> found, string field, string expected, string got, bool isAlike)
    {
        if (!isAlike) found[field] = expected == "" ? $"the row is silent, and {got} is not called an example" : $"{got}, not {expected}";
    }

    /// <summary>Whether one of the posts a row names, of several parted by a stroke, is this: all words of its designation, and none besides that would make it another.</summary>
    public static bool IsCalled(string named, string designation)
    {
        if (designation == "") return false;
        var words = designation.Split('_');
        var whole = Whole().Replace(named, found => Short.GetValueOrDefault(found.Value, found.Value)).ToLowerInvariant();
        return words.All(whole.Contains) && AndOr().Split(whole).Any(one =>
        {
            var said = Letters().Matches(one).Select(match => match.Value).ToHashSet();
            return words.Any(said.Contains) && !Qualifying.Except(words).Any(said.Contains);
        });
    }

    static IEnumerable<string> Fees(Row row)
    {
        var (service, text) = (row.Service, row["fee"]);
        if (text == "")
        {
            if (service.Fee.IsCharged && service.Fee.Source != "example") yield return "the row is silent, and the fee is not called an example";
            yield break;
        }
        var examples = row["charged"] == "" ? ["-> " + text] : row["charged"].Split("; ");
        // As many as there are amounts in the row, so that none of them is passed over.
        if (examples.Length < Amounts().Count(text)) yield return $"{examples.Length} examples of {text}";
        foreach (var example in examples)
        {
            if (example.Split("->") is not [var answers, var expected]) { yield return $"'{example}' is no example"; continue; }
            var channel = answers.Split(' ').FirstOrDefault(word => word.StartsWith("channel=", StringComparison.Ordinal))?["channel=".Length..] ?? ApplicationChannel.Web;
            var due = service.Fee.Due(service.Questions, AnswersOf(row, $"{row["slab"]} {answers}"), Day, channel);
            var minor = decimal.Parse(expected, CultureInfo.InvariantCulture) * 100;
            if (!due.IsDone || due.Value.TotalMinor != minor) yield return $"{example} comes to {(due.IsDone ? $"{due.Value.TotalMinor} paise" : "no amount")}";
        }
    }

    static IEnumerable<string> Papers(Row row)
    {
        var (papers, asked) = (List(row["papers"]), List(row["asked"]));
        if (papers.Count != asked.Count) yield return $"{papers.Count} papers and {asked.Count} questions";
        foreach (var (paper, questions) in papers.Zip(asked))
        {
            // The form itself is what she fills in.
            if (questions == "-" && paper.Contains("application", StringComparison.OrdinalIgnoreCase)) continue;
            foreach (var path in questions.Split('+'))
                if (NotAsked(row, paper, path.Split('.')) is { } problem) yield return $"{paper}: {path} {problem}";
        }
    }

    static string? NotAsked(Row row, string paper, string[] path)
    {
        if (row.Service.Questions.Find(question => question.Id == path[0]) is not { } question) return "is no question";
        var options = question.Options.Where(option => path.Length == 1 || option.Code == path[1]).ToList();
        if (path.Length > 1 && options.Count == 0) return "is no option";
        var words = string.Join(' ', options.Select(option => option.Names["en"]).Prepend(question.Label["en"])).ToLowerInvariant();
        // By its first letters, so that the plural will do.
        if (!Letters().Matches(paper.ToLowerInvariant()).Any(word => word.Length > 3 && words.Contains(word.Value[..4], StringComparison.Ordinal))) return $"asks for something else: {words}";
        return question.When == "" || row.Service.Tests.Exists(test => IsOfSlab(row, test) && (test.Papers?.Contains(question.Id) == true || test.Asks?.Contains(question.Id) == true)) ? null : "is asked by no test of the file";
    }

    static bool IsOfSlab(Row row, ServiceTest test) => row["slab"].Split('=') is not [var question, var value] || (test.Answers.TryGetValue(question, out var written) && written.Text == value);

    /// <summary>Answers of a row, such as <c>amount=200000</c>, rupees; <c>heirs=#3</c> is a table of three rows.</summary>
    static Answers AnswersOf(Row row, string text)
    {
        var answers = Answers.None;
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=')).Where(pair => pair[0] != RuleFacts.Channel))
        {
            var question = row.Service.Question(pair[0]);
            answers = answers.With(pair[0], question.Type switch
            {
                "money" => JsonValue.Create(long.Parse(pair[1], CultureInfo.InvariantCulture) * 100),
                "number" => JsonValue.Create(decimal.Parse(pair[1], CultureInfo.InvariantCulture)),
                "table" => new JsonArray([.. Enumerable.Range(0, int.Parse(pair[1][1..], CultureInfo.InvariantCulture)).Select(_ => (JsonNode)new JsonObject { [question.Columns[0].Id] = "x" })]),
                _ => JsonValue.Create(pair[1]),
            });
        }
        return answers;
    }

    static List<string> List(string cell) => [.. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"\b[A-Z]{2,3}\b")]
    private static partial Regex Whole();

    [GeneratedRegex(" / | or ")]
    private static partial Regex AndOr();

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Amounts();
}
