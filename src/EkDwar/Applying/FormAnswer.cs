using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Applying;

/// <summary>
/// How a question's parts are named in a form: <c>answer</c>, <c>answer-day</c>, <c>answer-0-amount</c>. The one place
/// that knows, for reading a form and for putting a problem at its field.
/// </summary>
public static class FormAnswer
{
    const string Name = "answer";

    /// <summary>The name of the field of a part.</summary>
    public static string FieldOf(string part) => part.Length == 0 ? Name : $"{Name}-{part.Replace('.', '-')}";

    public static RawAnswer Read(IFormCollection form) => new(form
        .Where(field => field.Key == Name || field.Key.StartsWith(Name + "-", StringComparison.Ordinal))
        // Two names may mean the same part: the last one counts, as for a name sent twice.
        .GroupBy(field => field.Key == Name ? "" : field.Key[(Name.Length + 1)..].Replace('-', '.'))
        .ToDictionary(same => same.Key, same => same.Last().Value.LastOrDefault() ?? ""));

    /// <summary>
    /// What a form says to each of the questions of a page, which are told apart by their ids (<c>answer-born_on-day</c>);
    /// of a question that stands alone, all of it.
    /// </summary>
    public static IReadOnlyList<(Question Question, RawAnswer Raw)> Read(IFormCollection form, IReadOnlyList<Question> together)
    {
        var all = Read(form);
        return together is [{ Page: "" } alone] ? [(alone, all)] : [.. together.Select(question => (question, all.Of(question.Id)))];
    }

    /// <summary>The files of a paper, in the order they were chosen; a browser sends none where nothing was.</summary>
    public static IReadOnlyList<IFormFile> Files(IFormCollection form) => form.Files.GetFiles(FieldOf("file"));

    /// <summary>The files that came piece by piece before this form, in the order they were chosen. Whose they are is not known here.</summary>
    public static IReadOnlyList<Guid> Uploads(IFormCollection form) =>
        [.. form[FieldOf("upload")].Select(id => Guid.TryParse(id, out var upload) ? upload : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}
