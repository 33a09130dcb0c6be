using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>This page in the other languages: links, or on a page with a form the buttons that save what was typed first.</summary>
[HtmlTargetElement("ek-language-navigation")]
public sealed class LanguageNavigation(IHtmlHelper html) : Component(html)
{
    /// <summary>The id of the form whose answers must survive the switch.</summary>
    public string? Form { get; set => field = Given(value); }

    /// <summary>The state's own language comes first.</summary>
    public IEnumerable<EkDwar.Foundation.Languages.LanguageCode> Languages =>
        EkDwar.Foundation.Languages.LanguageCode.All.OrderByDescending(language => language == Frame.State.Language);

    public string PathIn(EkDwar.Foundation.Languages.LanguageCode language) => Frame.PathIn(language);
}
