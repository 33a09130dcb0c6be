namespace EkDwar.Catalogue.Questions;

/// <summary>
/// What somebody typed at one question, part by part, before any check: the part "" is a plain value, "day" or "local"
/// a named part, "0.amount" a cell of a table. Any door can make one.
/// </summary>
public sealed class RawAnswer(IReadOnlyDictionary<string, string> parts)
{
    public static readonly RawAnswer Nothing = new(new Dictionary<string, string>());

    public IReadOnlyDictionary<string, string> Parts => parts;

    /// <summary>A part without the white space around it; empty when it was not given.</summary>
    public string this[string part] => parts.TryGetValue(part, out var text) ? text.Trim() : "";

    public bool IsBlank => parts.Values.All(string.IsNullOrWhiteSpace);

    /// <summary>How many rows of a table it has, blank ones in between counted.</summary>
    public int Rows => parts.Keys.Select(part => part.Contains('.') && int.TryParse(part.Split('.')[0], out var index) ? index + 1 : 0).DefaultIfEmpty(0).Max();

    /// <summary>The parts below a prefix: of "0.amount" and "0.member" under "0", amount and member.</summary>
    public RawAnswer Under(string prefix) => new(parts.Where(part => part.Key.StartsWith(prefix + ".", StringComparison.Ordinal))
        .ToDictionary(part => part.Key[(prefix.Length + 1)..], part => part.Value));

    /// <summary>What was typed at one of several questions that are told apart by a first part: of "born_on.day" and "phone" under "born_on", day, and under "phone", the plain value.</summary>
    public RawAnswer Of(string questionId) => parts.TryGetValue(questionId, out var plain) ? new(new Dictionary<string, string>(Under(questionId).Parts) { [""] = plain }) : Under(questionId);

    /// <summary>The name of a part of one of several questions, as <see cref="Of"/> reads it.</summary>
    public static string Part(string questionId, string part) => part.Length == 0 ? questionId : $"{questionId}.{part}";
}
