using System.Net;
using EkDwar.Processing;
using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Foundation.Files;
using EkDwar.Tests.Foundation.Drawing;
using EkDwar.Tests.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing;

public sealed class A_paper_on_a_desk
{
    static readonly byte[] TwoPages = PdfSamples.Of("", PdfSamples.Catalogue, "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>", PdfSamples.Page,
        PdfSamples.Contents, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >>");

    [Fact]
    public async Task is_seen_page_by_page_drawn_anew_and_leaves_to_nobody_as_it_came()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft(withPaper: false);
        await citizen.Attach(TwoPages);
        var c = new TestCase(house, citizen, (await citizen.Submit("two pages")).Value);
        var clerk = await house.AtDesk("clerk");

        var page = await clerk.Case(c);
        Assert.Contains("Page 1 of 2", page.TextOf("main figure figcaption"));
        var first = await clerk.Open(page["main figure img"].GetAttribute("src")!);
        Assert.Equal("image/jpeg", first.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal((1800, 1800), (Verdicts.Accepted(first.Bytes).Width, Verdicts.Accepted(first.Bytes).Height));
        Assert.Equal(first.Bytes, (await clerk.Case(c, "/papers/income_proof/1.jpg")).Bytes);

        var second = await page.Follow("main figure nav a[href$='page=2']");
        Assert.Contains("Page 2 of 2", second.TextOf("main figure figcaption"));
        Assert.Equal(900, Verdicts.Accepted((await clerk.Open(second["main figure img"].GetAttribute("src")!)).Bytes).Height);
        foreach (var absent in (string[])["/papers/income_proof?page=3", "/papers/income_proof?page=0", "/papers/income_proof/3.jpg", "/papers/purpose", "/papers/income_proof/original/1"])
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c, absent)).Status);
        Assert.False(second.Has("a[download]"));

        // Drawn once each, and kept where no one without the paper's key reads it.
        var kept = await house.Db(db => db.Set<PaperPicture>().AsNoTracking().ToListAsync());
        Assert.Equal([1, 2], kept.Select(picture => picture.Page).Order());
        var folder = new DirectoryInfo(house.Settings.Folders.Papers);
        Assert.All(kept, picture => Assert.False(PaperCheck.Inspect(File.ReadAllBytes(folder.GetFiles(picture.PictureId!, SearchOption.AllDirectories).Single().FullName)).IsAccepted));

        await c.Forward();
        await c.Report();
        var tahsildar = await house.AtDesk("tahsildar");
        var decided = await tahsildar.Case(c, "/papers/income_proof");
        Assert.False(decided.Has("a[download]"));
        Assert.DoesNotContain("Digital signature", decided.TextOf("main"));
        Assert.Equal(HttpStatusCode.NotFound, (await tahsildar.Case(c, "/papers/income_proof/original/1")).Status);
        var looks = await house.Db(db => db.Set<Look>().AsNoTracking().Select(look => look.What).ToListAsync());
        Assert.Contains("paper income_proof 2", looks);
    }

    [Fact]
    public async Task that_was_signed_says_by_whom_and_whether_it_is_as_it_was_signed()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft(withPaper: false);
        await citizen.Attach(SignedPapers.By("Employer of Sunita"));
        var c = new TestCase(house, citizen, (await citizen.Submit("signed")).Value);
        var seen = (await (await house.AtDesk("clerk")).Case(c, "/papers/income_proof")).TextOf("main");
        Assert.Contains("Signed in the name DEMO Employer of Sunita. The file is as it was signed.", seen);
        Assert.Contains("anybody can sign in any name", seen);
    }

    [Fact]
    public async Task that_cannot_be_drawn_says_so_and_is_tried_again_later()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft(withPaper: false);
        await citizen.Attach(PngPictures.InterlacedBadly());
        var c = new TestCase(house, citizen, (await citizen.Submit("interlaced")).Value);
        var clerk = await house.AtDesk("clerk");
        var page = await clerk.Case(c);
        Assert.Contains("This page cannot be shown.", page.TextOf("main figure"));
        Assert.False(page.Has("main figure img"));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c, "/papers/income_proof/1.jpg")).Status);
        var tried = (await house.Db(db => db.Set<PaperPicture>().AsNoTracking().SingleAsync())).DrawnAt;
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        await house.Use(async (DeskPapers papers) => await papers.Of((await house.Use((CaseFiles cases) => cases.Open(c.CaseId)))!));
        Assert.NotEqual(tried, (await house.Db(db => db.Set<PaperPicture>().AsNoTracking().SingleAsync())).DrawnAt);
    }
}
