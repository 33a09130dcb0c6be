using EkDwar.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.BrowserTests;

/// <summary>Every kind of page in every language: held against WCAG 2.2 AA, a narrow screen, wide spacing, a quiet console and its budget of bytes.</summary>
public sealed class Every_page(StockedHouse stock)
{
    [Theory, InlineData("mr"), InlineData("hi"), InlineData("pa"), InlineData("en")]
    public async Task can_be_used_by_everybody(string language)
    {
        var faults = new List<string>();
        var (titles, seen) = (new Dictionary<string, string>(), new HashSet<string>());
        // Every state of a page in the state's language and in English, every page in all four.
        var everyState = language is "mr" or "en";
        var kinds = everyState ? PageKind.All(stock) : PageKind.All(stock).DistinctBy(kind => kind.Family);
        foreach (var readers in kinds.GroupBy(kind => kind.Reader))
        {
            await using var visitor = await Enter(readers.Key, language, 320);
            foreach (var kind in readers)
            {
                faults.AddRange(await Faults(visitor, kind, titles));
                seen.Add(visitor.Path);
            }
        }
        if (everyState) faults.AddRange(PageRoutes.Unseen(PageRoutes.OfTheHouse(), seen));
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n" + string.Join('\n', faults));
    }

    [Fact]
    public void is_missed_where_nobody_looks_at_it()
    {
        string[] routes = ["/{state}/{lang}/my", "/{state}/{lang}/{topic:regex(^(help|privacy)$)}", "/desk/{lang}/inbox"];
        var told = PageRoutes.Unseen(routes, ["/mh/mr/my", "/desk/mr/inbox"]).ToList();
        Assert.Contains("no kind of page reaches /{state}/{lang}/{topic:regex(^(help|privacy)$)}", told);
        Assert.DoesNotContain(told, fault => fault.Contains("inbox", StringComparison.Ordinal) || fault.EndsWith("/my", StringComparison.Ordinal));
    }

    [Fact]
    public async Task asks_a_question_of_each_type()
    {
        var services = stock.House.Services.GetRequiredService<PublishedServices>();
        var asked = (await services.Current("mh", TestCitizen.Service))!.Questions;
        foreach (var (service, question) in stock.Questions) asked = [.. asked, (await services.Current("mh", service))!.Question(question)];
        Assert.Empty(PageRoutes.UnaskedTypes(asked.Select(question => question.Type)));
    }

    [Fact]
    public async Task found_wanting_is_reported()
    {
        // The guard is guarded: a page with planted faults.
        await using var visitor = await Enter(Reader.Anybody, "mr", 320);
        await visitor.Open("");
        await visitor.Page.EvaluateAsync("""
            () => {
              document.querySelector('main').insertAdjacentHTML('beforeend', '<h1>x</h1><p>[no.text]</p><img src="/door.svg"><p style="color:red">inline</p>');
              const wide = document.createElement('div');
              wide.style.width = '900px';
              wide.textContent = 'wide';
              document.querySelector('main').append(wide);
              const cut = document.createElement('p');
              cut.textContent = 'कापलेला मजकूर '.repeat(30);
              Object.assign(cut.style, { overflow: 'hidden', height: '1em', letterSpacing: '2px', lineHeight: '1' });
              document.querySelector('main').append(cut);
            }
            """);
        var found = string.Join('\n', await visitor.Page.EvaluateAsync<string[]>(Script.Inspect)) + string.Join('\n', await Violations(visitor.Page));
        foreach (var part in (string[])["2 h1", "[no.text]", "sideways", "cut off", "spaced", "too close", "image-alt"]) Assert.Contains(part, found, StringComparison.Ordinal);
        Assert.Contains(visitor.Complaints(), complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    async Task<List<string>> Faults(Visitor visitor, PageKind kind, Dictionary<string, string> titles)
    {
        try
        {
            await kind.Reach(visitor);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return [$"{kind.Name}: could not be reached: {e.Message.Split('\n')[0]}"];
        }
        var (page, faults) = (visitor.Page, new List<string>());
        // What was pressed last may still be leading here.
        await Visitor.HasCome(page);
        // Asked of the page itself: a locator would first bring a script of its own into every page, for more than axe's whole look.
        var said = await page.EvaluateAsync<string[]>("() => [document.documentElement.lang, document.title]");
        var (language, title) = (said[0], said[1]);
        // A page that leads elsewhere, to the sign-in page say, would be looked at under a name that is not its own.
        if (kind.Then is null && !kind.Leads(visitor).Equals(visitor.Path, StringComparison.Ordinal)) faults.Add($"is not what is seen: that is {visitor.Path}");
        if (language != visitor.Language.Code) faults.Add("is not in its language");
        // Two states of a page may share a title, two pages may not.
        if (!titles.TryAdd(title, kind.Family) && titles[title] != kind.Family) faults.Add($"has the title of {titles[title]}: {title}");
        faults.AddRange((await page.EvaluateAsync<string[]>(Script.Inspect)).Where(fault => fault != $"{kind.Headings} h1"));
        faults.AddRange(PageWeight.Over(kind.Weight, await PageWeight.Of(page)));
        await page.SetViewportSizeAsync(kind.Weight == Weight.Desk ? 1280 : 360, 800);
        faults.AddRange(await Violations(page));
        await page.EvaluateAsync(Script.Spacing, true);
        faults.AddRange((await page.EvaluateAsync<string[]>(Script.Inspect)).Where(fault => fault.StartsWith("cut off", StringComparison.Ordinal)).Select(fault => "with wide spacing " + fault));
        await page.SetViewportSizeAsync(320, 800);
        faults.AddRange(visitor.Complaints());
        return [.. faults.Distinct().Select(fault => $"{kind.Name} ({visitor.Language}): {fault}")];
    }

    // No page of ours has frames: axe looks at the document itself, and needs no second page to put frames together.
    static Task<string[]> Violations(IPage page) => page.EvaluateAsync<string[]>(Script.Violations);

    async Task<Visitor> Enter(Reader reader, string language, int width)
    {
        var visitor = await Visitor.Enter(stock.Chromium, stock.House, language, hasScript: true, width, stock.Session(reader));
        // Sent once for all pages she will open: half a megabyte to each would cost as much as looking.
        await visitor.Page.AddInitScriptAsync(Script.Axe);
        return visitor;
    }
}
