using System.Text;
using System.Text.RegularExpressions;

namespace EkDwar.Catalogue.Texting;

/// <summary>
/// A registered body as operators compare it: its fixed words to the letter, and in the place of each tag a value such as
/// the tag allows (TRAI's direction of 18 November 2025). What {#alphanumeric#} may hold beyond ASCII, and that it may hold
/// spaces, is our reading of it: docs/decisions/0030.
/// </summary>
public sealed partial class BodyPattern
{
    const int LongestWord = 40;
    const string Nothing = @"[^\s\S]";

    readonly Lazy<Regex> expression;

    public BodyPattern(string body, IReadOnlyList<string> domains)
    {
        Tags = [.. Tag().Matches(body).Select(tag => tag.Groups[1].Value)];
        // Read once from end to end: words that could be parted in many ways take no longer than others.
        expression = new(() => new(Expression(body, domains), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
    }

    /// <summary>The words of its tags in their order: numeric, alphanumeric, url, cbn, email, var.</summary>
    public IReadOnlyList<string> Tags { get; }

    public static IReadOnlyCollection<string> KnownTags => ["numeric", "alphanumeric", "url", "cbn", "email", "var"];

    /// <summary>The values of a message in their order; null when it is not this text, or a value is not what its tag allows.</summary>
    public IReadOnlyList<string>? Values(string message)
    {
        var match = expression.Value.Match(message);
        if (!match.Success) return null;
        IReadOnlyList<string> values = [.. match.Groups.Values.Skip(1).Select(group => group.Value)];
        return values.Zip(Tags).All(one => one.Second != "alphanumeric" || one.First.Length <= LongestWord) ? values : null;
    }

    static string Expression(string body, IReadOnlyList<string> domains)
    {
        var made = new StringBuilder(@"\A");
        var from = 0;
        foreach (Match tag in Tag().Matches(body))
        {
            made.Append(Regex.Escape(body[from..tag.Index])).Append('(').Append(Of(tag.Groups[1].Value, domains)).Append(')');
            from = tag.Index + tag.Length;
        }
        return made.Append(Regex.Escape(body[from..])).Append(@"\z").ToString();
    }

    static string Of(string tag, IReadOnlyList<string> domains) => tag switch
    {
        "numeric" => "[0-9]{1,40}",
        // Letters with their vowel signs, of one script or several, and digits; words apart by one space, none at the ends.
        "alphanumeric" => @"[\p{L}\p{M}0-9\u200C\u200D]+(?: [\p{L}\p{M}0-9\u200C\u200D]+)*",
        "url" => domains.Count == 0 ? Nothing : $@"https://(?:{string.Join('|', domains.Select(Regex.Escape))})(?:/[A-Za-z0-9/_\-]*)?",
        "cbn" => "[0-9]{3,13}",
        "email" => @"[A-Za-z0-9._\-]{1,40}@[A-Za-z0-9.\-]{3,60}",
        // The old tag: some thirty characters of anything.
        "var" => @"[^\r\n{}]{1,30}",
        _ => Nothing,
    };

    [GeneratedRegex(@"\{#(\w+)#\}")]
    internal static partial Regex Tag();
}
