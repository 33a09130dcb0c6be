using System.Text.RegularExpressions;

namespace EkDwar.Tests.Houserules;

/// <summary>Sentences written into a page instead of a Texts.json: three Latin words in a row, between tags or in an attribute people hear.</summary>
static partial class MarkupWords
{
    public static IEnumerable<string> Violations(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.IsMarkup
        from sentence in Sentences(file.Text)
        select $"{file.Path}: {sentence}";

    static IEnumerable<string> Sentences(string markup)
    {
        var text = Comment().Replace(markup, "");
        var spoken = Between().Matches(text).Concat(Heard().Matches(text)).Select(match => match.Groups[1].Value);
        return spoken.Where(run => !CodeSign().IsMatch(run)).Select(run => Expression().Replace(run, "")).Where(run => ThreeWords().IsMatch(run)).Select(run => run.Trim());
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("[a-zA-Z\"'/]>([^<>]+)<")]
    private static partial Regex Between();

    [GeneratedRegex("""
        \b(?:title|alt|placeholder|aria-label|label|text|hint|legend|caption|heading)="([^"]+)"
        """)]
    private static partial Regex Heard();

    [GeneratedRegex("[{};=]|=>")]
    private static partial Regex CodeSign();

    [GeneratedRegex(@"@[\w.]+(\[[^\]]*\]|\([^)]*\))*|@\([^)]*\)")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\b[A-Za-z]{2,}\s+[A-Za-z]{1,}\s+[A-Za-z]{2,}\b")]
    private static partial Regex ThreeWords();
}
