using System.Text.RegularExpressions;
using EkDwar.Design;
using EkDwar.Foundation.Pdf;
using EkDwar.Tests.Foundation.Pdf;

namespace EkDwar.Tests.Design;

/// <summary>A QR code on a page: drawn without a script, light, and read by a scanner to the letter.</summary>
public sealed partial class A_qr_code
{
    /// <summary>What is left of a page's 10 KB of HTML once its words stand in it.</summary>
    const int HeaviestBytes = 6 * 1024;

    /// <summary>As long as the gateway's published ones, and the longest letters they may have.</summary>
    const string Upi = "upi://pay?pa=revenue.pune.maharashtra@hdfcbank&pn=GovernmentOfMaharashtraRevenueDepartment&tr=RZPGT5viB4WHeoUuuqrv2&tn=PaymenttoGovernmentOfMaharashtra&am=12345.00&cu=INR&mc=9399";

    [Fact]
    public async Task says_to_a_scanner_what_the_link_beside_it_says()
    {
        var drawn = await Html.Of(Rendering.Of(html => new QrCode(html) { Text = Upi, Label = "QR code to pay ₹12,345.00 by UPI" }));
        var svg = drawn.QuerySelector("svg")!;
        Assert.Equal(("img", "QR code to pay ₹12,345.00 by UPI"), (svg.GetAttribute("role"), svg.GetAttribute("aria-label")));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(drawn.InnerHtml), 500, HeaviestBytes);
        Assert.Equal(Upi, Scanned(svg));
    }

    /// <summary>What a scanner reads from the code as it stands in a page.</summary>
    internal static string Scanned(AngleSharp.Dom.IElement svg)
    {
        var box = svg.GetAttribute("viewBox")!.Split(' ').Select(int.Parse).ToList();
        Assert.Equal((-QrCode.Border, -QrCode.Border), (box[0], box[1]));
        return Tool.ScanPicture(Picture(box[2], svg.QuerySelector("path[stroke]")!.GetAttribute("d")!));
    }

    [Fact]
    public void is_made_of_as_many_letters_as_it_says_and_no_more()
    {
        Assert.Equal(17, new QrSymbol(new string('a', QrSymbol.LettersAtMost)).Version);
        Assert.Throws<ArgumentException>(() => new QrSymbol(new string('a', QrSymbol.LettersAtMost + 1)));
    }

    /// <summary>The strokes as a picture in portable grey, each module five pixels: read here as a browser draws them.</summary>
    static byte[] Picture(int side, string strokes)
    {
        const int pixels = 5;
        var isDark = new bool[side, side];
        foreach (Match row in Row().Matches(strokes))
        {
            var (x, y) = (QrCode.Border, int.Parse(row.Groups[1].Value) + QrCode.Border);
            foreach (Match step in Step().Matches(row.Groups[2].Value))
            {
                var length = int.Parse(step.Groups[2].Value);
                if (step.Groups[1].Value == "h") for (var i = 0; i < length; i++) isDark[x + i, y] = true;
                x += length;
            }
        }
        var grey = Enumerable.Range(0, side * pixels).SelectMany(y => Enumerable.Range(0, side * pixels).Select(x => isDark[x / pixels, y / pixels] ? (byte)0 : (byte)255));
        return [.. System.Text.Encoding.ASCII.GetBytes($"P5\n{side * pixels} {side * pixels}\n255\n"), .. grey];
    }

    [GeneratedRegex(@"M0 (\d+)\.5((?:[hm][\d ]+)*)")]
    private static partial Regex Row();

    [GeneratedRegex(@"([hm])(\d+)")]
    private static partial Regex Step();
}
