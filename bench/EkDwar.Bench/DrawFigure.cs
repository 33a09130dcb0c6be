using System.Diagnostics;
using System.Globalization;
using System.Text;
using EkDwar.Foundation.Drawing;
using Microsoft.Extensions.Logging.Abstractions;

namespace EkDwar.Bench;

/// <summary>
/// What it costs to draw a page of a paper for an officer, who waits for it once: a page of text as PDF, and the same page
/// as a photo of eleven million pixels, grained as photos are. Each draw is one confined process; the CPU printed is that of
/// the house itself, because what a process spends in its own namespace is not told to whoever started it.
/// </summary>
public static class DrawFigure
{
    const int Draws = 20;
    static readonly ConfinedLimits Roomy = new(TimeSpan.FromMinutes(1), 2L * 1024 * 1024 * 1024, 64 * 1024 * 1024);

    public static async Task Run()
    {
        var drawer = new PageDrawer(new Confinement(ConfinedLimits.OfAPage), NullLogger<PageDrawer>.Instance);
        var document = Document();
        await Measure(drawer, "a page of text (PDF)", document, "pdf");
        var photo = await new Confinement(Roomy).Run(document, "pdftoppm", "-q", "-jpeg", "-jpegopt", "quality=95", "-scale-to", "4000", "-f", "1", "-l", "1", "-");
        await Measure(drawer, $"a photo of 11 million pixels ({photo.Output.Length / 1024} KB)", photo.Output, "jpg");
    }

    static async Task Measure(PageDrawer drawer, string what, byte[] paper, string format)
    {
        if ((await drawer.Draw(paper, format, 1)).Picture is not { } picture) throw new InvalidOperationException($"{what} cannot be drawn here");
        var times = new List<double>();
        var before = CpuTime.Of(Environment.ProcessId);
        for (var draw = 0; draw < Draws; draw++)
        {
            var began = Stopwatch.GetTimestamp();
            await drawer.Draw(paper, format, 1);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        var cpu = (CpuTime.Of(Environment.ProcessId) - before) / Draws;
        Report.Line($"  {what}: median {Report.Median(times):0} ms, {cpu:0} ms of the house's own CPU, slowest {times.Max():0} ms, {picture.Length / 1024} KB as drawn");
    }

    /// <summary>An A4 sheet of sixty lines on a grained ground.</summary>
    static byte[] Document()
    {
        var grain = new byte[512 * 512];
        // Any grain does that does not repeat itself; the same in every run.
        for (uint i = 0, state = 1; i < grain.Length; i++) grain[i] = (byte)(200 + (state = state * 1664525 + 1013904223) % 56);
        var page = new StringBuilder("q 595 0 0 842 0 0 cm /G Do Q BT /F 9 Tf 40 800 Td 12 TL ");
        for (var line = 0; line < 60; line++) page.Append(CultureInfo.InvariantCulture, $"(Line {line}: the quick brown fox jumps over the lazy dog, and the tahsildar signs.) ' ");
        page.Append("ET");
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>/XObject<</G 6 0 R>>>>/Contents 4 0 R>>",
            $"<</Length {page.Length}>>\nstream\n{page}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            $"<</Type/XObject/Subtype/Image/Width 512/Height 512/ColorSpace/DeviceGray/BitsPerComponent 8/Length {grain.Length}>>\nstream\n{Encoding.Latin1.GetString(grain)}\nendstream",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        return Encoding.Latin1.GetBytes($"{file}{table}trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
    }
}
