using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Time;
using EkDwar.Onboarding;
using EkDwar.Processing;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>A service in two tiers, and a limit that is longer for who came by a kendra: chosen, kept with the case, and said wherever it is read.</summary>
public sealed class A_tier_or_a_channel : IAsyncLifetime
{
    const string Copy = "municipal-document-copy";
    TestHouse house = null!;
    TestCitizen citizen = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task of_haste_is_chosen_by_price_and_date_and_marked_everywhere()
    {
        var service = (await house.Services.GetRequiredService<PublishedServices>().Current("mh", Copy))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        var page = await citizen.Browser.Open($"/mh/en/apply/{Copy}/pages");
        await page.Form("#question").With("answer", "3").Press();
        page = await citizen.Browser.Open($"/mh/en/apply/{Copy}/speed");
        var today = StateTime.Day(house.Clock.GetUtcNow().UtcDateTime);
        var hints = page.Document.QuerySelectorAll(".govuk-radios__hint").Select(hint => hint.TextContent.Trim()).ToList();
        Assert.Equal(2, hints.Count);
        Assert.StartsWith("₹30.00. To be decided by", hints[0]);
        Assert.StartsWith($"₹120.00. To be decided by {LongDate.Of(await Due(4, today), LanguageCode.English)}", hints[1]);
        await page.Form("#question").With("answer", "urgent").Press();
        var check = await citizen.Browser.Open($"/mh/mr/apply/{Copy}/check-answers");
        Assert.Contains("शुल्क: ₹120.00", check.Text);
        await check.Form().Press();
        var c = new TestCase(house, citizen, (await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(row => row.ServiceId == Copy))).Reference);
        await c.Pays();
        Assert.Equal(await Due(4, today), (await c.Row()).DueOn);
        Assert.Contains("तातडीने", Tool.OneLine((await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/slip.pdf")).Bytes));
        Assert.Contains("सेवेचा वेग: तातडीने", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}")).Text);
        Assert.Contains("तातडीने", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/receipt")).Text);
        await IsMarkedAtTheDesk(c);
    }

    async Task IsMarkedAtTheDesk(TestCase c)
    {
        var browser = house.Browser();
        var page = await house.SignsIn(browser, "tax.solapur");
        if (!page.Path.EndsWith("/inbox", StringComparison.Ordinal)) page = await page.Form("main form").With("post", (await house.Post("solapur_tax", "tax_clerk")).ToString()).Press();
        Assert.Contains("Urgent", page.TextOf("main table tbody th"));
        Assert.Contains("Urgent", (await page.Form("#filter").With("urgent", "true").Press()).TextOf("main table tbody th"));
        var file = await browser.Case(c);
        Assert.Contains("Urgent", file.TextOf(".ek-door-card, main article, main"));
        // What she chose and paid for is not asked again.
        Assert.False(file.Has("[name='query-reason-speed']"));
        var desk = await c.DeskOf("tax_clerk");
        Assert.True((await c.Finds("tax_clerk", Copied.Photo)).IsDone);
        var version = (await c.Row()).Version;
        Assert.False((await house.Use((RaiseQuery query) => query.Run(desk, c.CaseId, version, [new("speed", "wrong", null)], "वेग तपासा."))).IsDone);
        Assert.True((await house.Use((ForwardCase forward) => forward.Run(desk, c.CaseId, version, "पाहिले"))).IsDone);
        Assert.Equal("decision_urgent", (await c.WorkItems()).Single(item => item.DoneAt is null).Stage);
    }

    [Fact]
    public async Task of_a_kendra_adds_its_days_and_says_which_they_are()
    {
        await house.Use(async (PublishService publish) => await publish.Run(StateFiles.Text("mh", TestCitizen.Service + ".yaml").Replace("version: 1\n", "version: 9\n")
            .Replace("  days: 15\n", "  days: 15\n  extra_days: [{channel: kendra, days: 2, source: example}]\n"), TestCitizen.Service + ".yaml", Planted.Maharashtra));
        Assert.Contains("2 days more where it comes through a kendra", (await citizen.Browser.Open($"/mh/en/services/{TestCitizen.Service}")).Text);
        var atHome = await house.Case().Submitted();
        var helped = await house.Citizen();
        await helped.Draft();
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(helped.Session, (await services.GetRequiredService<Drafts>().Open(helped.Session, "mh", TestCitizen.Service))!, Guid.CreateVersion7().ToString("N"), "kendra", "mr"));
        var c = new TestCase(house, helped, sent.Value);
        var today = StateTime.Day((await c.Row()).SubmittedAt);
        Assert.Equal((await Due(15, today), await Due(17, today)), ((await atHome.Row()).DueOn!.Value, (await c.Row()).DueOn!.Value));
        Assert.Equal("kendra", (await c.Row()).Channel);
        var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        var view = await house.Use((ReadTrackerView read) => read.Run(file, LanguageCode.English, today, mayAct: true));
        Assert.Equal(["Day 16, one of those added because the application came through a kendra", "Day 17, one of those added because the application came through a kendra"],
            view.Days.Where(day => day.IsCounted && day.Number > 15).Select(day => day.Text(LanguageCode.English)));
        Assert.Contains("2 of them because the application came through a kendra", view.Reading!.Limit.Text(LanguageCode.English));
        // Counted again, the days stay hers.
        Assert.Equal(0, await house.Use((RecountDueDates recount) => recount.Run("mh")));
    }

    async Task<DateOnly> Due(int days, DateOnly from)
    {
        var law = await house.Services.GetRequiredService<KeptLaws>().InForce("mh");
        return EkDwar.Deadlines.Clock.Read(law.Act.Limit(days, "unstated"), law.Act, law.Calendar, [EkDwar.Deadlines.ClockFact.Started(from)]).DueOn!.Value;
    }
}
