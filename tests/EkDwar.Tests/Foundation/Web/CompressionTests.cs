using System.IO.Compression;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Foundation.Web;

/// <summary>Files that look the same for everybody: sent small, named by their content and kept for good.</summary>
public sealed class A_static_file(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const int LargestStylesheet = 16 * 1024;

    readonly TestHouse house = shared.House;

    [Theory, InlineData("gzip"), InlineData("br")]
    public async Task crosses_the_line_compressed_and_is_the_file_that_was_built(string coding)
    {
        using var answer = await Asking.For(house, await Stylesheet(), coding);
        Assert.Equal(coding, Assert.Single(answer.Content.Headers.ContentEncoding));
        var sent = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(sent.Length, 1, LargestStylesheet);
        Assert.Equal(sent.Length, answer.Content.Headers.ContentLength);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/EkDwar/wwwroot/ek.css"), TestContext.Current.CancellationToken), Opened(sent, coding));
    }

    [Theory, InlineData("link[rel=stylesheet]"), InlineData("link[rel=icon]")]
    public async Task is_named_by_its_content_and_kept_for_a_year(string link)
    {
        var page = await house.Browser().Open("/mh/mr");
        using var answer = await Asking.For(house, page[link].GetAttribute("href")!, "br");
        Assert.True(answer.IsSuccessStatusCode);
        Assert.True(answer.Headers.CacheControl is { Public: false, NoCache: false, MaxAge.Days: 365 }, answer.Headers.CacheControl?.ToString());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    async Task<string> Stylesheet() => (await house.Browser().Open("/mh/mr"))["link[rel=stylesheet]"].GetAttribute("href")!;

    static string Opened(byte[] sent, string coding)
    {
        using var packed = new MemoryStream(sent);
        using Stream open = coding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(open);
        return reader.ReadToEnd();
    }
}

/// <summary>Pages are compressed as they are made; why that gives no secret away is told in decision 0006.</summary>
public sealed class A_compressed_page
{
    [Theory, InlineData("gzip"), InlineData("br")]
    public async Task is_half_of_its_size_at_most(string coding)
    {
        await using var house = await TestHouse.Open();
        using var plain = await Asking.For(house, "/mh/mr/services/income-certificate", "identity");
        using var packed = await Asking.For(house, "/mh/mr/services/income-certificate", coding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(coding, Assert.Single(packed.Content.Headers.ContentEncoding));
        var (whole, sent) = ((await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, (await packed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
        Assert.True(sent * 2 < whole, $"{sent} of {whole} bytes");
    }

    [Theory, InlineData("same-origin", true, true), InlineData("none", true, true), InlineData(null, true, true), InlineData("cross-site", true, false), InlineData("same-site", true, false), InlineData("cross-site", false, true)]
    public async Task is_sent_whole_to_who_has_cookies_and_was_led_here_by_another_site(string? site, bool hasCookies, bool isCompressed)
    {
        await using var house = await TestHouse.Open();
        using var answer = await Asking.For(house, "/mh/mr", "br", request =>
        {
            if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
            if (hasCookies) request.Headers.Add("Cookie", "lang=mr");
        });
        Assert.Equal(isCompressed, answer.Content.Headers.ContentEncoding.Count == 1);
    }

    [Fact]
    public async Task never_carries_the_same_form_token_twice()
    {
        await using var house = await TestHouse.Open();
        var browser = house.Browser();
        var tokens = new HashSet<string>();
        for (var n = 0; n < 5; n++) tokens.Add((await browser.Open("/mh/mr/verify")).Form().Value("__RequestVerificationToken"));
        Assert.Equal(5, tokens.Count);
    }
}

static class Asking
{
    public static async Task<HttpResponseMessage> For(TestHouse house, string address, string coding, Action<HttpRequestMessage>? change = null)
    {
        using var client = house.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
        change?.Invoke(request);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
