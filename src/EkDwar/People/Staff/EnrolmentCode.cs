using System.Security.Cryptography;
using EkDwar.Foundation.Languages;

namespace EkDwar.People.Staff;

/// <summary>
/// Half of a code for enrolling, or the whole of a newcomer's: ten characters of Crockford's alphabet, fifty bits, shown once as two
/// groups and never kept. What is typed may have the letters people confuse and digits of any script.
/// </summary>
public static class EnrolmentCode
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Length = 10;

    public static string New()
    {
        var drawn = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"{drawn[..5]}-{drawn[5..]}";
    }

    /// <summary>As it was drawn, without the line; what is no code stays wrong.</summary>
    public static string Plain(string? typed) => string.Concat(Digits.ToAscii(typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)
        .Select(character => character switch { 'O' => '0', 'I' or 'L' => '1', _ => character }));
}
