using System.Runtime.CompilerServices;

namespace EkDwar.Foundation.Yaml;

/// <summary>
/// The words of a fault that may not be one: put together only where what is asked does not hold, as it mostly does. What
/// stands between braces is then not even looked for. Not kept beyond the call.
/// </summary>
[InterpolatedStringHandler]
public ref struct FaultWords
{
    DefaultInterpolatedStringHandler words;
    readonly string? plain;

    public FaultWords(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        words = isNeeded ? new(literalLength, formattedCount, System.Globalization.CultureInfo.InvariantCulture) : default;
        plain = null;
    }

    FaultWords(string plain) => this.plain = plain;

    public static implicit operator FaultWords(string plain) => new(plain);

    public void AppendLiteral(string text) => words.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => words.AppendFormatted(value);

    public void AppendFormatted<T>(T value, string? format) => words.AppendFormatted(value, format);

    /// <summary>The sentence. Asked once, and only where it is needed.</summary>
    public string Told() => plain ?? words.ToStringAndClear();
}
