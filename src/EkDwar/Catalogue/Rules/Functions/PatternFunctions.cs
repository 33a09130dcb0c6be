using System.Text.RegularExpressions;

namespace EkDwar.Catalogue.Rules.Functions;

/// <summary>
/// Functions that take a regular expression. It is matched without going back, so in time proportional to the text:
/// references back to a group and looking around are errors, and a pattern cannot hang a page.
/// </summary>
static partial class PatternFunctions
{
    const int LongestText = 10_000, LongestPattern = 1_000, StepsToRead = 20;
    const long LargestRepetition = 10_000;

    static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    public static readonly Function[] All =
    [
        new("matches(input: string, pattern: string, [flags: string?])", given => With(given, 2, pattern => pattern.IsMatch(given.Text(0)))),
        new("replace(input: string, pattern: string, replacement: string, [flags: string?])", given => With(given, 3, pattern => Replaced(given, pattern))),
        new("split(string: string, delimiter: string)", given => With(given, 2, pattern => pattern.Split(given.Text(0)).ToList<object?>())),
    ];

    static object? Replaced(Given given, Regex pattern)
    {
        // Paid before it is made: each match may bring the whole replacement, and that the whole match, many times.
        var (text, replacement) = (given.Text(0), given.Text(2));
        given.Place.Run.Characters((text.Length + 1L) * (replacement.Length + 1L));
        return pattern.Replace(text, replacement);
    }

    static object? With(Given given, int flags, Func<Regex, object?> use)
    {
        var (text, pattern) = (given.Text(0), given.Text(1));
        given.Place.Run.Step(StepsToRead);
        if (text.Length > LongestText) return given.Error($"a pattern is looked for in at most {LongestText:N0} characters");
        if (pattern.Length > LongestPattern) return given.Error($"a pattern has at most {LongestPattern:N0} characters");
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        foreach (var flag in given.Has(flags) ? given.Text(flags) : "")
        {
            if ("ismx".IndexOf(flag) is var known && known < 0) return given.Error($"'{flag}' is no flag: those are i, s, m and x");
            options |= new[] { RegexOptions.IgnoreCase, RegexOptions.Singleline, RegexOptions.Multiline, RegexOptions.None }[known];
            // XPath's x takes out white space and knows no comments; .NET's own would make '#' begin one.
            if (flag == 'x') pattern = SpaceOutsideClasses().Replace(pattern, match => match.Value[0] == '[' ? match.Value : "");
        }
        if (BackReference().IsMatch(pattern)) return given.Error("a pattern cannot refer back to a group");
        if (Repetitions(pattern) > LargestRepetition) return given.Error($"a pattern repeats at most {LargestRepetition:N0} times, its repetitions multiplied");
        try
        {
            return use(new Regex(pattern, options, Longest));
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return given.Error($"\"{pattern}\" is no pattern a rule can use");
        }
        catch (RegexMatchTimeoutException)
        {
            return given.Error("this pattern takes too long");
        }
    }

    /// <summary>All counts in braces multiplied, as if they stood inside each other.</summary>
    static double Repetitions(string pattern) => Repetition().Matches(pattern).Aggregate(1.0, (product, match) => product * Math.Max(1, double.Parse(match.Value)));

    [GeneratedRegex(@"\[[^\]]*\]|\s+")]
    private static partial Regex SpaceOutsideClasses();

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\[0-9]")]
    private static partial Regex BackReference();

    [GeneratedRegex(@"(?<=\{[0-9,]*)[0-9]+(?=[0-9,]*\})")]
    private static partial Regex Repetition();
}
