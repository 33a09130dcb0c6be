namespace EkDwar.BrowserTests;

/// <summary>
/// What a page may cost somebody who opens it for the first time on a slow line: bytes as they crossed it, compressed,
/// and requests. A page that grows past its limit fails here.
/// </summary>
public sealed class The_weight_of_a_page(StockedHouse stock)
{
    /// <summary>Kilobytes of 1,024 bytes, but for the last.</summary>
    sealed record Budget(int Html, int Css, int Script, int Fonts, int Total, int Requests);

    static Budget Of(Weight weight) => weight switch
    {
        Weight.Question => new(10, 16, 12, 0, 45, 5),
        Weight.Home => new(14, 16, 12, 0, 60, 8),
        Weight.Desk => new(40, 20, 40, 90, 200, 12),
        _ => throw new ArgumentOutOfRangeException(nameof(weight)),
    };

    [Theory, InlineData("mr"), InlineData("pa")]
    public async Task stays_within_its_budget(string language)
    {
        var faults = new List<string>();
        foreach (var readers in PageKind.All(stock).Where(kind => kind.Weight != Weight.Development).GroupBy(kind => kind.Reader))
        {
            var session = readers.Key switch { Reader.Citizen => stock.Citizen, Reader.Clerk => stock.Clerk, Reader.Tahsildar => stock.Tahsildar, Reader.GramPanchayat => stock.GramPanchayat, Reader.SocialWelfare => stock.SocialWelfare, Reader.Inspector => stock.Inspector, _ => null };
            await using var visitor = await Visitor.Enter(stock.Chromium, stock.House, language, width: 360, session: session);
            foreach (var kind in readers)
            {
                await visitor.HasNothingKept();
                faults.AddRange(Over(kind, await Load(visitor, kind)));
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    sealed record Loaded(string Type, long Bytes);

    static async Task<List<Loaded>> Load(Visitor visitor, PageKind kind)
    {
        var finished = new List<IRequest>();
        void Note(object? page, IRequest request)
        {
            lock (finished) finished.Add(request);
        }
        visitor.Page.RequestFinished += Note;
        await kind.Reach(visitor);
        // Only after a button was pressed may the page that is loaded still be the one before.
        await visitor.Page.WaitForLoadStateAsync(kind.Then is null ? LoadState.Load : LoadState.NetworkIdle);
        visitor.Page.RequestFinished -= Note;
        List<IRequest> all;
        lock (finished) all = [.. finished];
        var loaded = new List<Loaded>();
        // Where a form leads to the page, only the last document counts; and what both documents need crosses the line once.
        var document = all.Last(request => request.ResourceType == "document" && request.RedirectedTo is null);
        loaded.Add(new("document", (await document.SizesAsync()).ResponseBodySize));
        foreach (var same in all.Where(request => request.ResourceType != "document").GroupBy(request => request.Url))
        {
            var sizes = await Task.WhenAll(same.Select(request => request.SizesAsync()));
            loaded.Add(new(same.First().ResourceType, sizes.Max(size => size.ResponseBodySize)));
        }
        // The icon is fetched by every real browser, and never by one without a window.
        var icon = await visitor.Page.APIRequest.GetAsync(await visitor.Page.EvaluateAsync<string>("() => document.querySelector('link[rel=icon]').href"));
        loaded.Add(new("image", (await icon.BodyAsync()).Length));
        return loaded;
    }

    static IEnumerable<string> Over(PageKind kind, List<Loaded> loaded)
    {
        var budget = Of(kind.Weight);
        (string What, long Bytes, int Limit)[] sums =
        [
            ("HTML", Sum("document"), budget.Html), ("CSS", Sum("stylesheet"), budget.Css), ("scripts", Sum("script"), budget.Script),
            ("fonts", Sum("font"), budget.Fonts), ("everything", loaded.Sum(one => one.Bytes), budget.Total),
        ];
        if (Sum("document") == 0 || Sum("stylesheet") == 0) yield return $"{kind.Name}: nothing was measured";
        foreach (var (what, bytes, limit) in sums)
            if (bytes > limit * 1024L) yield return $"{kind.Name}: {what} {bytes:N0} bytes, at most {limit} KB";
        if (loaded.Count > budget.Requests) yield return $"{kind.Name}: {loaded.Count} requests, at most {budget.Requests}";

        long Sum(string type) => loaded.Where(one => one.Type == type).Sum(one => one.Bytes);
    }
}
