using System.Text.RegularExpressions;

namespace EkDwar.Catalogue.Texting;

/// <summary>
/// A registered body as operators compare it: its fixed words to the letter, and in the place of each tag a value such as
/// the tag allows (TRAI's direction of 18 November 2025). What {#alphanumeric#} may hold beyond ASCII, and that it may hold
/// spaces, is our reading of it: docs/decisions/0030.
/// </summary>
public sealed partial class BodyPattern
{
    const int LongestValue = 40;

    readonly string[] words;
    readonly IReadOnlyList<string> domains;

    public BodyPattern(string body, IReadOnlyList<string> domains)
    {
        // The words before, between and behind the tags: one more than there are tags.
        (words, this.domains) = (Tag().Replace(body, "\0").Split('\0'), domains);
        Tags = [.. Tag().Matches(body).Select(tag => tag.Groups[1].Value)];
    }

    /// <summary>The words of its tags in their order: numeric, alphanumeric, url, cbn, email, var.</summary>
    public IReadOnlyList<string> Tags { get; }

    public static IReadOnlyCollection<string> KnownTags => ["numeric", "alphanumeric", "url", "cbn", "email", "var"];

    /// <summary>The values of a message in their order; null when it is not this text, or a value is not what its tag allows.</summary>
    public IReadOnlyList<string>? Values(string message)
    {
        var values = new string[Tags.Count];
        return Reads(message, 0, 0, values, []) ? values : null;
    }

    // What did not fit from somewhere on is not tried again: words that could be parted in many ways take no longer than others.
    bool Reads(string message, int part, int from, string[] values, HashSet<(int, int)> failed)
    {
        if (!message.AsSpan(from).StartsWith(words[part], StringComparison.Ordinal)) return false;
        from += words[part].Length;
        if (part == Tags.Count) return from == message.Length;
        if (failed.Contains((part, from))) return false;
        for (var to = Math.Min(message.Length, from + Longest(Tags[part])); to > from; to--)
            if (message.AsSpan(to).StartsWith(words[part + 1], StringComparison.Ordinal) && IsValue(Tags[part], message[from..to]) && Reads(message, part + 1, to, values, failed))
            {
                values[part] = message[from..to];
                return true;
            }
        failed.Add((part, from));
        return false;
    }

    static int Longest(string tag) => tag is "url" or "email" ? 255 : LongestValue;

    bool IsValue(string tag, string value) => tag switch
    {
        "numeric" => value.All(char.IsAsciiDigit),
        "alphanumeric" => Words().IsMatch(value),
        "url" => Address().Match(value) is { Success: true } address && domains.Contains(address.Groups[1].Value),
        "cbn" => value.Length is >= 3 and <= 13 && value.All(char.IsAsciiDigit),
        "email" => Mailbox().IsMatch(value),
        // The old tag: some thirty characters of anything.
        "var" => value.Length <= 30 && value.IndexOfAny(['\r', '\n', '{', '}']) < 0,
        _ => false,
    };

    [GeneratedRegex(@"\{#(\w+)#\}")]
    internal static partial Regex Tag();

    // Letters with their vowel signs, of one script or several, and digits; words apart by one space, none at the ends.
    [GeneratedRegex(@"\A(?>[\p{L}\p{M}0-9\u200C\u200D]+)(?> [\p{L}\p{M}0-9\u200C\u200D]+)*\z")]
    private static partial Regex Words();

    [GeneratedRegex(@"\Ahttps://([^/]+)(?:/[A-Za-z0-9/_\-]*)?\z")]
    private static partial Regex Address();

    [GeneratedRegex(@"\A[A-Za-z0-9._\-]{1,40}@[A-Za-z0-9.\-]{3,60}\z")]
    private static partial Regex Mailbox();
}
