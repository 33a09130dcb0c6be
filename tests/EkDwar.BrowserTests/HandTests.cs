using EkDwar.Foundation.Languages;
using EkDwar.Tests.Foundation.Pdf;

namespace EkDwar.BrowserTests;

/// <summary>Pages in the hand: by keyboard alone, and on paper.</summary>
public sealed class A_page(StockedHouse stock)
{
    [Theory]
    [InlineData("home"), InlineData("question name"), InlineData("question purpose"), InlineData("question income"), InlineData("question income_proof, refused")]
    [InlineData("check answers"), InlineData("tracker, running"), InlineData("verify"), InlineData("case to scrutinise"), InlineData("refuse")]
    public async Task is_walked_by_keyboard_in_its_order_and_always_shows_where_one_is(string name)
    {
        var kind = PageKind.All(stock).Single(kind => kind.Name == name);
        await using var visitor = await Enter(kind.Reader, hasScript: true, 360);
        await kind.Reach(visitor);
        await Walk(visitor.Page);
    }

    [Theory, InlineData("question purpose"), InlineData("tracker, running"), InlineData("case to scrutinise")]
    public async Task in_the_readers_own_colours_shows_where_one_is_and_what_a_meter_says(string name)
    {
        var kind = PageKind.All(stock).Single(kind => kind.Name == name);
        await using var visitor = await Enter(kind.Reader, hasScript: true, 360);
        await visitor.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await kind.Reach(visitor);
        foreach (var meter in await visitor.Page.Locator("main .ek-meter").AllAsync())
        {
            var colours = await meter.EvaluateAsync<string[]>("e => [e.firstElementChild, e].map(part => getComputedStyle(part).backgroundColor)");
            Assert.NotEqual(colours[0], colours[1]);
        }
        foreach (var tag in await visitor.Page.Locator("main .ek-tag").AllAsync()) Assert.NotEmpty((await tag.InnerTextAsync()).Trim());
        await Walk(visitor.Page);
    }

    static async Task Walk(IPage page)
    {
        // A problem summary takes the focus itself once its script has run; the walk begins at the top of the page.
        await Visitor.HasCome(page);
        await page.EvaluateAsync("() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); document.documentElement.setAttribute('tabindex', '-1'); document.documentElement.focus(); document.documentElement.removeAttribute('tabindex'); }");
        var stops = await page.EvaluateAsync<int>(Script.Keyboard);
        Assert.True(stops > 5);
        var faults = new List<string>();
        for (var stop = 0; stop < stops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var at = await page.EvaluateAsync<string[]>(Script.Focused);
            if (at[0] != $"{stop}")
            {
                faults.Add($"stop {stop} of {stops}: the focus is on {at[1]} ({at[0]})");
                break;
            }
            if (at[2] == at[3]) faults.Add($"{at[1]} looks the same with the focus");
            if (at[4].Length > 0) faults.Add($"{at[1]} is {at[4]}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task goes_on_when_Enter_is_pressed_in_a_field()
    {
        await using var visitor = await Enter(Reader.Citizen, hasScript: false, 360);
        await visitor.Open("apply/income-certificate/born_on");
        // Another test may have left words there that are no date: the house keeps what was typed.
        await visitor.Type("answer-day", "२७");
        await visitor.Type("answer-month", "3");
        await visitor.Type("answer-year", "1985");
        await visitor.Field("answer-year").PressAsync("Enter");
        await visitor.IsLedTo("(?<!/born_on)$");
        Assert.StartsWith("/mh/mr/", visitor.Path, StringComparison.Ordinal);
    }

    [Theory, InlineData("mr"), InlineData("pa")]
    public async Task prints_black_and_without_its_navigation(string language)
    {
        await using var visitor = await Enter(Reader.Citizen, hasScript: false, 1280, language);
        await visitor.Open($"cases/{stock.Fresh}/submitted");
        var due = (await new Records(stock.House, stock.Fresh).Case()).DueOn!.Value;
        var pdf = await visitor.Page.PdfAsync(new() { Format = "A5", PrintBackground = true });
        var text = Tool.OneLine(pdf);
        Assert.Contains(stock.Fresh.ToString(), text, StringComparison.Ordinal);
        Assert.Contains(CitizenWalk.Name, text, StringComparison.Ordinal);
        Assert.Contains(LongDate.Of(due, visitor.Language).Split(' ')[^1], text, StringComparison.Ordinal);
        foreach (var key in (string[])["design.help", "design.accessibility", "design.privacy"]) Assert.DoesNotContain(visitor.T(key) + " ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("English", text, StringComparison.Ordinal);
        Assert.True(Tool.IsBlackOnly(pdf), "something prints in colour");
        Assert.True(Tool.StaysOnPaper(pdf, margin: 5), "something is off the paper");
    }

    [Theory, InlineData("service"), InlineData("check answers"), InlineData("tracker, running"), InlineData("inbox"), InlineData("verify, valid")]
    public async Task on_paper_is_black_whole_and_without_buttons(string name)
    {
        var kind = PageKind.All(stock).Single(kind => kind.Name == name);
        await using var visitor = await Enter(kind.Reader, hasScript: false, 1280);
        await kind.Reach(visitor);
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var gone in await visitor.Page.Locator("nav, .govuk-button, .ek-lang, .ek-foot").AllAsync()) Assert.False(await gone.IsVisibleAsync(), await gone.InnerTextAsync());
        var pdf = await visitor.Page.PdfAsync(new() { Format = "A4", PrintBackground = true });
        Assert.Contains(await visitor.Heading(), Tool.OneLine(pdf), StringComparison.Ordinal);
        Assert.True(Tool.IsBlackOnly(pdf), "something prints in colour");
        Assert.True(Tool.StaysOnPaper(pdf, margin: 5), "something is off the paper");
    }

    [Fact]
    public async Task with_problems_says_so_first_and_leads_to_each_field()
    {
        await using var visitor = await Enter(Reader.Citizen, hasScript: false, 360);
        await visitor.Open("apply/income-certificate/born_on");
        await visitor.Type("answer-day", "३१");
        await visitor.Type("answer-month", "फेब्रुवारी");
        await visitor.Type("answer-year", "1985");
        await visitor.Press("applying.continue");
        Assert.StartsWith(visitor.T("design.error") + ":", await visitor.Page.TitleAsync(), StringComparison.Ordinal);
        var first = visitor.Page.Locator("main > *").First;
        Assert.Contains("govuk-error-summary", await first.GetAttributeAsync("class"), StringComparison.Ordinal);
        var link = first.Locator("li a");
        var words = await link.InnerTextAsync();
        Assert.Contains(words, await visitor.Page.Locator(".govuk-error-message").InnerTextAsync(), StringComparison.Ordinal);
        await link.ClickAsync();
        var focused = visitor.Page.Locator("input:focus");
        Assert.Equal("३१", await focused.InputValueAsync());
    }

    Task<Visitor> Enter(Reader reader, bool hasScript, int width, string language = "mr") => Visitor.Enter(stock.Chromium, stock.House, language, hasScript, width, reader switch
    {
        Reader.Citizen => stock.Citizen, Reader.Clerk => stock.Clerk, Reader.Tahsildar => stock.Tahsildar, _ => null,
    });
}
