using EkDwar.Cases;
using EkDwar.Tests.Foundation.Files;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Applying;

public sealed class A_paper_of_several_pages
{
    const string At = $"/mh/en/apply/{TestCitizen.Service}/income_proof";

    [Fact]
    public async Task is_photographed_page_by_page_put_in_order_and_seen_so_on_the_desk()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        await citizen.Draft(withPaper: false);

        var page = await Add(await citizen.Browser.Open(At), 40);
        Assert.Equal(At, page.Path);
        page = await Add(page, 80);
        page = await Add(page, 120);
        Assert.Equal(3, page.Document.QuerySelectorAll(".ek-pages li").Length);
        page = await page.Form("#pages").Press("page=up-2");
        page = await page.Form("#pages").Press("page=remove-0");
        Assert.Equal(2, page.Document.QuerySelectorAll(".ek-pages li").Length);
        // Nothing chosen: what is there is the answer.
        var next = await page.Form("#question").Press();
        Assert.NotEqual(At, next.Path);
        var check = await citizen.Browser.Open($"/mh/en/apply/{TestCitizen.Service}/check-answers");
        Assert.Contains("(2 pages)", check.Text);
        var sent = await check.Form().Press();
        Assert.EndsWith("/submitted", sent.Path);

        Assert.True(CaseReference.TryParse(sent.Path.Split('/')[^2], out var reference));
        var clerk = await house.AtDesk("clerk");
        var c = new TestCase(house, citizen, reference);
        Assert.Contains("Page 1 of 2", (await clerk.Case(c)).TextOf("main figure"));
        var widths = new List<int>();
        foreach (var number in new[] { 1, 2 }) widths.Add(Verdicts.Accepted((await clerk.Case(c, $"/papers/income_proof/{number}.jpg")).Bytes).Width);
        Assert.Equal([120, 80], widths);
    }

    [Fact]
    public async Task has_at_most_ten_and_without_any_is_no_paper()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        await citizen.Draft(withPaper: false);
        var page = await citizen.Browser.Open(At);
        var none = await page.Form("#question").With("answer-kind", "salary_slip").Without("answer-later").Press("add_page=yes");
        Assert.Single(none.Problems);
        var ten = page.Form("#question").With("answer-kind", "salary_slip").Without("answer-later");
        for (var number = 1; number <= 10; number++) ten.WithFile("answer-file", $"{number}.jpg", Samples.Jpeg(), "image/jpeg");
        page = await ten.Press("add_page=yes");
        Assert.Equal(10, page.Document.QuerySelectorAll(".ek-pages li").Length);
        Assert.Equal("This paper already has 10 files, and no more fit. Remove one, or send several pages as one PDF.", Assert.Single((await Add(page, 40)).Problems));
        for (var left = 10; left > 0; left--) page = await page.Form("#pages").Press("page=remove-0");
        Assert.False(page.Has(".ek-pages"));
        Assert.Equal(At, (await citizen.Browser.Open($"/mh/en/apply/{TestCitizen.Service}/check-answers")).Path);
    }

    static Task<Page> Add(Page page, int width) =>
        page.Form("#question").With("answer-kind", "salary_slip").Without("answer-later").WithFile("answer-file", "page.jpg", Samples.Jpeg(width, 16), "image/jpeg").Press("add_page=yes");
}
