using System.Globalization;

namespace EkDwar.Foundation;

/// <summary>An Indian mobile number: ten digits, the first 6 to 9. Not a landline, and no other country's.</summary>
public readonly record struct PhoneNumber
{
    readonly string? digits;

    PhoneNumber(string digits) => this.digits = digits;

    /// <summary>Reads what people type: spaces, dashes, +91 or 0 before it, digits of any Indian script.</summary>
    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        Span<char> found = stackalloc char[13];
        var count = 0;
        foreach (var letter in text ?? "")
        {
            if (letter is ' ' or '-' or '+' or '(' or ')') continue;
            var digit = CharUnicodeInfo.GetDecimalDigitValue(letter);
            if (digit < 0 || count == found.Length) return false;
            found[count++] = (char)('0' + digit);
        }
        ReadOnlySpan<char> typed = found[..count];
        if (typed.Length == 12 && typed.StartsWith("91")) typed = typed[2..];
        else if (typed.Length == 11 && typed[0] == '0') typed = typed[1..];
        if (typed.Length != 10 || typed[0] is < '6' or > '9') return false;
        number = new(typed.ToString());
        return true;
    }

    /// <summary>The ten digits.</summary>
    public string Digits => digits ?? throw new InvalidOperationException("no number");

    /// <summary>For pages and logs: only the last four digits.</summary>
    public string Masked => "••••••" + Digits[6..];

    public override string ToString() => digits is null ? "" : Masked;
}
