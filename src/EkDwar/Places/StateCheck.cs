using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>What a state must say of itself before anything of it is shown: its own code and language, who governs, what people look for.</summary>
static class StateCheck
{
    public static void Run(Sheet<StateProfile> sheet, string folder)
    {
        var state = sheet.Value;
        sheet.Needs(state.Code == folder, state, "code", $"the code of the state is {folder}, as its folder is called", $"write '{folder}'");
        sheet.Needs(LanguageCode.TryParse(state.Language, out _), state, "language", $"{FileFaults.Quote(state.Language)} is not one of our languages",
            Nearest.Mend(state.Language, [.. LanguageCode.All.Select(language => language.Code)]));
        sheet.Needs(state.Government.Count > 0, state, "government", "the state says who governs it", "add 'government', in each language");
        sheet.Needs(state.Ownership.Count > 0, state, "ownership", "the state says who answers for these pages", "add 'ownership', in each language");
        sheet.Needs(state.SearchExample.Count > 0, state, "search_example", "the state says what somebody here might type to find a service", "add 'search_example', in each language");
        foreach (var topic in state.Topics) Check(sheet, topic);
        state.ChargeSplit?.Check(sheet);
        state.Keep?.Check(sheet);
        state.Drafts?.Check(sheet);
        foreach (var order in state.Seniority) order.Check(sheet);
        foreach (var warning in state.LimitWarnings) warning.Check(sheet);
        state.Warnings?.Check(sheet);
        state.Emergency?.Check(sheet);
        state.ActForAnother?.Check(sheet);
        state.Delegation?.Check(sheet);
        foreach (var rule in state.UnusualLooks) rule.Check(sheet);
        state.Signing.Check(sheet);
        state.SignOn?.Check(sheet);
        state.Quiet?.Check(sheet);
        state.Broadcasts?.Check(sheet);
        CloseRuleCheck.Run(sheet, state.CloseAfter);
    }

    static void Check(Sheet<StateProfile> sheet, Topic topic)
    {
        sheet.Needs(topic.Code.Length > 0, topic, "code", "a topic needs a code", "add 'code'");
        sheet.Needs(sheet.Value.Topics.First(other => other.Code == topic.Code) == topic, topic, "code", $"the topic {FileFaults.Quote(topic.Code)} stands here twice", "put the two together");
        sheet.Needs(topic.Names.Count > 0, topic, "names", "a topic needs names", "add 'names', in each language");
        sheet.Needs(topic.Kind is Topic.Event or Topic.Who, topic, "kind", $"{FileFaults.Quote(topic.Kind)} is no kind of topic", $"{Nearest.Mend(topic.Kind, [Topic.Event, Topic.Who])}");
    }
}
