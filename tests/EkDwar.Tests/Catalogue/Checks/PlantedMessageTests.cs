using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>A service's own messages: each fault alone, where the ¦ stands; and what is sent of one that is right.</summary>
public sealed class A_message_of_a_service
{
    const string File = "cultural-programme-licence.yaml", Granted = "  - event: granted\n";
    const string English = "      en: \"{service}: the licence {reference} is ready. Keep a copy of it at the place of the programme. -EKDWAR\"\n";

    [Theory]
    [InlineData(Granted, "  - event: ¦grantd\n", "'grantd' is no event that is told", "write 'granted'")]
    [InlineData(Granted, "  - event: ¦received\n", "'received' has its message in line", "keep one", 1)]
    [InlineData(English, "      en: \"{service}: {¦due} is the date of {reference}.\"\n", "'due' is not known when 'granted' happens", "write")]
    [InlineData(English, "      en: \"{service}: the licence {¦refrence} is ready.\"\n", "'refrence' is not known", "write 'reference'")]
    [InlineData(English, "      en: ¦\"{service}: your licence is ready.\"\n", "does not say which application", "{reference}")]
    [InlineData(English, "      en: \"{reference} {¦service is ready.\"\n", "this brace has no other", "write")]
    [InlineData(English, "", "'says' has no 'en'", "write en:")]
    public void with_a_fault_is_told_where_it_stands(string right, string wrong, string problem, string mend, int faults = 1)
    {
        var planted = Planted.In(File, right, wrong);
        var found = Planted.Faults(planted.Text, File);
        Assert.Equal(faults, found.Count);
        Assert.Contains(problem, found[0].Problem);
        Assert.Contains(mend, found[0].Mend);
        if (planted.Line > 0) Assert.Equal((planted.Line, planted.Column), (found[0].At.Line, found[0].At.Column));
    }

    [Fact]
    public void too_long_for_two_text_messages_is_told_with_its_length()
    {
        var planted = Planted.In(File, "कार्यक्रमाच्या जागी त्याची प्रत ठेवा.", string.Concat(Enumerable.Repeat("कार्यक्रमाच्या जागी त्याची प्रत ठेवा. ", 4)));
        var fault = Assert.Single(Planted.Faults(planted.Text, File));
        Assert.Contains("this message takes 4 text messages with its longest date", fault.Problem);
    }

    [Theory]
    [InlineData('a', 160, 1)]
    [InlineData('a', 161, 2)]
    [InlineData('a', 306, 2)]
    [InlineData('a', 307, 3)]
    [InlineData('[', 80, 1)]
    [InlineData('[', 81, 2)]
    [InlineData('क', 70, 1)]
    [InlineData('क', 134, 2)]
    [InlineData('क', 135, 3)]
    public void is_counted_as_operators_count(char letter, int times, int segments) => Assert.Equal(segments, ShortMessage.Segments(new(letter, times)));

    [Fact]
    public void is_filled_in_and_only_in_a_language_it_has()
    {
        var message = new EventMessage { Event = "received", Says = new("{service}: {reference} by {due}.") };
        Assert.True(message.Words("ApplicationSubmitted"));
        Assert.False(message.Words("ApplicationSubmitted_papers_missing"));
        Assert.Equal("Licence: MH1 by 5 May 2026.", message.In(LanguageCode.English, "Licence", "MH1", "5 May 2026"));
        Assert.Null(message.In(LanguageCode.Marathi, "परवाना", "MH1", "5 मे 2026"));
    }
}
