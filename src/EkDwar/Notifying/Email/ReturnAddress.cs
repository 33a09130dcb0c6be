using System.Text.RegularExpressions;

namespace EkDwar.Notifying.Email;

/// <summary>The address to which a message of the house comes back, one for each: by it a report is matched, whatever else it says.</summary>
public static partial class ReturnAddress
{
    public static string Of(Guid message, string domain) => $"bounce+{message:N}@{domain}";

    /// <summary>The message whose return address stands in a header's value; null where none of this domain does.</summary>
    public static Guid? In(string text, string domain)
    {
        foreach (Match found in Written().Matches(text))
            if (found.Groups[2].Value.Equals(domain, StringComparison.OrdinalIgnoreCase)) return Guid.ParseExact(found.Groups[1].Value, "N");
        return null;
    }

    [GeneratedRegex(@"(?<![^\s<,:;""])bounce\+([0-9a-f]{32})@([A-Za-z0-9.-]+[A-Za-z0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Written();
}
