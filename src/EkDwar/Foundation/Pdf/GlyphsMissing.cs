using System.Diagnostics.CodeAnalysis;

namespace EkDwar.Foundation.Pdf;

/// <summary>
/// Our fonts cannot draw some of these characters, so the document must not be issued: it would show empty boxes where a
/// name should be. <see cref="Characters"/> are those that failed, each once.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "Named for what is wrong, as refusals are")]
public sealed class GlyphsMissing(string characters) : Exception($"No font of ours draws: {Listed(characters)}")
{
    public string Characters { get; } = characters;

    static string Listed(string characters) => string.Join(' ', characters.EnumerateRunes().Select(c => $"U+{c.Value:X4}"));
}
