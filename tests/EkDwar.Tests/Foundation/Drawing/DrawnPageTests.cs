using EkDwar.Foundation.Drawing;
using EkDwar.Foundation.Files;
using EkDwar.Tests.Foundation.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace EkDwar.Tests.Foundation.Drawing;

public sealed class A_drawn_page
{
    readonly PageDrawer drawer = new(new Confinement(ConfinedLimits.OfAPage), NullLogger<PageDrawer>.Instance);

    [Fact]
    public async Task of_a_photo_is_another_picture_of_the_same_size()
    {
        var photo = Kept(Samples.Jpeg(320, 160, isRich: true));
        var drawn = await Drawn(photo, "jpg");
        Assert.Equal((320, 160), (drawn.Width, drawn.Height));
        Assert.NotEqual(photo, drawn.Bytes.ToArray());
    }

    [Fact]
    public async Task is_never_larger_than_a_screen_needs()
    {
        var drawn = await Drawn(Kept(Samples.Png(3600, 400)), "png");
        Assert.Equal((1800, 200), (drawn.Width, drawn.Height));
    }

    [Theory, MemberData(nameof(Orientations))]
    public async Task stands_upright_whichever_way_the_telephone_was_held(int orientation)
    {
        var stored = PngPictures.Rgb(PngPictures.Turned(PngPictures.Quarters, orientation), Samples.Chunk("eXIf", ExifOrientation.Write(orientation)));
        var drawn = await Drawn(stored, "png");
        Assert.Equal((64, 32), (drawn.Width, drawn.Height));
        Assert.Equal(["red", "green", "blue", "black"], await PngPictures.Seen(drawn));
    }

    public static TheoryData<int> Orientations() => [.. Enumerable.Range(1, 8)];

    [Theory, MemberData(nameof(Kinds))]
    public async Task of_any_png_shows_its_colours_on_white(string kind)
    {
        Assert.Equal(PngPictures.Colours(kind), await PngPictures.Seen(await Drawn(PngPictures.All[kind], "png")));
    }

    public static TheoryData<string> Kinds() => [.. PngPictures.All.Keys];

    [Fact]
    public async Task of_a_document_is_that_page_and_no_other()
    {
        var document = PdfSamples.Plain();
        Assert.Equal((1800, 1800), ((await Drawn(document, "pdf")).Width, (await Drawn(document, "pdf")).Height));
        Assert.Equal(DrawnPage.Impossible, await drawer.Draw(document, "pdf", 2));
    }

    [Fact]
    public async Task is_none_when_there_is_nothing_to_draw()
    {
        Assert.Equal(DrawnPage.Impossible, await drawer.Draw("%PDF-1.4 nothing"u8.ToArray(), "pdf", 1));
        Assert.Equal(DrawnPage.Impossible, await drawer.Draw("no picture"u8.ToArray(), "jpg", 1));
        Assert.Equal(DrawnPage.Impossible, await drawer.Draw(PngPictures.InterlacedBadly(), "png", 1));
    }

    async Task<Paper> Drawn(byte[] paper, string format)
    {
        var drawn = await drawer.Draw(paper, format, 1);
        Assert.NotNull(drawn.Picture);
        return Verdicts.Accepted(drawn.Picture);
    }

    static byte[] Kept(byte[] upload) => Verdicts.Accepted(upload).Bytes.ToArray();
}
