using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace EkDwar.Tests;

/// <summary>A browser without JavaScript: keeps cookies, follows redirects, reads pages, fills and sends their forms.</summary>
public sealed class Browser(HttpClient client, CookieContainer? jar = null)
{
    const int RedirectsAtMost = 10;

    public HttpClient Client => client;

    /// <summary>All it has been given and still keeps.</summary>
    public CookieCollection Cookies => jar?.GetAllCookies() ?? [];

    public Task<Page> Open(string path) => Send(new(HttpMethod.Get, path));

    /// <summary>Sends a request and follows where it leads.</summary>
    public async Task<Page> Send(HttpRequestMessage request)
    {
        var passed = new List<Uri>();
        while (true)
        {
            var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var address = new Uri(client.BaseAddress!, request.RequestUri!);
            if (Next(response) is not { } next) return await Read(response, address, passed);
            Assert.True(passed.Count < RedirectsAtMost, $"redirected for ever: {string.Join(" → ", passed)}");
            passed.Add(address);
            request = new(HttpMethod.Get, new Uri(address, next));
        }
    }

    static Uri? Next(HttpResponseMessage response)
    {
        // 307 and 308 would repeat the form; no page of the house may answer so.
        Assert.False(response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect, "a form must be answered with 303");
        return response.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Found or HttpStatusCode.MovedPermanently ? response.Headers.Location : null;
    }

    async Task<Page> Read(HttpResponseMessage response, Uri address, List<Uri> passed)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        var html = isHtml ? System.Text.Encoding.UTF8.GetString(bytes) : "";
        return new(this, response, address, passed, bytes, (IHtmlDocument)await new HtmlParser().ParseDocumentAsync(html));
    }
}
