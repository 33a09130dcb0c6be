namespace EkDwar.Catalogue;

/// <summary>
/// When a question is asked: <c>question = "code"</c>, the first piece of the rule language. Empty holds always. A text
/// of any other shape is refused when the service is published, never when a citizen is waiting.
/// </summary>
public sealed record Condition(string Question, string Code)
{
    public static Condition? Parse(string text)
    {
        if (text.Length == 0) return null;
        var parts = text.Split(" = ", 2);
        if (parts.Length != 2 || parts[1] is not ['"', .., '"']) throw new FormatException($"'{text}' is not a condition such as purpose = \"other\"");
        return new(parts[0], parts[1][1..^1]);
    }
}
