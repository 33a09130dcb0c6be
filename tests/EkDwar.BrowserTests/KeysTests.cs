namespace EkDwar.BrowserTests;

/// <summary>Letters that do what a link or a box of a desk's page does, in Chromium.</summary>
public sealed class Keys_on_the_desk(StockedHouse stock)
{
    static Task<string?> Focused(Visitor visitor) => visitor.Page.EvaluateAsync<string?>("() => document.activeElement.closest('tr')?.querySelector('th')?.innerText.split('\\n')[0]");

    static ILocator Part(Visitor visitor) => visitor.Page.Locator("[data-keys]");

    [Fact]
    public async Task go_along_the_list_tick_and_are_told_by_a_question_mark()
    {
        await using var visitor = await Visitor.Enter(stock.Chromium, stock.House, "en", hasScript: true, session: stock.Clerk);
        await visitor.Go("/desk/en/inbox");
        var rows = await visitor.Page.Locator("main tbody tr th a").AllInnerTextsAsync();
        Assert.True(rows.Count > 1, "the clerk has too little on her desk");
        await visitor.Page.Keyboard.PressAsync("j");
        Assert.Equal(rows[0], await Focused(visitor));
        await visitor.Page.Keyboard.PressAsync("j");
        Assert.Equal(rows[1], await Focused(visitor));
        await visitor.Page.Keyboard.PressAsync("x");
        Assert.Equal([rows[1]], await visitor.Page.Locator("main input[name=case]:checked").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.value)"));
        await visitor.Page.Keyboard.PressAsync("k");
        Assert.Equal(rows[0], await Focused(visitor));
        await visitor.Page.Keyboard.PressAsync("?");
        Assert.NotNull(await Part(visitor).Locator("details").GetAttributeAsync("open"));
        Assert.Contains("Next application on the list", await Part(visitor).InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task do_nothing_while_somebody_types_or_once_they_are_switched_off()
    {
        await using var visitor = await Visitor.Enter(stock.Chromium, stock.House, "en", hasScript: true, session: stock.Clerk);
        await visitor.Go($"/desk/en/cases/{stock.Fresh}");
        await visitor.Type("forward-note", "");
        await visitor.Field("forward-note").PressAsync("i");
        await visitor.Field("forward-note").PressAsync("?");
        Assert.Equal(("i?", $"/desk/en/cases/{stock.Fresh}"), (await visitor.Field("forward-note").InputValueAsync(), visitor.Path));
        await Part(visitor).Locator("summary").ClickAsync();
        await Part(visitor).Locator("label").ClickAsync();
        await visitor.Go("/desk/en/inbox");
        await visitor.Page.Keyboard.PressAsync("?");
        await visitor.Page.Keyboard.PressAsync("j");
        Assert.Null(await Part(visitor).Locator("details").GetAttributeAsync("open"));
        Assert.Null(await Focused(visitor));
        Assert.False(await Part(visitor).Locator("input").IsCheckedAsync());
    }

    [Fact]
    public async Task are_not_spoken_of_without_a_script()
    {
        await using var visitor = await Visitor.Enter(stock.Chromium, stock.House, "en", hasScript: false, session: stock.Clerk);
        await visitor.Go("/desk/en/inbox");
        Assert.False(await Part(visitor).IsVisibleAsync());
    }
}
