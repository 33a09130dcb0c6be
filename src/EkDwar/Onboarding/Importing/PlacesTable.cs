using System.Globalization;
using System.Text.RegularExpressions;
using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Places;

namespace EkDwar.Onboarding.Importing;

/// <summary>
/// A table of places as it was written: its rows, each with where it stands, and all that is wrong with single rows. How they
/// fit the places there are is asked by <see cref="PlacesPlan"/>.
/// </summary>
public sealed partial class PlacesTable
{
    /// <summary>What a table may have, in the order in which the how-to tells it.</summary>
    public static readonly string[] Columns =
        ["code", "kind", "parent", "name_en", "name_mr", "name_hi", "name_pa", "census_code", "lgd_code", "people", "people_year", "people_source", "from", "until", "came_from", "source"];

    static readonly string[] Needed = ["code"], PeopleColumns = ["people", "people_year", "people_source"];

    const int LongestCode = 120, LongestName = 200;

    readonly string file;
    readonly List<FileFault> faults = [];
    readonly List<PlaceRow> rows = [];
    readonly Dictionary<PlaceRow, IReadOnlyList<CsvCell>> written = new(ReferenceEqualityComparer.Instance);
    readonly HashSet<PlaceRow> faulty = new(ReferenceEqualityComparer.Instance), unreadable = new(ReferenceEqualityComparer.Instance);
    Dictionary<string, int> columns = [];

    PlacesTable(string file) => this.file = file;

    public IReadOnlyList<PlaceRow> Rows => rows;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<FileFault> Faults => [.. faults.Distinct().OrderBy(fault => fault.At.Line).ThenBy(fault => fault.At.Column)];

    public static PlacesTable Read(ReadOnlySpan<byte> bytes, string file)
    {
        var table = new PlacesTable(file);
        if (CsvText.Read(bytes, table.Fault) is not { } lines) return table;
        if (lines.Count == 0) table.Fault(YamlPlace.Start, "the table is empty", $"begin it with a line of columns: {string.Join(",", Columns)}");
        else if (table.Head(lines[0]))
            foreach (var line in lines.Skip(1)) table.Row(line);
        table.unreadable.UnionWith(table.faulty);
        return table;
    }

    /// <summary>Without the rows that have a fault.</summary>
    public IReadOnlyList<PlaceRow> Valid => [.. rows.Where(row => !faulty.Contains(row))];

    /// <summary>Something is wrong with a row: told at the cell of a column, or else where the row begins.</summary>
    public void Fault(PlaceRow row, string column, string problem, string mend)
    {
        // What does not fit because it could not be read was told already.
        if (!unreadable.Contains(row)) Wrong(row, column, problem, mend);
    }

    void Wrong(PlaceRow row, string column, string problem, string mend)
    {
        faulty.Add(row);
        var cells = written[row];
        Fault(columns.TryGetValue(column, out var at) && at < cells.Count ? cells[at].At : cells[0].At, problem, mend);
    }

    void Fault(YamlPlace at, string problem, string mend) => faults.Add(new(file, at, problem, mend));

    bool Head(IReadOnlyList<CsvCell> cells)
    {
        if (cells.Count == 1 && cells[0].Text.IndexOfAny([';', '\t']) >= 0)
        {
            Fault(cells[0].At, "the columns are not separated by commas", "save it with commas between the columns");
            return false;
        }
        foreach (var (index, cell) in cells.Index())
            if (!Columns.Contains(cell.Text)) Fault(cell.At, $"{FileFaults.Quote(cell.Text)} is no column", Nearest.Mend(cell.Text, Columns));
            else if (!columns.TryAdd(cell.Text, index)) Fault(cell.At, $"the column {FileFaults.Quote(cell.Text)} stands here twice", "keep one");
        foreach (var needed in Needed.Where(needed => !columns.ContainsKey(needed)))
            Fault(cells[0].At, $"the column '{needed}' is needed", "add it to the first line");
        return faults.Count == 0;
    }

    void Row(IReadOnlyList<CsvCell> cells)
    {
        var names = new LocalText();
        foreach (var language in LanguageCode.All)
            if (Cell(cells, "name_" + language.Code) is { Length: > 0 } name) names[language.Code] = name;
        var (from, until) = (Day(cells, "from"), Day(cells, "until"));
        var row = new PlaceRow
        {
            Code = Cell(cells, "code"), Kind = Cell(cells, "kind"), Parent = Cell(cells, "parent") is { Length: > 0 } parent ? parent : null, Names = names,
            CensusCode = Cell(cells, "census_code") is { Length: > 0 } census ? census : null, LgdCode = Cell(cells, "lgd_code") is { Length: > 0 } lgd ? lgd : null, Population = People(cells),
            From = from.Day, Until = until.Day, CameFrom = [.. Cell(cells, "came_from").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        };
        rows.Add(row);
        written[row] = cells;
        foreach (var column in new[] { (Name: "from", Read: from), (Name: "until", Read: until) }.Where(column => column.Read.IsWrong))
            Wrong(row, column.Name, $"{FileFaults.Quote(Cell(cells, column.Name))} is no date", "write it as 2026-04-01");
        Check(row, cells);
    }

    void Check(PlaceRow row, IReadOnlyList<CsvCell> cells)
    {
        if (cells.Count > columns.Count) Wrong(row, "code", $"the row has {cells.Count} values for {columns.Count} columns", "put values with commas in quotation marks");
        if (row.Code.Length == 0) Wrong(row, "code", "the row has no code", "give the place one, such as pune.haveli.wagholi");
        else if (row.Code.Length > LongestCode || !CodeShape().IsMatch(row.Code)) Wrong(row, "code", $"{FileFaults.Quote(row.Code)} cannot be a code", "use a-z, 0-9, underscores and points between");
        foreach (var (language, name) in row.Names)
            if (name.Length > LongestName || name.Any(char.IsControl)) Wrong(row, "name_" + language, $"{FileFaults.Quote(name)} cannot be a name", $"write at most {LongestName} letters on one line");
        foreach (var (column, code) in new[] { ("census_code", row.CensusCode), ("lgd_code", row.LgdCode) })
            if (code is not null && !Digits().IsMatch(code)) Wrong(row, column, $"{FileFaults.Quote(code)} is no {column.Replace('_', ' ')}", "write its digits, or leave it empty where it is not known");
        // A number says something only with the year and whoever counted.
        if (row.Population is null && PeopleColumns.FirstOrDefault(column => Cell(cells, column).Length > 0) is { } said)
            Wrong(row, said, "how many people live there needs the number, the year and the source", "write all three: people, people_year, people_source; or none");
        if (row.Until < row.From) Wrong(row, "until", "it would end before it begins", "give a later day");
    }

    Population? People(IReadOnlyList<CsvCell> cells)
    {
        int Number(string column) => int.TryParse(Cell(cells, column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var population = new Population { People = Number("people"), Year = Number("people_year"), Source = Cell(cells, "people_source") };
        return population.IsWhole ? population : null;
    }

    string Cell(IReadOnlyList<CsvCell> cells, string column) => columns.TryGetValue(column, out var at) && at < cells.Count ? cells[at].Text : "";

    (DateOnly? Day, bool IsWrong) Day(IReadOnlyList<CsvCell> cells, string column) => Cell(cells, column) is not { Length: > 0 } text ? (null, false)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, false) : (null, true);

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+)*$")]
    private static partial Regex CodeShape();

    [GeneratedRegex("^[0-9]{1,12}$")]
    private static partial Regex Digits();
}
