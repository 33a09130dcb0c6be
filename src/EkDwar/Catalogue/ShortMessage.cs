namespace EkDwar.Catalogue;

/// <summary>How many segments of a text message a sentence takes, as operators count and charge them (3GPP TS 23.038 and 23.040).</summary>
public static class ShortMessage
{
    /// <summary>How many the house sends at most for one thing it says.</summary>
    public const int Most = 2;

    // A message of several segments gives six bytes of each to saying which it is.
    const int PlainAlone = 160, PlainOfMany = 153, WideAlone = 70, WideOfMany = 67;

    // Of ASCII, what the seven-bit alphabet writes with an escape, and the one sign it has not.
    const string Escaped = "^{}\\[~]|", Lacking = "`";

    public static int Segments(string text)
    {
        var isPlain = !IsWide(text);
        var length = isPlain ? text.Length + text.Count(Escaped.Contains) : text.Length;
        var (alone, ofMany) = isPlain ? (PlainAlone, PlainOfMany) : (WideAlone, WideOfMany);
        return length <= alone ? 1 : (length + ofMany - 1) / ofMany;
    }

    /// <summary>Whether a sign in it is not in the seven-bit alphabet, so that each takes two bytes. Beyond ASCII we count every sign as such.</summary>
    public static bool IsWide(string text) => !text.All(letter => letter is '\n' or (>= ' ' and <= '~') && !Lacking.Contains(letter));
}
