using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using Microsoft.Extensions.Primitives;

namespace EkDwar.Cases;

/// <summary>Questions as an official answers or corrects them on one form, each in the boxes of its type, with what stands there. Not a citizen's page, which asks one question.</summary>
/// <param name="Prefix">with which the names of these boxes begin</param>
public sealed record AnswerBoxes(IReadOnlyList<Question> Questions, string Prefix, Func<Question, RawAnswer> Typed)
{
    /// <summary>The language in which a name stands beside its Latin letters: the state's.</summary>
    public string NamesIn { get; init; } = "en";

    /// <summary>Whether a table shows the rows that are there, and none besides.</summary>
    public bool HasRowsThereAlone { get; init; }

    public int RowsOf(Question table, RawAnswer typed) => HasRowsThereAlone ? typed.Rows : table.MaxRows ?? 1;

    /// <summary>Of a paper: what was given there before; null while there is nothing.</summary>
    public Func<Question, string?> Kept { get; init; } = _ => null;

    /// <summary>Whether a file is asked for: then the form is sent in parts.</summary>
    public bool TakesFiles => Questions.Any(question => question.Type == "document");

    public string FieldOf(Question question, string part) => Prefix + StageForm.FieldOf(question, part);

    /// <summary>What a form says in the boxes of this name.</summary>
    public static RawAnswer Parts(IEnumerable<KeyValuePair<string, StringValues>> form, string name) =>
        new(form.Where(field => field.Key == name || field.Key.StartsWith(name + "-", StringComparison.Ordinal))
            .ToDictionary(field => field.Key == name ? "" : field.Key[(name.Length + 1)..].Replace('-', '.'), field => field.Value.LastOrDefault() ?? ""));
}
