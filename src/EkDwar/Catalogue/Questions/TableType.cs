using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// Rows of small questions, such as income by member and source. Blank rows are left out; at least one must remain. A column
/// with a rule is asked in the rows for which it holds, and what was typed there in others is dropped.
/// </summary>
public sealed class TableType : QuestionType
{
    public const int RowsAtMost = 30;

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        var rows = new JsonArray();
        var problems = new List<Refusal>();
        for (var index = 0; index < (question.MaxRows ?? RowsAtMost); index++)
        {
            var typed = raw.Under(index.ToString());
            if (typed.IsBlank) continue;
            var row = new JsonObject();
            foreach (var column in question.Columns.Where(column => column.IsAskedIn(question, row))) ParseCell(column, index, typed, facts, row, problems);
            rows.Add(row);
        }
        if (problems.Count > 0) return problems;
        return rows.Count == 0 ? new Refusal("questions.row_needed", FirstPart(question)) : rows;
    }

    static void ParseCell(Question column, int index, RawAnswer row, AnswerFacts facts, JsonObject parsed, List<Refusal> problems)
    {
        var typed = Cell(column, row);
        if (column.Optional && typed.IsBlank) return;
        // Only what was just typed led to it: its box was not there yet.
        if (column.When.Length > 0 && typed.Parts.Count == 0)
        {
            problems.Add(new("questions.column_asked", Part(index, column, Of(column).FirstPart(column)), ("row", $"{index + 1}")));
            return;
        }
        var cell = Of(column).Parse(column, typed, facts);
        if (cell.IsDone) parsed[column.Id] = cell.Value;
        else problems.AddRange(cell.Refusals.Select(refusal =>
            refusal with { Field = Part(index, column, refusal.Field ?? ""), Values = [.. refusal.Values, ("row", (index + 1).ToString())] }));
    }

    /// <summary>What was typed in one cell of a row: a plain value, or the parts of a column that has parts.</summary>
    public static RawAnswer Cell(Question column, RawAnswer row)
    {
        var parts = new Dictionary<string, string>(row.Under(column.Id).Parts);
        if (row.Parts.TryGetValue(column.Id, out var plain)) parts[""] = plain;
        return new(parts);
    }

    /// <summary>The part of a cell in its table's answer, such as "0.parcel.number".</summary>
    public static string Part(int row, Question column, string part) => part.Length == 0 ? $"{row}.{column.Id}" : $"{row}.{column.Id}.{part}";

    /// <summary>The columns a row asks for, as far as what is typed in it tells.</summary>
    public static IReadOnlyList<Question> Asked(Question table, RawAnswer typed, AnswerFacts facts)
    {
        var (row, asked) = (new JsonObject(), new List<Question>());
        foreach (var column in table.Columns.Where(column => column.IsAskedIn(table, row)))
        {
            asked.Add(column);
            var cell = Of(column).Parse(column, Cell(column, typed), facts);
            if (cell.IsDone) row[column.Id] = cell.Value;
        }
        return asked;
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts)
    {
        var lines = answer.AsArray().Select(row => string.Join(" · ", question.Columns
            .Where(column => row![column.Id] is not null)
            .SelectMany(column => Of(column).Format(column, row![column.Id]!, language, facts)))).ToList();
        foreach (var column in question.Columns.Where(column => column.Type == "money"))
            lines.Add(Texts.Get(language, "questions.total", ("amount", IndianNumber.Rupees(Total(answer, column.Id)))));
        return lines;
    }

    /// <summary>The sum of one money column, in paise.</summary>
    public static long Total(JsonNode answer, string column) => answer.AsArray().Sum(row => row?[column]?.GetValue<long>() ?? 0);

    /// <summary>A list of rows; a cell that was left out is null.</summary>
    public override object? Value(Question question, JsonNode answer) => answer.AsArray().Select(row => (object?)Row(question, row!)).ToList();

    public override IEnumerable<string> Members(Question question) => question.Columns.Select(column => column.Id);

    public override string FirstPart(Question question) => Part(0, question.Columns[0], Of(question.Columns[0]).FirstPart(question.Columns[0]));

    /// <summary>The cells of one row as the rules of its columns see them.</summary>
    public static Context Row(Question question, JsonNode row)
    {
        var values = new Context();
        foreach (var column in question.Columns) values[column.Id] = row[column.Id] is { } cell ? Of(column).Value(column, cell) : null;
        return values;
    }

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer)
    {
        var typed = new Dictionary<string, string>();
        foreach (var (row, index) in answer.AsArray().Select((row, index) => (row!, index)))
            foreach (var column in question.Columns.Where(column => row[column.Id] is not null))
                foreach (var (part, text) in Of(column).Typed(column, row[column.Id]!)) typed[Part(index, column, part)] = text;
        return typed;
    }
}
