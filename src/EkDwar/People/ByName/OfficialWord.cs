using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Names;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EkDwar.People.ByName;

/// <summary>
/// One word by which an official is found: of her name in each of its scripts, by its letters or by its sound. In clear, for who serves
/// at an office is public. Not how an applicant is found: no word of a citizen's name is kept so.
/// </summary>
public sealed class OfficialWord : IEntityTypeConfiguration<OfficialWord>
{
    public Guid OfficialId { get; init; }
    public string Word { get; init; } = "";

    /// <summary>A word by its letters. No sound has the sign before it.</summary>
    public static string Spelt(string word) => "=" + word;

    /// <summary>A word by its sound; empty for what has none.</summary>
    public static string Sounding(string word) => NameSound.Of(word);

    /// <summary>All by which somebody of these names is found: each word by its letters and its sound, and two that stand side by side as one.</summary>
    public static IEnumerable<OfficialWord> Of(Guid officialId, LocalText names)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var words in names.Values.Select(NameWords.Of))
        {
            found.UnionWith(words.Select(Spelt));
            found.UnionWith(words.Concat(NameWords.Joined(words)).Select(Sounding).Where(sound => sound.Length > 0));
        }
        return found.Select(word => new OfficialWord { OfficialId = officialId, Word = word });
    }

    public void Configure(EntityTypeBuilder<OfficialWord> builder)
    {
        builder.ToTable("official_words").HasKey(word => new { word.OfficialId, word.Word });
        builder.HasOne<Official>().WithMany(official => official.Words).HasForeignKey(word => word.OfficialId);
    }
}
