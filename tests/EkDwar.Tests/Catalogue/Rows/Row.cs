using EkDwar.Catalogue;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Catalogue.Rows;

/// <summary>
/// One notified row as it was published, the service that carries it, and what of the two differs. Beside the row's own words
/// stand examples of its fee (<c>charged</c>), which question asks for each of its papers (<c>asked</c>), and the fields in which the
/// service departs from it, excused by the note. No other field may.
/// </summary>
sealed class Row
{
    static readonly Dictionary<string, string> Codes = new() { ["Maharashtra"] = "mh", ["Punjab"] = "pb", ["Haryana"] = "hr" };

    readonly Dictionary<string, string> cells;

    Row(Dictionary<string, string> cells) => (this.cells, Service) = (cells, ServiceFile.Load(StateFiles.Text(Codes[cells["state"]], cells["service_id"] + ".yaml"), cells["service_id"] + ".yaml"));

    public static readonly IReadOnlyList<Row> All = Read();

    static List<Row> Read()
    {
        var lines = Repository.Text("tests/EkDwar.Tests/Catalogue/Rows/rows.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = Split(lines[0]);
        return [.. lines.Skip(1).Select(line => new Row(columns.Zip(Split(line)).ToDictionary(cell => cell.First, cell => cell.Second)))];
    }

    public ServiceDefinition Service { get; }

    /// <summary>What stands in a column.</summary>
    public string this[string column] => cells[column];

    public string State => Codes[cells["state"]];

    public string Name => cells["row_name"];

    /// <summary>The fields the note excuses.</summary>
    public IReadOnlySet<string> Departs => cells["departs"].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    static List<string> Split(string line)
    {
        List<string> cells = [""];
        var quoted = false;
        foreach (var letter in line.TrimEnd('\r'))
            if (letter == '"') quoted = !quoted;
            else if (letter == ',' && !quoted) cells.Add("");
            else cells[^1] += letter;
        return cells;
    }
}
