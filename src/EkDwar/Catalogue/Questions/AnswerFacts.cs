using EkDwar.Foundation.Languages;

namespace EkDwar.Catalogue.Questions;

/// <summary>What checking an answer needs to know of the world: today, and the places that may be chosen.</summary>
public sealed record AnswerFacts(DateOnly Today, IReadOnlyDictionary<string, LocalText> Places);
