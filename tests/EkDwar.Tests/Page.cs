using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace EkDwar.Tests;

/// <summary>What the browser shows: the answer a request ended in, and its document.</summary>
/// <param name="Passed">The addresses that redirected here, first to last.</param>
/// <param name="Bytes">The body as it came; a PDF, say.</param>
public sealed record Page(Browser Browser, HttpResponseMessage Response, Uri Address, IReadOnlyList<Uri> Passed, byte[] Bytes, IHtmlDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;
    public string Path => Address.AbsolutePath;
    public string Title => Document.Title ?? "";
    public string Heading => TextOf("h1");

    /// <summary>All the words of the page, white space made single.</summary>
    public string Text => Words(Document.Body!);

    /// <summary>The words of the error summary, one a line; empty when there is none.</summary>
    public IReadOnlyList<string> Problems => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(Words)];

    public IElement this[string selector] => Document.QuerySelector(selector)
        ?? throw new InvalidOperationException($"{Address} ({(int)Status}) has no {selector}: {Text[..Math.Min(Text.Length, 600)]}");

    public bool Has(string selector) => Document.QuerySelector(selector) is not null;

    public string TextOf(string selector) => Words(this[selector]);

    /// <summary>The form that posts, or the one a selector names.</summary>
    public Form Form(string selector = "main form[method=post]") => new(this, (IHtmlFormElement)this[selector]);

    /// <summary>Follows the link with these words, or the one a selector names.</summary>
    public Task<Page> Follow(string link)
    {
        var found = Document.QuerySelectorAll("a[href]").FirstOrDefault(a => Words(a) == link) ?? this[link];
        return Browser.Open(new Uri(Address, found.GetAttribute("href")).PathAndQuery);
    }

    public static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
