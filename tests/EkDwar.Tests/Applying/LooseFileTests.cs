using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Catalogue.Questions;
using EkDwar.Tests.Foundation.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Applying;

/// <summary>What becomes of files that are part of no case, or no more.</summary>
public sealed class A_file_that_nobody_holds
{
    const string At = $"/mh/en/apply/{TestCitizen.Service}/income_proof";

    [Fact]
    public async Task goes_after_a_day_and_what_is_in_a_draft_or_a_case_stays()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        await citizen.Draft(withPaper: false);
        foreach (var width in new[] { 40, 80, 120 })
            await (await citizen.Browser.Open(At)).Form("#question").With("answer-kind", "salary_slip").Without("answer-later").WithFile("answer-file", "page.jpg", Samples.Jpeg(width, 16), "image/jpeg").Press("add_page=yes");
        Assert.Equal(3, Stored(house));
        await (await citizen.Browser.Open(At)).Form("#pages").Press("page=remove-1");
        Assert.Equal((3, 2), (Stored(house), await Held(house)));
        house.Clock.Advance(TimeSpan.FromHours(23));
        await house.OutboxDrained();
        Assert.Equal(3, Stored(house));
        house.Clock.Advance(TimeSpan.FromHours(1));
        await house.OutboxDrained();
        Assert.Equal((2, 2), (Stored(house), await house.Db(db => db.Set<LooseFile>().CountAsync())));

        var sent = new TestCase(house, citizen, (await citizen.Submit("sent")).Value);
        Assert.Equal(0, await house.Db(db => db.Set<LooseFile>().CountAsync()));
        house.Clock.AdvanceDays(3);
        await house.OutboxDrained();
        Assert.Equal(2, Stored(house));
        Assert.Equal(2, (await Paper(house, sent)).Parts.Count(part => part.Read(house.Services.GetService<EkDwar.Foundation.Files.FileStore>()!).Length > 0));
    }

    [Fact]
    public async Task of_a_draft_goes_with_its_person()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft(withPaper: false);
        await citizen.Attach(Samples.Jpeg());
        Assert.Equal((1, 1), (Stored(house), await Held(house)));
        Assert.True((await house.Use((ErasePerson erase) => erase.Run(citizen.Session.PersonId.ToString()!))).IsDone);
        Assert.Equal((0, 0), (Stored(house), await house.Db(db => db.Set<LooseFile>().CountAsync())));
    }

    static int Stored(TestHouse house) => Directory.GetFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories).Length;

    static Task<int> Held(TestHouse house) => house.Db(db => db.Set<LooseFile>().CountAsync(file => file.PersonId != null));

    static Task<GivenPaper> Paper(TestHouse house, TestCase c) => house.Use(async (CaseFiles cases) => DocumentType.PaperOf((await cases.Open(c.CaseId))!.Answers["income_proof"])!);
}

public sealed class A_paper_that_was_missing
{
    [Fact]
    public async Task is_given_page_by_page_or_is_one_given_before()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var given = await house.Case().By(citizen).Submitted();
        var (first, second) = (await house.Case().By(citizen).WithoutPaper(), await house.Case().By(citizen).WithoutPaper());
        var at = $"/mh/en/cases/{first.Reference}/papers/income_proof";
        var page = await citizen.Browser.Open(at);
        foreach (var width in new[] { 40, 80, 120 })
        {
            page = await page.Form("#question").With("answer-kind", "talathi_report").WithFile("answer-file", "page.jpg", Samples.Jpeg(width, 16), "image/jpeg").Press("add_page=yes");
            Assert.Equal((at, CaseStatus.AwaitingPapers), (page.Path, (await first.Row()).Status));
        }
        page = await (await page.Form("#pages").Press("page=up-2")).Form("#pages").Press("page=remove-0");
        Assert.Equal(2, page.Document.QuerySelectorAll(".ek-pages li").Length);
        Assert.EndsWith("/submitted", (await page.Form("#question").Press()).Path);
        Assert.Equal(CaseStatus.InProcess, (await first.Row()).Status);
        Assert.Equal(2, (await Paper(house, first)).Parts.Count);
        Assert.Equal(0, await house.Db(db => db.Set<GivenPages>().CountAsync()));
        // The page that was taken out is let go; those of the case are nobody's to drop.
        Assert.False((await house.Db(db => db.Set<LooseFile>().AsNoTracking().SingleAsync())).IsHeld);

        page = await citizen.Browser.Open($"/mh/en/cases/{second.Reference}/papers/income_proof");
        var offered = page.Document.QuerySelectorAll("#earlier button").Select(button => button.GetAttribute("value")!).ToList();
        Assert.Equal(2, offered.Count);
        var chosen = await page.Form("#earlier").Press($"earlier={offered.Single(id => id.StartsWith(given.Reference.Compact, StringComparison.Ordinal))}");
        Assert.EndsWith("/submitted", chosen.Path);
        Assert.Equal((await Paper(house, given)).Parts, (await Paper(house, second)).Parts);
    }

    [Fact]
    public async Task or_at_fault_is_not_answered_with_itself_but_with_another_given_before()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var before = await house.Case().By(citizen).Submitted();
        var c = await house.Case().By(citizen).Submitted();
        var (desk, version) = (await house.Desk("clerk"), (await c.Row()).Version);
        Assert.True((await house.Use((EkDwar.Processing.RaiseQuery query) => query.Run(desk, c.CaseId, version, [new("income_proof", "unreadable", null)], "दुरुस्त करा"))).IsDone);
        var page = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/query/income_proof");
        Assert.Equal([$"{before.Reference.Compact}.income_proof"], page.Document.QuerySelectorAll("#earlier button").Select(button => button.GetAttribute("value")!));
        var query = await page.Form("#earlier").Press("earlier");
        Assert.Equal($"/mh/en/cases/{c.Reference}/query", query.Path);
        Assert.NotEqual((await Paper(house, before)).Parts, (await Paper(house, c)).Parts);
        await query.Form().Press();
        Assert.Equal((await Paper(house, before)).Parts, (await Paper(house, c)).Parts);
    }

    static Task<GivenPaper> Paper(TestHouse house, TestCase c) => house.Use(async (CaseFiles cases) => DocumentType.PaperOf((await cases.Open(c.CaseId))!.Answers["income_proof"])!);
}
