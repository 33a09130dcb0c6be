using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>News about the page, above its heading; with success, the outcome of what was just done.</summary>
[HtmlTargetElement("ek-notification-banner")]
public sealed class NotificationBanner(IHtmlHelper html) : Component(html)
{
    public Phrase? Heading { get; set; }
    public string HeadingId { get; set; } = "govuk-notification-banner-title";
    public Phrase? Text { get; set; }
    public bool IsSuccess { get; set; }
    public string? Role { get; set => field = Given(value); }
}
