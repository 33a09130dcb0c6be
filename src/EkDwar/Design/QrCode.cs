using System.Text;
using EkDwar.Foundation.Pdf;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EkDwar.Design;

/// <summary>
/// A text as a QR code for the camera of another device: black on white whatever the reader's colours are, with its white
/// border. Never the only way: whoever cannot scan it finds a link with the same address beside it.
/// </summary>
[HtmlTargetElement("ek-qr-code")]
public sealed class QrCode(IHtmlHelper html) : Component(html)
{
    /// <summary>The white border a scanner needs around it, in modules: ISO/IEC 18004 asks for four.</summary>
    public const int Border = 4;

    /// <summary>What the camera reads; at most <see cref="QrSymbol.LettersAtMost"/> letters of ASCII.</summary>
    public string Text { get; set; } = "";

    /// <summary>What is read out in its place.</summary>
    public string Label { get; set; } = "";

    QrSymbol Symbol => field ??= new(Text);

    public string ViewBox => $"{-Border} {-Border} {Side} {Side}";

    public int Side => Symbol.Modules + 2 * Border;

    /// <summary>Each row as one stroke with gaps: a fourth of what a square for each module would weigh.</summary>
    public string Strokes
    {
        get
        {
            var path = new StringBuilder();
            for (var row = 0; row < Symbol.Modules; row++)
            {
                path.Append($"M0 {row}.5");
                for (var (column, run) = (0, 0); column < Symbol.Modules; column += run)
                {
                    for (run = 1; column + run < Symbol.Modules && Symbol.IsDark(column + run, row) == Symbol.IsDark(column, row); run++) { }
                    if (Symbol.IsDark(column, row)) path.Append($"h{run}");
                    else if (column + run < Symbol.Modules) path.Append($"m{run} 0");
                }
            }
            return path.ToString();
        }
    }
}
