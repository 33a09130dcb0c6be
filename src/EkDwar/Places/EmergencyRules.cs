using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// When an official may open a case that is not and was not on her desk: for which kinds of reason, for how long once a second
/// person has allowed it, and how often she may ask. A state that says nothing of it opens none.
/// </summary>
public sealed class EmergencyRules
{
    const int LongestHours = 72, MostAsks = 100;

    /// <summary>For how many hours an allowed case stays open; then it closes by itself.</summary>
    public int Hours { get; init; }

    /// <summary>For how many hours a request waits for its answer; then it has lapsed.</summary>
    public int AnswerHours { get; init; } = 24;

    /// <summary>How many requests one post may make within 24 hours, whatever came of them.</summary>
    public int AsksADay { get; init; }

    public List<EmergencyReason> Reasons { get; init; } = [];

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(Hours is > 0 and <= LongestHours, this, "hours", $"a case is opened in an emergency for 1 to {LongestHours} hours", "write for how many hours");
        sheet.Needs(AnswerHours is > 0 and <= LongestHours, this, "answer_hours", $"a request waits for 1 to {LongestHours} hours", "write for how many hours");
        sheet.Needs(AsksADay is > 0 and <= MostAsks, this, "asks_a_day", $"a post may ask from 1 to {MostAsks} times a day", "write how often");
        sheet.Needs(Reasons.Count > 0, this, "reasons", "an emergency has kinds of reason to choose from", "add 'reasons', each with code and names");
        foreach (var reason in Reasons)
        {
            sheet.Needs(reason.Code.Length > 0 && !reason.Code.Any(char.IsWhiteSpace), reason, "code", "a reason needs a code of one word", "add 'code'");
            sheet.Needs(Reasons.First(other => other.Code == reason.Code) == reason, reason, "code", $"the reason {FileFaults.Quote(reason.Code)} stands here twice", "write each reason once");
            sheet.Needs(reason.Names.Count > 0, reason, "names", "a reason needs names", "add 'names', in each language");
        }
        sheet.Needs(Source.Length > 0, this, "source", "opening cases in an emergency needs its source", "write the rule, or 'example'");
    }
}

/// <summary>A kind of reason for which a case may be opened in an emergency, such as an order of a court.</summary>
public sealed class EmergencyReason
{
    public string Code { get; init; } = "";
    public LocalText Names { get; init; } = [];
}
