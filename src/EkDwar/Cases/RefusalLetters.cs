using System.Globalization;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Cases;

/// <summary>Writes the letter of a refusal, before it is sent (for the officer) and ever after (for the citizen).</summary>
public sealed class RefusalLetters(PostDirectory directory, CaseClock clock)
{
    public async Task<RefusalLetter> Of(CaseFile file, RefusalGiven refusal)
    {
        var language = LanguageCode.TryParse(file.Case.Language, out var own) ? own : LanguageCode.English;
        var ground = file.Service.Grounds.First(known => known.Code == refusal.Ground);
        var post = refusal.PostId is { } id ? await directory.Post(id) : null;
        var office = await directory.Office(file.Case.OfficeId);
        return new(language, Say("heading"), Say("opening", ("service", file.Service.Names.In(language))),
            [
                Line("reference", new(file.Case.Reference.ToString()), language),
                Line("applicant", NameOf(file)),
                Line("decided_on", new(LongDate.Of(StateTime.Day(refusal.At), language)), language),
                post is null ? new(Say("decided_by"), Say("by_register"), language) : Line("decided_by", post.Names),
                Line("office", office.Names),
            ],
            [Line("ground", ground.Names), Line("rule", ground.Rule), new(Say("words"), refusal.Words.Trim(), language)],
            Say("appeal_heading"), await Appeal(file, language));

        string Say(string key, params ReadOnlySpan<(string, string)> values) => Texts.Get(language, "cases.letter." + key, values);
        LetterLine Line(string key, LocalText text, LanguageCode? known = null)
        {
            var value = text.In(language, out var found);
            return new(Say(key), value, known ?? found);
        }
    }

    /// <summary>The letter of a refused case as it was sent; null when the case was not refused.</summary>
    public async Task<RefusalLetter?> Sent(CaseFile file, IEnumerable<TimelineEntry> timeline) =>
        timeline.LastOrDefault(entry => entry.Kind == CaseEvent.ApplicationRefused) is { Body.Ground: { } ground } entry
            ? await Of(file, new(ground, entry.Body.Words ?? "", entry.PostId, entry.At))
            : null;

    async Task<IReadOnlyList<string>> Appeal(CaseFile file, LanguageCode language)
    {
        var tier = (await clock.Act(file)).Appeals is [var first, ..] ? first : null;
        var post = await directory.At(file.Case.OfficeId, file.Terms.Officers.FirstAppellate);
        var authority = post?.Names ?? tier?.Authority;
        if (authority is null) return [];
        var office = await directory.Office(post?.OfficeId ?? file.Case.OfficeId);
        var lines = new List<string>
        {
            Texts.Get(language, "cases.letter.appeal_to", ("authority", authority.In(language))),
            Texts.Get(language, "cases.letter.appeal_how", ("office", office.Names.In(language)), ("reference", file.Case.Reference.ToString())),
        };
        if (tier?.LodgeWithin is { } within)
            lines.Insert(1, Texts.Get(language, within.Kind == DayKind.Working ? "cases.letter.appeal_working" : "cases.letter.appeal_calendar", Days(within.Days)));
        if (tier?.CondonableToDays is { } late) lines.Add(Texts.Get(language, "cases.letter.appeal_late", Days(late)));
        if (file.Service.Officers.IsExample) lines.Add(Texts.Get(language, "cases.letter.example_officer"));
        return lines;
    }

    static (string, string) Days(int days) => ("days", days.ToString(CultureInfo.InvariantCulture));

    // The name is the citizen's own, so it is shown in both scripts whatever the letter's language.
    static LocalText NameOf(CaseFile file)
    {
        var name = ApplicantName.Of(file.Service, file.Answers, file.Case.Language);
        var both = string.Join(" / ", new[] { name.Local, name.Latin }.Where(part => part.Length > 0));
        return new LocalText { [name.Language.Length > 0 ? name.Language : "en"] = both };
    }
}
