using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>One file to send. Further attributes (accept, capture) go onto the input.</summary>
[HtmlTargetElement("ek-file-upload")]
public sealed class FileUpload(IHtmlHelper html) : Field(html)
{
    public bool Multiple { get; set; }

    /// <summary>A browser never takes a value for a file.</summary>
    public override string? FieldValue => null;
}
