using EkDwar.Catalogue;
using EkDwar.Catalogue.Texting;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;
using EkDwar.Onboarding;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>Every text message of the house and of its services, in every language of every state: as it was registered, and as it is sent.</summary>
public sealed class Every_text_message
{
    static readonly string[] States = ["mh", "pb", "hr"];

    // Nothing of a person is in a message: neither name nor number nor what she answered.
    static readonly string[] Blanks = ["service", "reference", "other", "party", "place", "instalment", "due", "until", "fee", "amount", "code", "link", "authority", "days"];

    static TextRegister Register(string state) => TextRegister.Open(Path.Combine(Repository.Root, $"services/{state}/sms.yaml")).Value;

    /// <summary>Each text with the words it has in a language: of the house, and of the state's services.</summary>
    static IEnumerable<(string Text, string Service, LanguageCode Language, string Words)> Said(string state) =>
        LongestText.Keys.SelectMany(key => LanguageCode.All.Select(language => (key, "", language, Texts.Get(language, "notifying." + key))))
            .Concat(from file in StateFolder.Read(Path.Combine(Repository.Root, "services", state)).ServiceFiles
                    let service = Sheets.Open<ServiceDefinition>(file, file).Value
                    from own in service.Messages
                    from language in LanguageCode.All
                    where own.Says.ContainsKey(language.Code)
                    select (LongestText.Keys.Single(own.Words), service.Id, language, own.Says[language.Code]));

    [Theory, InlineData("mh"), InlineData("pb"), InlineData("hr")]
    public void is_registered_to_the_letter_and_has_two_segments_at_its_longest(string state)
    {
        var register = Register(state);
        var faults = new List<string>();
        var count = 0;
        foreach (var (text, service, language, words) in Said(state))
        {
            count++;
            var name = $"{state} {text} {service} {language}";
            var longest = LongestText.Filled(words, language, register.Domains);
            var body = register.Texts.SingleOrDefault(one => one.Text == text && one.Service == service)?.Bodies.GetValueOrDefault(language.Code);
            if (body is null) faults.Add($"{name}: not registered");
            else if (body.Pattern(register.Domains).Values(longest) is not { } values || values.Count != body.Pattern(register.Domains).Tags.Count) faults.Add($"{name}: registered otherwise");
            else if (body.Id.Length != 19 || !body.Id.All(char.IsAsciiDigit)) faults.Add($"{name}: number {body.Id}");
            if (ShortMessage.Segments(longest) > 2) faults.Add($"{name}: {longest.Length} characters");
            if (longest.IndexOfAny(['{', '}', '[', ']']) >= 0) faults.Add($"{name}: something is not filled in: {longest}");
            if (System.Text.RegularExpressions.Regex.Matches(words, @"\{(\w+)\}").Select(blank => blank.Groups[1].Value).Except(Blanks).FirstOrDefault() is { } other) faults.Add($"{name}: says {other}");
            if (!InScript(longest, language)) faults.Add($"{name}: not in its script");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(count >= 250, $"{count} texts");
    }

    static bool InScript(string text, LanguageCode language)
    {
        bool Devanagari(char letter) => letter is >= '\u0900' and <= '\u097F' and not ('।' or '॥');
        bool Gurmukhi(char letter) => letter is >= '\u0A00' and <= '\u0A7F';
        return language.Code switch { "en" => text.All(char.IsAscii), "pa" => text.Any(Gurmukhi) && !text.Any(Devanagari), _ => text.Any(Devanagari) && !text.Any(Gurmukhi) };
    }

    [Fact]
    public void would_be_caught_in_another_script_or_too_long()
    {
        Assert.False(InScript("अर्ज ਅਰਜ਼ੀ", LanguageCode.Marathi));
        Assert.False(InScript("Rs ₹5", LanguageCode.English));
        Assert.True(InScript("ਅਰਜ਼ੀ ਮਿਲੀ। ok", LanguageCode.Punjabi));
        Assert.Equal(3, ShortMessage.Segments(LongestText.Filled("{service} {link} {service} {service}", LanguageCode.Hindi, ["a.example"])));
    }

    [Fact]
    public void that_the_code_can_send_is_among_them()
    {
        // Whatever is not a message stands on a page or is spoken, and is listed here by name.
        string[] others = ["phone", "phone_what", "phone_empty", "phone_again", "own_messages", "code_spoken", "email_code"], pages = ["channel.", "mail.", "outcome.", "reason.", "wishes.", "outbox", "digit_", "broadcasts."];
        Assert.Equal([], Texts.Every.Select(entry => entry.Key).Where(key => key.StartsWith("notifying.", StringComparison.Ordinal)).Select(key => key["notifying.".Length..])
            .Where(key => !Array.Exists(pages, page => key.StartsWith(page, StringComparison.Ordinal))).Except(LongestText.Keys).Except(others));
    }

    [Fact]
    public void has_no_number_twice_in_all_states()
    {
        var numbers = States.SelectMany(state => Register(state).Texts).SelectMany(text => text.Bodies.Values).Select(body => body.Id).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void of_the_demo_is_called_an_example() => Assert.All(States, state => Assert.Equal("example", Register(state).Source));
}
