using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using EkDwar.Design;
using EkDwar.Foundation.Languages;
using Microsoft.AspNetCore.Html;

namespace EkDwar.Tests.Design;

public class A_field_with_a_problem
{
    [Fact]
    public async Task keeps_what_was_typed_and_says_what_is_wrong()
    {
        var field = await Html.Of(Rendering.Of(html => new TextInput(html) { Name = "full-name", Label = "Name" }, problems: state =>
        {
            state.SetModelValue("full-name", "र्‍हाळकर", "र्‍हाळकर");
            state.AddModelError("full-name", "Too short");
        }));
        var input = field.QuerySelector("input")!;
        Assert.Equal("र्‍हाळकर", input.GetAttribute("value"));
        Assert.Equal("full-name-error", input.GetAttribute("aria-describedby"));
        Assert.Contains("Too short", field.QuerySelector("#full-name-error")!.TextContent);
    }

    [Fact]
    public async Task marks_only_the_box_of_a_date_that_is_wrong()
    {
        var field = await Html.Of(Rendering.Of(html => new DateInput(html) { Name = "born", Legend = "Born" }, problems: state =>
        {
            state.SetModelValue("born-day", "31", "31");
            state.AddModelError("born-day", "Only 28 days");
        }));
        Assert.Equal(["born-day"], field.QuerySelectorAll(".govuk-input--error").Select(box => box.Id));
        Assert.Equal("31", field.QuerySelector("#born-day")!.GetAttribute("value"));
        Assert.Contains("Only 28 days", field.QuerySelector("#born-error")!.TextContent);
    }

    [Fact]
    public async Task keeps_the_choices_that_were_made()
    {
        var field = await Html.Of(Rendering.Of(
            html => new Checkboxes(html) { Name = "papers", Legend = "Papers", Items = [new("a", "A"), new("b", "B"), new("c", "C")], Values = ["c"] },
            problems: state => state.SetModelValue("papers", new[] { "a", "b" }, "a,b")));
        Assert.Equal(["a", "b"], field.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task says_nothing_when_there_is_none() =>
        Assert.Empty((await Html.Of(Rendering.Of(html => new ErrorSummary(html)))).Children);
}

public class A_time_limit_meter
{
    [Theory, InlineData(0, 15, "ek-w-0"), InlineData(11, 15, "ek-w-75"), InlineData(15, 15, "ek-w-100"), InlineData(40, 15, "ek-w-100"), InlineData(149, 150, "ek-w-95")]
    public async Task is_full_only_when_the_limit_is_reached(int used, int limit, string width)
    {
        var meter = await Html.Of(Rendering.Of(html => new TimeLimitMeter(html) { Used = used, Limit = limit }));
        Assert.Contains(width, meter.QuerySelector(".ek-meter__done")!.ClassList);
        Assert.Equal("true", meter.QuerySelector(".ek-meter")!.GetAttribute("aria-hidden"));
    }
}

public class A_phrase
{
    [Fact]
    public async Task is_encoded() =>
        Assert.Contains("&lt;b&gt;", await Rendering.Of(html => new Hint(html) { Text = "<b>" }));

    [Fact]
    public async Task says_its_language_when_it_is_not_the_pages()
    {
        var text = new LocalText { ["en"] = "Tehsildar" };
        var hint = await Html.Of(Rendering.Of(html => new Hint(html) { Text = Phrase.Of(text, LanguageCode.Marathi) }));
        Assert.Equal("en", hint.QuerySelector("span")!.GetAttribute("lang"));
        Assert.Null((await Html.Of(Rendering.Of(html => new Hint(html) { Text = Phrase.Of(text, LanguageCode.English) }))).QuerySelector("span"));
    }
}

public class A_step_of_a_case
{
    [Theory, InlineData(DoorState.Done, "झाले"), InlineData(DoorState.OnDesk, "सध्या"), InlineData(DoorState.NotStarted, "अजून बाकी")]
    public async Task says_in_words_where_it_stands(DoorState state, string words)
    {
        var steps = await Html.Of(Rendering.Of(html => new StepTimeline(html) { Items = [new("दाखला", state)] }, language: LanguageCode.Marathi));
        Assert.Contains(words, steps.QuerySelector("li .govuk-visually-hidden")!.TextContent);
        Assert.Null(steps.QuerySelector("time"));
    }
}

public class A_slip
{
    [Fact]
    public async Task says_number_and_date_in_english_too()
    {
        var slip = await Html.Of(Rendering.Of(html => new Slip(html) { Reference = "MH-7KQ4-2M9T-XB3W-C", DueOn = "27 जानेवारी 2026" }, content: new HtmlString("foot"), language: LanguageCode.Marathi));
        Assert.Equal(2, slip.QuerySelectorAll("[lang=en]").Length);
        Assert.Contains("Decision due by", slip.TextContent);
        Assert.Equal("foot", slip.QuerySelector(".ek-slip__foot")!.TextContent);
    }
}

public class The_pages_of_a_list
{
    [Fact]
    public void are_first_last_and_neighbours_with_gaps() =>
        Assert.Equal(["1", null, "4", "5", "6", null, "20"], Pagination.Of(5, 20, page => $"?page={page}").Select(link => link.Number));

    [Fact]
    public void are_none_when_all_fits_one() => Assert.Empty(Pagination.Of(1, 1, page => ""));
}

static class Html
{
    public static async Task<IElement> Of(Task<string> markup) => new HtmlParser().ParseDocument("<body>" + await markup).Body!;
}
