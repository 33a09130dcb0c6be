using System.Globalization;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Finding;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Finding.Queries;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Rows;

/// <summary>Each notified row of the three states, as it was published, and the service that carries it.</summary>
public sealed class Every_notified_row
{
    sealed record Row(string State, string Name, string Service, string Slab, string Days, string Kind, string Officer, string Note);

    static readonly Dictionary<string, string> Codes = new() { ["Maharashtra"] = "mh", ["Punjab"] = "pb", ["Haryana"] = "hr" };

    static readonly List<Row> Rows = [.. Repository.Text("tests/EkDwar.Tests/Catalogue/Rows/rows.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Split)
        .Select(cells => new Row(Codes[cells[0]], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7]))];

    [Fact]
    public void has_a_service_with_its_days_and_its_officer_or_says_why_not()
    {
        Assert.Equal([("hr", 6), ("mh", 51), ("pb", 16)], Rows.GroupBy(row => row.State).Select(state => (state.Key, state.Count())).Order());
        var faults = new List<string>();
        foreach (var row in Rows)
        {
            var service = ServiceFile.Load(StateFiles.Text(row.State, row.Service + ".yaml"), row.Service + ".yaml");
            var terms = Terms.Of(service, AnswersOf(service, row.Slab));
            // What departs from the row says so in its note; a row that names no days or no officer says nothing about them.
            if (row.Note.Length > 0) continue;
            if (row.Days.Length > 0 && $"{terms.Days}" != row.Days) faults.Add($"{row.Name}: {terms.Days} days, not {row.Days}");
            if (service.Limit.Kind != row.Kind) faults.Add($"{row.Name}: {service.Limit.Kind}, not {row.Kind}");
            if (row.Officer.Length > 0 && terms.Officers.Designated.Split('_').Any(word => !row.Officer.Contains(word, StringComparison.OrdinalIgnoreCase))) faults.Add($"{row.Name}: {terms.Officers.Designated}, not {row.Officer}");
        }
        Assert.Equal([], faults);
    }

    [Theory, InlineData("mh"), InlineData("pb"), InlineData("hr")]
    public void is_found_by_its_own_name(string state)
    {
        var index = new ServiceIndex(What_people_type.ServicesOf(state), What_people_type.TopicsOf(state));
        var missed = Rows.Where(row => row.State == state).Where(row => !index.Find(Plain(row.Name)).Take(3).Any(match => match.Service.Id == row.Service)).Select(row => $"{row.Name}: {row.Service}");
        Assert.Equal([], missed);
    }

    // Of a row that is one of several slabs, the name without its slab; of any, without what stands in brackets.
    static string Plain(string name) => System.Text.RegularExpressions.Regex.Replace(name.Split(" - ")[0], @"\([^)]*\)", "");

    static Answers AnswersOf(ServiceDefinition service, string slab) => slab.Split('=') is not [var question, var value] ? Answers.None
        : service.Question(question).Type switch
        {
            "money" => Answers.Parse(string.Create(CultureInfo.InvariantCulture, $"{{\"{question}\":{long.Parse(value, CultureInfo.InvariantCulture) * 100}}}")),
            "number" => Answers.Parse($"{{\"{question}\":{value}}}"),
            _ => Answers.None.With(question, value),
        };

    static string[] Split(string line)
    {
        List<string> cells = [""];
        var quoted = false;
        foreach (var letter in line.TrimEnd('\r'))
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) cells.Add("");
            else cells[^1] += letter;
        return [.. cells];
    }
}
