using EkDwar.Foundation.Languages;

namespace EkDwar.Cases.Parties;

/// <summary>A party as applicant and officer read of her: who, whether she has consented, when and how, and her words if she declined.</summary>
public sealed record PartyLine(string Key, string Role, string Name, PartyStatus Status, string How, string When)
{
    public string? Words { get; init; }

    /// <param name="entries">the case's whole ledger</param>
    public static IReadOnlyList<PartyLine> Of(IReadOnlyList<PartyState> parties, IReadOnlyList<TimelineEntry> entries, LanguageCode language) =>
        [.. parties.Select(party =>
        {
            var answer = party.Row.Status == PartyStatus.Asked ? null : entries.LastOrDefault(entry => entry.Body.Consent?.Party == party.Party.Key)?.Body;
            return new PartyLine(party.Party.Key, RoleOf(party, language), party.Party.Name, party.Row.Status, HowOf(party.Row, answer?.Consent, language),
                DayPart.At(party.Row.SinceAt, language)) { Words = answer?.Words };
        })];

    /// <summary>The name of her part, with the number of her row where there are several.</summary>
    static string RoleOf(PartyState party, LanguageCode language) => party.Party.Rule.Names.In(language) + (party.Party.Row is { } row ? $" {row + 1}" : "");

    static string HowOf(CaseParty row, PartyConsent? answer, LanguageCode language) => (row.Status, row.Means) switch
    {
        (PartyStatus.Asked, _) => Texts.Get(language, row.MobileHash is null ? "cases.party.at_office" : "cases.party.by_mobile"),
        (PartyStatus.Declined, _) => Texts.Get(language, "cases.party.declined_by", ("name", answer?.By ?? "")),
        (_, PartyMeans.BeforeOfficer) => Texts.Get(language, "cases.party.signed", ("date", answer?.SignedOn is { } on ? LongDate.Of(on, language) : ""),
            ("paper", answer?.IdentifiedBy is { } paper ? Texts.Get(language, "cases.identified." + paper) : "")),
        (_, PartyMeans.SharedMobile) => Texts.Get(language, "cases.party.shared_mobile", ("name", answer?.By ?? "")),
        _ => Texts.Get(language, "cases.party.own_mobile", ("name", answer?.By ?? "")),
    };
}
