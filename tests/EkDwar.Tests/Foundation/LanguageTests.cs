using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Foundation;

public class A_language_code
{
    [Theory, InlineData("mr"), InlineData("hi"), InlineData("pa"), InlineData("en")]
    public void is_read_from_a_url(string code) => Assert.True(LanguageCode.TryParse(code, out var language) && language.Code == code);

    [Theory, InlineData("fr"), InlineData("MR"), InlineData(""), InlineData(null)]
    public void is_nothing_else(string? code) => Assert.False(LanguageCode.TryParse(code, out _));
}
