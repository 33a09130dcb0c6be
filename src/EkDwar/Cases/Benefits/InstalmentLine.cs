using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;

namespace EkDwar.Cases.Benefits;

/// <summary>An instalment as student and officer read of it: what it is called, how much, how it stands and why.</summary>
public sealed record InstalmentLine(Instalment Part, InstalmentRule Rule, string Standing, string Text)
{
    /// <summary>What the officer wrote of it last; nobody else's to read than hers and the office's.</summary>
    public string? Words { get; init; }

    /// <param name="entries">the case's whole ledger where its words may be read; else none</param>
    public static IReadOnlyList<InstalmentLine> Of(CaseFile file, IEnumerable<Instalment> parts, IReadOnlyList<TimelineEntry> entries, (LanguageCode Language, DateOnly Today) reader) =>
        [.. parts.Select(part => Of(part, part.RuleIn(file.Service), entries, reader.Language, reader.Today))];

    static InstalmentLine Of(Instalment part, InstalmentRule rule, IReadOnlyList<TimelineEntry> entries, LanguageCode language, DateOnly today)
    {
        var standing = part.Standing(today);
        CaseEvent? told = standing switch { "missed" => CaseEvent.InstalmentNeedRecorded, "returned" => CaseEvent.InstalmentReturned, _ => null };
        return new(part, rule, standing, Told(part, rule, language, today))
        {
            Words = told is null ? null : entries.LastOrDefault(entry => entry.Kind == told && entry.Body.Stated?.GetValueOrDefault(InstalmentRegister.Which) == rule.Code)?.Body.Words,
        };
    }

    /// <summary>How it stands with it, in a sentence.</summary>
    public static string Told(Instalment part, InstalmentRule rule, LanguageCode language, DateOnly today) => Texts.Get(language, "cases.instalment." + part.Standing(today),
        ("date", LongDate.Of(part.PaidOn ?? part.DueOn, language)), ("need", rule.Needs?.Says.In(language) ?? ""),
        ("reason", part.ReturnReason is { } reason ? Texts.Get(language, "cases.returned." + reason) : ""));
}
