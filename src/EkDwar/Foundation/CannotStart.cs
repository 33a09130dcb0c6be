using EkDwar.Foundation.Languages;

namespace EkDwar.Foundation;

/// <summary>
/// The program cannot serve, and one sentence says why and how to mend it. Printed to the console instead of a stack
/// trace, with a non-zero exit code. Not for what goes wrong once it serves.
/// </summary>
public sealed class CannotStart(string key, params (string Name, string Value)[] values)
    : Exception(Texts.Get(LanguageCode.English, key, values))
{
    public string Key => key;
}
