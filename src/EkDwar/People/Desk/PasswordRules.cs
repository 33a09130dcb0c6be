using EkDwar.Foundation.Outcomes;

namespace EkDwar.People.Desk;

/// <summary>
/// What an official may choose as a password: long, and not what everybody tries first. No kinds of signs are asked for and
/// none is forbidden. After ASVS 5.0, chapter V6.2, and NIST SP 800-63B, 3.1.1.2; what was leaked elsewhere is not looked up.
/// </summary>
public static class PasswordRules
{
    const int Shortest = 12, Longest = 128, OfHerOwn = 6, Different = 5, Run = 4;

    // What stands on the keyboard or in order, read either way.
    static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    // What is tried first at a government's door: it counts for nothing in a password.
    static readonly string[] Words =
    [
        "ekdwar", "aaplesarkar", "sarkar", "password", "passcode", "welcome", "administrator", "admin", "officer", "official", "government", "secret", "letmein", "iloveyou", "changeme",
        "maharashtra", "punjab", "haryana", "india", "bharat", "mumbai", "pune", "nagpur", "ludhiana", "amritsar", "gurugram", "chandigarh", "jaihind", "jaimaharashtra", "satyamevjayate",
        "tahsildar", "collector", "talathi", "patwari", "seva", "kendra", "office", "computer", "internet", "mobile", "login", "desk", "paasward",
    ];

    static readonly HashSet<string> Common = [.. ReadCommon()];

    /// <summary>What stands against it; null when it may be used.</summary>
    public static Refusal? Fault(string? chosen, string? again, Official official)
    {
        var password = chosen ?? "";
        if (password.Length is < Shortest or > Longest || password.Distinct().Count() < Different || password.Contains(official.Login, StringComparison.OrdinalIgnoreCase)) return new("people.enrol.password_weak", "password");
        if (IsTriedFirst(password, official)) return new("people.enrol.password_common", "password");
        return password == again ? null : new Refusal("people.enrol.password_differs", "again");
    }

    static bool IsTriedFirst(string password, Official official)
    {
        var left = password.ToLowerInvariant();
        if (Common.Contains(left)) return true;
        foreach (var word in Words.Concat(Known(official)).OrderByDescending(word => word.Length)) left = left.Replace(word, " ", StringComparison.Ordinal);
        var own = WithoutRuns(left).Where(char.IsLetterOrDigit).ToList();
        return own.Count < OfHerOwn || own.Distinct().Count() < Different - 1;
    }

    /// <summary>The parts of her login and of her names.</summary>
    static IEnumerable<string> Known(Official official) => official.Names.Values.Append(official.Login)
        .SelectMany(text => text.ToLowerInvariant().Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length >= 3);

    static string WithoutRuns(string text)
    {
        var kept = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var run = LongestRun(text.AsSpan(at));
            if (run == 0) kept.Append(text[at]);
            at += Math.Max(run, 1);
        }
        return kept.ToString();
    }

    static int LongestRun(ReadOnlySpan<char> text)
    {
        for (var length = text.Length; length >= Run; length--)
        {
            var (there, back) = (text[..length].ToString(), new string([.. text[..length].ToArray().Reverse()]));
            if (Array.Exists(Rows, row => row.Contains(there, StringComparison.Ordinal) || row.Contains(back, StringComparison.Ordinal))) return length;
        }
        return 0;
    }

    static IEnumerable<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("EkDwar.People.Desk.common-passwords.txt") ?? throw new InvalidOperationException("the list of common passwords was not built in");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line[0] != '#') yield return line;
    }
}
