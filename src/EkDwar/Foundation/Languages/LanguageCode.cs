using System.Diagnostics.CodeAnalysis;

namespace EkDwar.Foundation.Languages;

/// <summary>One of the four languages the house speaks: English, Marathi, Hindi, Punjabi. Not a culture or a script.</summary>
public readonly record struct LanguageCode
{
    public static readonly LanguageCode English = new("en");
    public static readonly LanguageCode Marathi = new("mr");
    public static readonly LanguageCode Hindi = new("hi");
    public static readonly LanguageCode Punjabi = new("pa");

    /// <summary>Every language, in the order they are offered.</summary>
    public static readonly IReadOnlyList<LanguageCode> All = [Marathi, Hindi, Punjabi, English];

    readonly string? code;

    LanguageCode(string code) => this.code = code;

    /// <summary>The ISO 639-1 code, as it stands in URLs and in <c>lang</c>.</summary>
    public string Code => code ?? "en";

    /// <summary>The language's own name for itself.</summary>
    public string NativeName => Code switch { "mr" => "मराठी", "hi" => "हिन्दी", "pa" => "ਪੰਜਾਬੀ", _ => "English" };

    /// <summary>Reads a code from a URL or a header; false for anything but the four.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LanguageCode language)
    {
        foreach (var candidate in All)
            if (candidate.Code == text)
            {
                language = candidate;
                return true;
            }
        language = English;
        return false;
    }

    /// <summary>For codes from our own data; anything else is a bug.</summary>
    public static LanguageCode Parse(string text) =>
        TryParse(text, out var language) ? language : throw new FormatException($"'{text}' is not one of our languages");

    public override string ToString() => Code;
}
