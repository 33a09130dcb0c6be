using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using EkDwar.Foundation.Languages;

namespace EkDwar.Tests.Design;

public partial class The_stylesheet
{
    static readonly string Css = File.ReadAllText(Path.Combine(Sources.Root, "wwwroot", "ek.css"));

    [Theory, InlineData(@"letter-spacing\s*:"), InlineData(@"text-transform\s*:"), InlineData(@"font-style\s*:\s*italic"), InlineData(@"text-overflow\s*:"), InlineData("line-clamp"), InlineData("::first-letter"), InlineData(@"text-align\s*:\s*justify"), InlineData(@"hyphens\s*:\s*auto")]
    public void does_nothing_that_breaks_indic_writing(string pattern) => Assert.DoesNotMatch(pattern, Css);

    [Theory, InlineData("var("), InlineData("@font-face"), InlineData("GDS Transport"), InlineData("url("), InlineData("@import"), InlineData("#1d70b8"), InlineData("#0b0c0c"), InlineData("crown.svg")]
    public void has_no(string word) => Assert.DoesNotContain(word, Css, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void is_at_most_16_kilobytes_on_the_wire()
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(System.Text.Encoding.UTF8.GetBytes(Css));
        Assert.InRange(packed.Length, 1000, 16 * 1024);
    }

    [Fact]
    public void gives_every_line_of_text_room_for_marks()
    {
        // Numbers without a unit, of our own rules and of govuk-frontend's type scale.
        var heights = LineHeight().Matches(Css).Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(heights.Count > 20);
        Assert.DoesNotContain(heights, height => height is > 1 and < 1.3);
    }

    [Fact]
    public void has_a_class_for_every_step_of_the_meter()
    {
        for (var percent = 0; percent <= 100; percent += 5) Assert.Contains($".ek-w-{percent}{{", Css);
    }

    [GeneratedRegex(@"line-height:([0-9.]+)(?=[;}])")]
    private static partial Regex LineHeight();
}

public class Pages_and_components
{
    public static TheoryData<string> Files() => [.. Directory.GetFiles(Sources.Root, "*.cshtml", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/") && !file.Contains("/bin/")).Select(file => Path.GetRelativePath(Sources.Root, file))];

    [Theory, MemberData(nameof(Files))]
    public void have_no_inline_style_or_script(string file)
    {
        var markup = File.ReadAllText(Path.Combine(Sources.Root, file));
        // A script is a file of ours, and nothing stands between its tags.
        Assert.DoesNotMatch(@"(?i)\sstyle\s*=|<style|<script(?!\ssrc=""~/[a-z]+\.js""[^>]*></script>)|\son[a-z]+\s*=\s*""|javascript:", markup);
    }
}

public class The_gallery
{
    static readonly HtmlParser Parser = new();

    [Theory, InlineData("mr"), InlineData("hi"), InlineData("pa"), InlineData("en")]
    public async Task speaks(string language)
    {
        var page = Parser.ParseDocument(await Rendering.Browser().GetStringAsync($"/_design?lang={language}", TestContext.Current.CancellationToken));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("[design.", page.DocumentElement.OuterHtml);
        Assert.Equal(language, page.QuerySelector(".ek-lang [aria-current]")!.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll(".ek-lang a"), link => Assert.Equal(link.GetAttribute("lang"), link.GetAttribute("hreflang")));
        Assert.Equal(3, page.QuerySelectorAll(".ek-lang a").Length);
        Assert.StartsWith(Texts.Get(LanguageCode.Parse(language), "design.error") + ": ", page.Title);
    }

    [Fact]
    public async Task has_unique_ids_and_links_that_lead_somewhere()
    {
        var page = Parser.ParseDocument(await Rendering.Browser().GetStringAsync("/_design?lang=en", TestContext.Current.CancellationToken));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll(".govuk-error-summary a"), link => Assert.Contains(link.GetAttribute("href")![1..], ids));
        Assert.All(page.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')), id => Assert.Contains(id, ids));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]").SelectMany(e => e.GetAttribute("aria-labelledby")!.Split(' ')), id => Assert.Contains(id, ids));
        Assert.All(page.QuerySelectorAll("label[for]"), label => Assert.Contains(label.GetAttribute("for")!, ids));
    }

    [Fact]
    public async Task offers_buttons_that_save_where_answers_would_be_lost()
    {
        var page = Parser.ParseDocument(await Rendering.Browser().GetStringAsync("/_design?lang=mr&face=form", TestContext.Current.CancellationToken));
        var buttons = page.QuerySelectorAll(".ek-lang button");
        Assert.Equal(["hi", "pa", "en"], buttons.Select(button => button.GetAttribute("value")));
        Assert.All(buttons, button => Assert.True(button.GetAttribute("name") == "switch_language" && button.HasAttribute("formnovalidate") && button.GetAttribute("form") == "gallery-form"));
    }

    [Fact]
    public async Task shows_who_sits_at_the_desk()
    {
        var page = Parser.ParseDocument(await Rendering.Browser().GetStringAsync("/_design?lang=en&desk=true", TestContext.Current.CancellationToken));
        Assert.Contains("Sunita Kamble", page.QuerySelector(".ek-desk")!.TextContent);
        Assert.NotNull(page.QuerySelector("form .ek-desk__out"));
        Assert.NotNull(page.QuerySelector("header input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task sends_indic_letters_as_they_are() =>
        Assert.DoesNotMatch("&#x(9|A)[0-9A-F]{2};", await Rendering.Browser().GetStringAsync("/_design?lang=mr", TestContext.Current.CancellationToken));
}

static class Sources
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src", "EkDwar"));

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
