namespace EkDwar.Foundation.Languages;

/// <summary>
/// One text in the languages it exists in, keyed by language code. Not a resource of ours (see Texts): it comes from data,
/// such as a service definition or the name of an office.
/// </summary>
public sealed class LocalText : Dictionary<string, string>
{
    public LocalText() : base(StringComparer.Ordinal) { }

    public LocalText(string english) : this() => this["en"] = english;

    /// <summary>The text in this language, or else in English, or else in whatever language it has.</summary>
    public string In(LanguageCode language) => In(language, out _);

    /// <summary>As <see cref="In(LanguageCode)"/>, and tells which language was found, for the <c>lang</c> attribute.</summary>
    public string In(LanguageCode language, out LanguageCode found)
    {
        found = language;
        if (TryGetValue(language.Code, out var text)) return text;
        found = LanguageCode.English;
        if (TryGetValue("en", out text)) return text;
        if (Count == 0) return "";
        var (code, any) = this.First();
        found = LanguageCode.Parse(code);
        return any;
    }
}
