using EkDwar.Foundation.Yaml;

namespace EkDwar.Places;

/// <summary>
/// What bounds a message to everybody of an area who has an application open there: how many people one may reach, what each
/// text message is reckoned at, how long it waits for the second official. A state that says nothing of it sends none.
/// </summary>
public sealed class BroadcastRules
{
    const int MostOfAll = 1_000_000, LongestHours = 168;

    /// <summary>How many people one broadcast reaches at most: a larger area is told in parts.</summary>
    public int MostPeople { get; init; }

    /// <summary>What one text message is reckoned at in the preview, in paise. What the operators charge is in their bill.</summary>
    public long PaiseEach { get; init; }

    /// <summary>For how many hours after it was counted the second official may answer; then it must be counted anew.</summary>
    public int AnswerHours { get; init; }

    /// <summary>The rule or order, or "example".</summary>
    public string Source { get; init; } = "";

    public void Check(Sheet<StateProfile> sheet)
    {
        sheet.Needs(MostPeople is > 0 and <= MostOfAll, this, "most_people", $"a broadcast reaches from 1 to {MostOfAll} people", "write how many at most");
        sheet.Needs(PaiseEach > 0, this, "paise_each", "a text message costs something", "write the paise of one");
        sheet.Needs(AnswerHours is > 0 and <= LongestHours, this, "answer_hours", $"a broadcast waits for 1 to {LongestHours} hours", "write for how many hours");
        sheet.Needs(Source.Length > 0, this, "source", "broadcasts need their source", "write the rule, or 'example'");
    }
}
