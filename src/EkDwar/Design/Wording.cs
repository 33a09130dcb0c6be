using EkDwar.Foundation.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace EkDwar.Design;

/// <summary>The house's texts in the language of the page, as <c>@T["key"]</c> in every .cshtml.</summary>
public sealed class Wording : IViewContextAware
{
    HttpContext? context;

    public LanguageCode Language => PageFrame.Of(context ?? throw new InvalidOperationException("Texts are read while a page is rendered")).Language;

    public string this[string key, params ReadOnlySpan<(string Name, string Value)> values] => Texts.Get(Language, key, values);

    public string English(string key) => Texts.Get(LanguageCode.English, key);

    public Phrase Of(LocalText text) => Phrase.Of(text, Language);

    public void Contextualize(ViewContext viewContext) => context = viewContext.HttpContext;
}
