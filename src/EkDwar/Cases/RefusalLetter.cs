using EkDwar.Foundation.Languages;

namespace EkDwar.Cases;

/// <summary>What was decided: the coded ground, the words, by which post and when. No post where the register itself had no record.</summary>
public sealed record RefusalGiven(string Ground, string Words, Guid? PostId, DateTime At);

/// <summary>One labelled line of a letter. The value may be in another language than the letter: an officer's own words, a rule.</summary>
public sealed record LetterLine(string Label, string Value, LanguageCode Language);

/// <summary>
/// The letter that tells a citizen why she was refused and how to appeal, in the language of her case. The officer's
/// preview and the citizen's page show this same letter; it is not stored, but made from the ledger's entry.
/// </summary>
public sealed record RefusalLetter(LanguageCode Language, string Heading, string Opening, IReadOnlyList<LetterLine> Facts,
    IReadOnlyList<LetterLine> Reasons, string AppealHeading, IReadOnlyList<string> Appeal);
