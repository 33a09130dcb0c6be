using System.Text.Encodings.Web;
using EkDwar.Foundation.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EkDwar.Design;

/// <summary>
/// What a component says: plain text, which is encoded, or markup made by Razor. Carries the language it is in when that
/// is not the page's, so that a screen reader changes its voice. Not a key: keys are resolved by <see cref="Wording"/>.
/// </summary>
public sealed class Phrase : IHtmlContent
{
    readonly string? text;
    readonly IHtmlContent? markup;
    readonly string? lang;

    Phrase(string? text, IHtmlContent? markup, string? lang) => (this.text, this.markup, this.lang) = (text, markup, lang);

    public static implicit operator Phrase?(string? text) => string.IsNullOrEmpty(text) ? null : new Phrase(text, null, null);

    public static Phrase Markup(IHtmlContent markup) => new(null, markup, null);

    public static Phrase In(LanguageCode language, string text) => new(text, null, language.Code);

    /// <summary>A text from data in the reader's language, or marked as the language it was found in.</summary>
    public static Phrase Of(LocalText text, LanguageCode language)
    {
        var words = text.In(language, out var found);
        return new Phrase(words, null, found == language ? null : found.Code);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (lang is null)
        {
            Write(writer, encoder);
            return;
        }
        var span = new TagBuilder("span") { Attributes = { ["lang"] = lang } };
        span.InnerHtml.Append(text ?? "");
        span.WriteTo(writer, encoder);
    }

    void Write(TextWriter writer, HtmlEncoder encoder)
    {
        if (markup is not null) markup.WriteTo(writer, encoder);
        else writer.Write(encoder.Encode(text ?? ""));
    }

    public override string ToString() => text ?? "";
}
