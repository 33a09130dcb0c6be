using System.Net;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Tests.Applying;

/// <summary>"Can I get this?" is answered before signing in, with the reason, and stops nobody.</summary>
public sealed class Asking_whether_one_can_get_it
{
    const string Address = "/mh/mr/services/senior-citizen-certificate";

    [Fact]
    public async Task says_yes_to_whom_every_condition_holds_for()
    {
        await using var house = await TestHouse.Open();
        var service = await house.Browser().Open(Address);
        var question = await service.Follow("तुम्हाला ते मिळेल का, ते आधी पाहा");
        Assert.Contains("जन्मतारीख", question.Text);
        var sixtyToday = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddHours(5.5)).AddYears(-60);
        var answer = await Born(question, $"{sixtyToday.Day}", $"{sixtyToday.Month}", $"{sixtyToday.Year}");
        Assert.Equal("तुमच्या उत्तरांवरून तुम्हाला हे मिळू शकते", answer.Heading);
        Assert.EndsWith("/apply/senior-citizen-certificate", answer["main a.govuk-button"].GetAttribute("href"));
    }

    [Fact]
    public async Task says_no_with_the_reason_and_that_one_may_still_apply()
    {
        await using var house = await TestHouse.Open();
        var answer = await Born(await house.Browser().Open(Address + "/eligible"), "27", "3", "१९८५");
        Assert.Equal("तुमच्या उत्तरांवरून तुम्हाला हे आता मिळू शकत नाही", answer.Heading);
        Assert.Contains("साठ वर्षे अजून पूर्ण झालेली नाहीत", answer.TextOf(".govuk-inset-text"));
        Assert.Contains("तरीही तुम्ही अर्ज करू शकता", answer.Text);
        Assert.True(answer.Has("main a[href$='/apply/senior-citizen-certificate']"));
    }

    [Fact]
    public async Task says_that_it_cannot_be_told_from_a_year_in_which_the_day_decides()
    {
        await using var house = await TestHouse.Open();
        var year = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddHours(5.5)).Year - 60;
        var answer = await Born(await house.Browser().Open("/mh/en/services/senior-citizen-certificate/eligible"), "", "", $"{year}");
        Assert.StartsWith("You may get this", answer.Heading);
        Assert.Contains("Date of birth", answer.TextOf("main ul"));
    }

    [Fact]
    public async Task on_the_day_before_the_birthday_says_no()
    {
        await using var house = await TestHouse.Open();
        var tomorrow = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddHours(5.5)).AddDays(1).AddYears(-60);
        var answer = await Born(await house.Browser().Open(Address + "/eligible"), $"{tomorrow.Day}", $"{tomorrow.Month}", $"{tomorrow.Year}");
        Assert.Equal("तुमच्या उत्तरांवरून तुम्हाला हे आता मिळू शकत नाही", answer.Heading);
    }

    [Fact]
    public async Task keeps_what_was_typed_when_it_cannot_be_read()
    {
        await using var house = await TestHouse.Open();
        var again = await Born(await house.Browser().Open(Address + "/eligible"), "31", "2", "1950");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.NotEmpty(again.Problems);
        Assert.Equal("31", again.Form().Value("answer-day"));
    }

    [Theory, InlineData("{"), InlineData("[]"), InlineData("{\"born_on\":{\"a\":1}}"), InlineData("{\"born_on\":null,\"name\":\"x\"}"), InlineData("null"), InlineData("{\"born_on\":\"1900-99-99\"}")]
    public async Task with_a_form_nobody_sent_from_here_begins_again(string known)
    {
        await using var house = await TestHouse.Open();
        var question = await house.Browser().Open(Address + "/eligible");
        var answer = await question.Form().With("known", known).With("answer-day", "1").With("answer-month", "8").With("answer-year", "1950").Press();
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotEmpty(answer.Passed);
        Assert.True(answer.Has("input[name=answer-day]"));
    }

    [Fact]
    public async Task is_no_page_of_a_service_without_conditions()
    {
        await using var house = await TestHouse.Open();
        var browser = house.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Open("/mh/mr/services/cultural-programme-licence/eligible")).Status);
        Assert.False((await browser.Open("/mh/mr/services/cultural-programme-licence")).Has("main a[href$='/eligible']"));
    }

    [Fact]
    public void asks_also_what_leads_to_the_questions_its_conditions_read()
    {
        var service = new ServiceDefinition
        {
            Questions =
            [
                new() { Id = "name", Type = "text" }, new() { Id = "has_land", Type = "yes_no" },
                new() { Id = "kind", Type = "text", When = "has_land" }, new() { Id = "area", Type = "number", When = "kind = \"own\"" },
            ],
            Eligibility = [new() { Id = "small", When = "area <= 2" }],
        };
        Assert.Equal(["has_land", "kind", "area"], Interview.Deciding(service).Select(question => question.Id));
        var today = new DateOnly(2026, 8, 1);
        Assert.Empty(service.NotMet(Answers.Parse("{}"), today));
        Assert.Empty(service.NotMet(Answers.Parse("""{"has_land": "yes", "kind": "own", "area": 2}"""), today));
        Assert.Equal("small", Assert.Single(service.NotMet(Answers.Parse("""{"has_land": "yes", "kind": "own", "area": 2.5}"""), today)).Id);
    }

    static Task<Page> Born(Page page, string day, string month, string year) =>
        page.Form().With("answer-day", day).With("answer-month", month).With("answer-year", year).Press();
}
