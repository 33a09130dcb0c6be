using System.Text.RegularExpressions;

namespace EkDwar.People;

/// <summary>
/// An e-mail address as most people have one: Latin letters, one @, a domain with a dot. Not the rarer forms of RFC 5321 (quoted
/// words, numbers for a domain, other scripts), which many servers on the way refuse. That it is somebody's is proved by a code.
/// </summary>
public readonly partial record struct EmailAddress
{
    const int Longest = 254, LongestName = 64;

    readonly string? text;

    EmailAddress(string text) => this.text = text;

    public static bool TryParse(string? typed, out EmailAddress address)
    {
        address = default;
        var trimmed = (typed ?? "").Trim();
        if (trimmed.Length > Longest || trimmed.IndexOf('@', StringComparison.Ordinal) is var at && at > LongestName || !Shape().IsMatch(trimmed)) return false;
        // The domain is the same in whatever case; of the name only its own server knows.
        address = new(trimmed[..at] + trimmed[at..].ToLowerInvariant());
        return true;
    }

    public string Text => text ?? throw new InvalidOperationException("no address");

    public string Domain => Text[(Text.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>By which two that reach the same box are alike, as far as anybody can tell.</summary>
    public string Folded => Text.ToLowerInvariant();

    /// <summary>For pages: its first letter and its domain.</summary>
    public string Masked => $"{Text[0]}•••@{Domain}";

    public override string ToString() => text is null ? "" : Masked;

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Shape();
}
