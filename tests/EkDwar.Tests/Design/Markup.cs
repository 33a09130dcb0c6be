using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace EkDwar.Tests.Design;

/// <summary>Markup as a tree written out the same way whatever its white space and the order of its attributes and classes.</summary>
static partial class Markup
{
    // What only GOV.UK's script reads; and what we give the error summary so that no script is needed.
    static readonly HashSet<string> Ignored = ["data-module", "data-behaviour", "data-prevent-double-click", "data-disable-auto-focus", "autofocus"];
    static readonly HashSet<string> Flags = ["checked", "disabled", "selected", "open", "multiple"];

    public static string Normal(string html)
    {
        var document = new HtmlParser().ParseDocument("<body>" + html);
        var written = new StringBuilder();
        foreach (var node in document.Body!.ChildNodes) Write(node, written);
        return written.ToString();
    }

    static void Write(INode node, StringBuilder written)
    {
        if (node is IText text)
        {
            var words = Gap().Replace(text.Data, " ").Trim();
            if (words.Length > 0) written.Append(words).Append('\n');
        }
        if (node is not IElement element) return;
        written.Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes.Where(a => IsKept(element, a)).OrderBy(a => a.Name, StringComparer.Ordinal))
            written.Append(' ').Append(attribute.Name).Append('=').Append(ValueOf(attribute));
        written.Append(">\n");
        foreach (var child in element.ChildNodes) Write(child, written);
        written.Append("</").Append(element.LocalName).Append(">\n");
    }

    static bool IsKept(IElement element, IAttr attribute) =>
        !Ignored.Contains(attribute.Name)
        && !(attribute.Name == "tabindex" && element.ClassList.Contains("govuk-error-summary"))
        && !(attribute.Name == "class" && attribute.Value.Trim().Length == 0);

    static string ValueOf(IAttr attribute) => attribute.Name switch
    {
        "class" => string.Join(' ', attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)),
        var name when Flags.Contains(name) => "",
        _ => attribute.Value,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gap();
}
