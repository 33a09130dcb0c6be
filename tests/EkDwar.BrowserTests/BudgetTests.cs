namespace EkDwar.BrowserTests;

/// <summary>That the scales on which <see cref="Every_page"/> puts each page weigh what crosses the line, and tell what is too heavy.</summary>
public sealed class The_weight_of_a_page(StockedHouse stock)
{
    const long PiecesAtMost = 64;

    [Theory, InlineData("home"), InlineData("question income"), InlineData("inbox")]
    public async Task is_what_crosses_the_line_to_whoever_comes_for_the_first_time(string name)
    {
        var kind = PageKind.All(stock).Single(kind => kind.Name == name);
        await using var visitor = await Visitor.Enter(stock.Chromium, stock.House, "mr", width: 360, session: stock.Session(kind.Reader));
        var crossed = new List<IRequest>();
        visitor.Page.RequestFinished += (_, request) =>
        {
            lock (crossed) crossed.Add(request);
        };
        await kind.Reach(visitor);
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var weighed = await PageWeight.Of(visitor.Page);
        var sizes = await Task.WhenAll(crossed.Select(request => request.SizesAsync()));
        // What crossed is cut into pieces, each with its length; the icon this browser does not fetch.
        Assert.All(sizes.Select(size => (long)size.ResponseBodySize).Order().Zip(weighed.SkipLast(1).Select(one => one.Bytes).Order()), file => Assert.InRange(file.First - file.Second, 0, PiecesAtMost));
        Assert.Equal((sizes.Length, "document", "stylesheet"), (weighed.Count - 1, weighed[0].Kind, weighed[1].Kind));
        // When she comes again her browser holds the stylesheet: it weighs what it weighed.
        await visitor.Go("/");
        await kind.Reach(visitor);
        Assert.Equal(weighed[1], (await PageWeight.Of(visitor.Page))[1]);
    }

    [Fact]
    public void beyond_a_limit_is_told_for_each()
    {
        Loaded[] light = [new("document", 9_000), new("stylesheet", 15_000), new("script", 2_000), new("image", 600)];
        Assert.Empty(PageWeight.Over(Weight.Question, light));
        Assert.Equal(["HTML 10,241 bytes, at most 10 KB"], PageWeight.Over(Weight.Question, [.. light.Skip(1), new("document", 10_241)]));
        Assert.Equal(["fonts 20,000 bytes, at most 0 KB", "everything 46,600 bytes, at most 45 KB"], PageWeight.Over(Weight.Question, [.. light, new("font", 20_000)]));
        Assert.Equal(["6 requests, at most 5"], PageWeight.Over(Weight.Question, [.. light, new("image", 1), new("image", 1)]));
        Assert.Equal(["nothing was measured"], PageWeight.Over(Weight.Home, [new("document", 9_000)]));
    }
}
