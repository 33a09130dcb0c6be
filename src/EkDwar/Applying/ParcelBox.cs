using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Applying;

/// <summary>The fields of one parcel of land: a question of its own, or a cell of a table, whose parts then stand under a prefix such as "0.parcel.".</summary>
public sealed record ParcelBox(Question Question, RawAnswer Typed, AnswerFacts Facts, string Prefix = "");
