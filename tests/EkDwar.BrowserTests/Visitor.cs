using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using EkDwar.Foundation.Languages;

namespace EkDwar.BrowserTests;

/// <summary>
/// Somebody with a browser of her own, reading in one language. Acts as a person does, by names of fields and words of
/// buttons, and notes what a person never should meet: errors in the console, refused content, requests elsewhere.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>Milliseconds. A machine on which other suites run is slow, and no test waits that long but one that fails.</summary>
    const int Patience = 60_000;

    readonly IBrowserContext profile;
    readonly ConcurrentQueue<string> complaints = [];

    Visitor(TestHouse house, IBrowserContext profile, IPage page, LanguageCode language) =>
        (House, this.profile, Page, Language) = (house, profile, page, language);

    public TestHouse House { get; }
    public IPage Page { get; }
    public LanguageCode Language { get; set; }
    public string Root => House.Settings.Url;
    public string Path => new Uri(Page.Url).AbsolutePath;

    /// <summary>What the browser complained about since it was last asked.</summary>
    public IReadOnlyList<string> Complaints()
    {
        var all = new List<string>();
        while (complaints.TryDequeue(out var one)) all.Add(one);
        return all;
    }

    public static async Task<Visitor> Enter(Chromium chromium, TestHouse house, string language, bool hasScript = false, int width = 1280, string? session = null, float scale = 1)
    {
        var profile = await chromium.Profile(new()
        {
            BaseURL = house.Settings.Url, JavaScriptEnabled = hasScript, ViewportSize = new() { Width = width, Height = 800 }, StorageState = session,
            DeviceScaleFactor = scale,
        });
        profile.SetDefaultTimeout(Patience);
        var visitor = new Visitor(house, profile, await profile.NewPageAsync(), LanguageCode.Parse(language));
        visitor.Listen();
        return visitor;
    }

    /// <summary>Cuts her off from every network, or lets her back.</summary>
    public Task IsCutOff(bool isCutOff) => profile.SetOfflineAsync(isCutOff);

    /// <summary>The cookies she holds, for another profile of the same person.</summary>
    public Task<string> Session() => profile.StorageStateAsync();

    public string T(string key, params ReadOnlySpan<(string Name, string Value)> values) => Texts.Get(Language, key, values);

    /// <summary>Opens an address of the state in her language.</summary>
    public Task Open(string path) => Go($"/mh/{Language}{(path.Length == 0 ? "" : "/" + path)}");

    public async Task Go(string address)
    {
        var response = await Page.GotoAsync(address);
        Assert.NotNull(response);
    }

    /// <summary>Waits until she was led to an address (a pattern) and the page of it has come.</summary>
    public async Task IsLedTo([StringSyntax(StringSyntaxAttribute.Regex)] string address)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(address), new() { Timeout = Patience });
        await HasCome(Page);
    }

    /// <summary>
    /// Waits until a page and all it names are there. It is asked again and again: Playwright's own waits for a state of a
    /// page look first and listen then, and what happens between the two they never hear of.
    /// </summary>
    public static async Task HasCome(IPage page)
    {
        for (var waited = Stopwatch.StartNew(); await page.EvaluateAsync<string>("() => document.readyState") != "complete";)
        {
            Assert.True(waited.ElapsedMilliseconds < Patience, $"{page.Url} did not come whole");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public ILocator Field(string name) => Page.Locator($"[name='{name}']:not([type=hidden])");

    public Task Type(string name, string words) => Field(name).FillAsync(words);

    public Task Choose(string name, string value) => Page.Locator($"[name='{name}'][value='{value}']").CheckAsync();

    public Task Select(string name, string value) => Field(name).SelectOptionAsync(value);

    public Task Upload(string name, string fileName, byte[] content, string type = "image/jpeg") =>
        Field(name).SetInputFilesAsync(new FilePayload { Name = fileName, MimeType = type, Buffer = content });

    /// <summary>Presses the button with these words, as they stand in the texts of the house.</summary>
    public Task Press(string key, params ReadOnlySpan<(string Name, string Value)> values) => Button(T(key, values)).ClickAsync();

    public ILocator Button(string words) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    public Task Follow(string key) => Page.GetByRole(AriaRole.Link, new() { Name = T(key), Exact = true }).First.ClickAsync();

    /// <summary>The words of the page's content, white space made single.</summary>
    public async Task<string> Words() => OneLine(await Page.Locator("main").InnerTextAsync());

    public async Task Sees(string words) => Assert.Contains(OneLine(words), await Words(), StringComparison.Ordinal);

    public async Task SeesNot(string words) => Assert.DoesNotContain(OneLine(words), await Words(), StringComparison.Ordinal);

    public async Task<string> Heading() => OneLine(await Page.Locator("h1").InnerTextAsync());

    /// <summary>A file behind a link, fetched with her cookies.</summary>
    public async Task<byte[]> Download(string address)
    {
        var response = await Page.APIRequest.GetAsync(address);
        Assert.Equal(200, response.Status);
        return await response.BodyAsync();
    }

    /// <summary>Looks at Development's phone, in a tab beside, until a message to this mobile answers.</summary>
    public async Task<string> OnPhone(string mobile, Func<string, bool> isIt)
    {
        var tab = await profile.NewPageAsync();
        for (var tries = 0; tries < 60; tries++)
        {
            await tab.GotoAsync("/dev/phone");
            foreach (var message in await tab.Locator("main section").AllInnerTextsAsync())
                if (message.Contains(mobile, StringComparison.Ordinal) && isIt(message))
                {
                    await tab.CloseAsync();
                    return message;
                }
            await Task.Delay(150, TestContext.Current.CancellationToken);
        }
        throw new InvalidOperationException($"nothing of the kind came to {mobile}: {await tab.Locator("main").InnerTextAsync()}");
    }

    void Listen()
    {
        Page.PageError += (_, error) => complaints.Enqueue($"{Page.Url}: {error}");
        Page.Console += (_, said) =>
        {
            // An answer that says no (404, 422) is the page's business; Chromium notes each as an error of its own.
            if (said.Type == "error" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complaints.Enqueue($"{Page.Url}: {said.Text}");
        };
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Root, StringComparison.Ordinal)) complaints.Enqueue($"{Page.Url} asks {request.Url}");
        };
        Page.RequestFailed += (_, request) =>
        {
            if (!request.IsNavigationRequest) complaints.Enqueue($"{Page.Url} did not get {request.Url}: {request.Failure}");
        };
    }

    static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public ValueTask DisposeAsync() => profile.DisposeAsync();
}
