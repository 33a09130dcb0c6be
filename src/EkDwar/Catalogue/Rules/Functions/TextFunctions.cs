using System.Text;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Functions;

/// <summary>Functions of text. Positions and lengths count characters as Unicode does, from 1 on.</summary>
static class TextFunctions
{
    public static readonly Function[] All =
    [
        new("string(from: any)", given => given[0] is null ? null : Written(given[0], given.Place.Run)),
        new("string length(string: string)", given => (decimal)given.Text(0).EnumerateRunes().Count()),
        new("upper case(string: string)", given => given.Text(0).ToUpperInvariant()),
        new("lower case(string: string)", given => given.Text(0).ToLowerInvariant()),
        new("substring(string: string, start position: number, [length: number])", Substring),
        new("substring before(string: string, match: string)", given => given.Text(0).IndexOf(given.Text(1), StringComparison.Ordinal) is > 0 and var at ? given.Text(0)[..at] : ""),
        new("substring after(string: string, match: string)", given =>
            given.Text(0).IndexOf(given.Text(1), StringComparison.Ordinal) is >= 0 and var at ? given.Text(0)[(at + given.Text(1).Length)..] : ""),
        new("contains(string: string, match: string)", given => given.Text(0).Contains(given.Text(1), StringComparison.Ordinal)),
        new("starts with(string: string, match: string)", given => given.Text(0).StartsWith(given.Text(1), StringComparison.Ordinal)),
        new("ends with(string: string, match: string)", given => given.Text(0).EndsWith(given.Text(1), StringComparison.Ordinal)),
        new("string join(list: list, [delimiter: string?])", Join),
    ];

    static object? Substring(Given given)
    {
        var letters = given.Text(0).EnumerateRunes().ToList();
        var (start, length) = (decimal.Truncate(given.Number(1)), given.Has(2) ? decimal.Truncate(given.Number(2)) : letters.Count);
        if (start == 0 || length < 0) return given.Error("a text is cut from a position that is not 0, over a length that is not negative");
        var first = start > 0 ? Math.Min(start - 1, letters.Count) : Math.Max(letters.Count + start, 0);
        return string.Concat(letters.Skip((int)first).Take((int)Math.Min(length, letters.Count)));
    }

    static object? Join(Given given)
    {
        var parts = given.List(0).Where(part => part is not null).ToList();
        if (parts.Find(part => part is not string) is { } wrong) return given.Error($"'string join' joins texts, not {Kind.Named(wrong)}");
        var delimiter = given.Has(1) ? given.Text(1) : "";
        given.Place.Run.Characters(parts.Sum(part => ((string)part!).Length + (long)delimiter.Length));
        return string.Join(delimiter, parts);
    }

    /// <summary>A value as FEEL writes it; texts inside lists and contexts stand in quotation marks.</summary>
    static string Written(object? value, Run run)
    {
        var text = value is string plain ? plain : Quoted(value, run);
        run.Characters(text.Length);
        return text;
    }

    static string Quoted(object? value, Run run)
    {
        run.Step();
        return value switch
        {
            null => "null",
            bool truth => truth ? "true" : "false",
            string text => $"\"{text}\"",
            decimal number => ValueTexts.Of(number),
            DateOnly date => ValueTexts.Of(date),
            TimeOnly time => ValueTexts.Of(time),
            DateTime instant => ValueTexts.Of(instant),
            TimeSpan span => ValueTexts.Of(span),
            Months months => ValueTexts.Of(months),
            Context context => $"{{{Joined(context.Select(entry => $"{entry.Key}: {Quoted(entry.Value, run)}"), run)}}}",
            ValueRange { Low: { } low, High: { } high } =>
                $"{(low.IsIncluded ? '[' : '(')}{Quoted(low.Value, run)}..{Quoted(high.Value, run)}{(high.IsIncluded ? ']' : ')')}",
            ValueRange { Low: { } low } => $"({(low.IsIncluded ? ">=" : ">")} {Quoted(low.Value, run)})",
            ValueRange { High: { } high } => $"({(high.IsIncluded ? "<=" : "<")} {Quoted(high.Value, run)})",
            _ => $"[{Joined(Kind.AsList(value).Select(element => Quoted(element, run)), run)}]",
        };
    }

    static string Joined(IEnumerable<string> parts, Run run)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            run.Characters(part.Length);
            text.Append(text.Length == 0 ? "" : ", ").Append(part);
        }
        return text.ToString();
    }
}
