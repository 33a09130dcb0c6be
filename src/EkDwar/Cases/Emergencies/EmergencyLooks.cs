using EkDwar.Foundation.Languages;
using EkDwar.Places;

namespace EkDwar.Cases.Emergencies;

/// <summary>Why a case was opened in an emergency, as the citizen reads it beside each look: the kind of reason, the official's words, and which post allowed it. Read from the case's own ledger.</summary>
public static class EmergencyLooks
{
    /// <summary>By request.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Why(CaseFile file, IEnumerable<TimelineEntry> entries, PostDirectory directory, LanguageCode language)
    {
        var told = new Dictionary<Guid, string>();
        foreach (var entry in entries)
            if (entry is { Kind: CaseEvent.EmergencyLookAllowed, Body.Emergency: { } fact, PostId: { } post })
                told[fact.RequestId] = Texts.Get(language, "cases.emergency.why", ("reason", file.Emergencies.Named(fact.Reason, language)), ("words", entry.Body.Words ?? ""),
                    ("post", (await directory.Post(post)).Names.In(language)));
        return told;
    }

    /// <summary>The kind of reason as the state's file names it; its code, where the file no longer does.</summary>
    public static string Named(this EmergencyRules? rules, string reason, LanguageCode language) => rules?.Reasons.Find(one => one.Code == reason)?.Names.In(language) ?? reason;
}
