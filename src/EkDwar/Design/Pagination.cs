using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>The way through the pages of a list, or without pages to the page before and after this one.</summary>
[HtmlTargetElement("ek-pagination")]
public sealed class Pagination(IHtmlHelper html) : Component(html)
{
    public IReadOnlyList<PageLink>? Items { get; set; }
    public string? PreviousHref { get; set => field = Given(value); }
    public Phrase? PreviousText { get; set; }
    public Phrase? PreviousLabel { get; set; }
    public string? NextHref { get; set => field = Given(value); }
    public Phrase? NextText { get; set; }
    public Phrase? NextLabel { get; set; }
    public Phrase? LandmarkLabel { get; set; }

    public bool IsBlock => Items is null && (PreviousHref ?? NextHref) is not null;

    /// <summary>First, last, this page and its neighbours, with gaps between; empty when all fits one page.</summary>
    public static IReadOnlyList<PageLink> Of(int current, int count, Func<int, string> href)
    {
        if (count < 2) return [];
        var shown = new[] { 1, current - 1, current, current + 1, count }.Where(page => page >= 1 && page <= count).Distinct().Order().ToList();
        var links = new List<PageLink>();
        for (var index = 0; index < shown.Count; index++)
        {
            if (index > 0 && shown[index] - shown[index - 1] > 1) links.Add(PageLink.Gap);
            links.Add(new PageLink($"{shown[index]}", href(shown[index])) { IsCurrent = shown[index] == current });
        }
        return links;
    }
}
