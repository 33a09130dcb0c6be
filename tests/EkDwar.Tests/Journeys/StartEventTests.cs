using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>A service whose days count from something that happens at the office: nobody names a date before, and it is counted from that day.</summary>
public sealed class A_limit_that_starts_with_an_event : IAsyncLifetime
{
    const string Service = "post-mortem-copy";
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task names_its_date_when_the_event_is_recorded_with_its_paper()
    {
        var citizen = await house.SignedInCitizen();
        var service = (await house.Services.GetRequiredService<PublishedServices>().Current("pb", Service))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, "pb", Service))!, Guid.CreateVersion7().ToString("N"), "web", "en"));
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        var c = new TestCase(house, citizen, sent.Value);
        await house.OutboxDrained();
        Assert.Equal((CaseStatus.InProcess, (DateOnly?)null), ((await c.Row()).Status, (await c.Row()).DueOn));
        Assert.Contains(await house.Phone(), message => message.Text.Contains("We send you the last date when the time limit starts", StringComparison.Ordinal));
        const string starts = "the inquest papers of the police received";
        Assert.Contains($"The time limit starts with: {starts}", (await citizen.Browser.Open($"/pb/en/cases/{c.Reference}")).Text);
        Assert.Contains($"Counted from: {starts}", (await citizen.Browser.Open($"/pb/en/services/{Service}")).Text);
        Assert.Contains(starts, Tool.OneLine((await citizen.Browser.Open($"/pb/en/cases/{c.Reference}/slip.pdf")).Bytes));

        var (desk, login) = await Holder(Assert.Single(await c.WorkItems()).PostId);
        house.Clock.AdvanceDays(3);
        foreach (var wrong in (string[])["1 3 2026", "6 3 2026"])
            Assert.Equal("processing.start_not_then", Assert.Single((await Starts(c, desk, wrong, "No. 7")).Refusals).Code);
        Assert.Equal("processing.start_paper_needed", Assert.Single((await Starts(c, desk, "3 3 2026", " ")).Refusals).Code);
        var browser = house.Browser();
        var choice = await house.SignsIn(browser, login);
        await choice.Form("main form").With("post", desk.PostId.ToString()).Press();
        var page = await (await browser.Case(c)).Form("#start").With("start-on-day", "3").With("start-on-month", "3").With("start-on-year", "2026").With("start-words", "No. 7 of 3 March").Press();
        Assert.Contains("The time limit has started", page.TextOf(".govuk-notification-banner"));
        Assert.False(page.Has("#start"));
        // The third is not counted, the fourth is Holi, then comes a weekend: the fifth, the sixth and the ninth.
        Assert.Equal(new DateOnly(2026, 3, 9), (await c.Row()).DueOn);
        Assert.Equal((await c.Row()).DueOn, Assert.Single(await c.WorkItems()).DueOn);
        await house.OutboxDrained();
        Assert.Contains(await house.Phone(), message => message.Text.Contains("Decision due by 9 March 2026", StringComparison.Ordinal));
        Assert.Equal("cases.action_not_here", Assert.Single((await Starts(c, desk, "3 3 2026", "No. 8")).Refusals).Code);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    async Task<Outcome<CaseReference>> Starts(TestCase c, DeskSession desk, string day, string paper)
    {
        var parts = day.Split(' ');
        var typed = new RawAnswer(new Dictionary<string, string> { ["day"] = parts[0], ["month"] = parts[1], ["year"] = parts[2] });
        return await house.Use(async (StartClock start) => await start.Run(desk, c.CaseId, (await c.Row()).Version, typed, paper));
    }

    Task<(DeskSession, string)> Holder(Guid post) => house.Db(async db =>
    {
        var holding = await db.Set<PostHolding>().AsNoTracking().FirstAsync(one => one.PostId == post);
        return (new DeskSession(holding.OfficialId, post) { SinceProof = TimeSpan.Zero }, (await db.Set<Official>().AsNoTracking().SingleAsync(one => one.OfficialId == holding.OfficialId)).Login);
    });
}
