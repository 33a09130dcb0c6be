using System.Collections.Concurrent;

namespace EkDwar.BrowserTests;

/// <summary>The Chromium of this machine, started once for all tests; nothing is ever downloaded. Each visitor has a profile of her own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    readonly ConcurrentDictionary<string, Task<byte[]>> photos = [];
    readonly IPlaywright playwright;
    readonly IBrowser browser;

    Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Chromium> Start()
    {
        var playwright = await Playwright.CreateAsync();
        // Chromium refuses its sandbox to the superuser, which is who builds run as in containers.
        string[] arguments = Environment.IsPrivilegedProcess ? [.. Quiet, "--no-sandbox"] : Quiet;
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = arguments }));
    }

    /// <summary>A fresh profile: no cookies, nothing cached.</summary>
    public Task<IBrowserContext> Profile(BrowserNewContextOptions options) => browser.NewContextAsync(options);

    /// <summary>A photographed paper, as a telephone would send it: a real JPEG, drawn here.</summary>
    public Task<byte[]> Photo(string heading) => photos.GetOrAdd(heading, Draw);

    async Task<byte[]> Draw(string heading)
    {
        await using var profile = await Profile(new() { ViewportSize = new() { Width = 620, Height = 840 } });
        var page = await profile.NewPageAsync();
        var lines = string.Concat(Enumerable.Range(1, 9).Select(n => $"<p>{n}. ........................ ₹ {n * 3},500</p>"));
        await page.SetContentAsync($"<body style='background:#f4efe2;font:22px sans-serif;padding:50px'><h1>{heading}</h1>{lines}<p>केसनंद, ता. हवेली</p></body>");
        return await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 60 });
    }

    static string Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Prepend("/usr/bin");
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing: install the package chromium.");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
