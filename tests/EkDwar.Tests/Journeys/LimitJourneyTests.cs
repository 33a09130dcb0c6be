using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Places;
using EkDwar.Tests.Cases.Limits;
using EkDwar.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>
/// A case of each state that nobody decides, sent on Monday 2 March 2026, with the clock of the demo put forward: told, passed and acted on
/// to the day. Counted by hand; the days are written as they stand in the calendars of services/.
/// </summary>
public sealed class A_case_nobody_decides
{
    /// <summary>The days on which half and four fifths of the limit are used, the last day, and what the state's act says of filing the appeal.</summary>
    public sealed record Walk(string State, string Service, string Language, string Half, string MostOf, string Last, string Act, string Basis, string Authority, int? LodgeDays);

    /// <summary>
    /// Maharashtra: 15 days, every day counted. March: 3 is 1, 10 is 8 (half of 15 is reached), 14 is 12, 17 is 15, a Tuesday on which offices are open.
    /// </summary>
    static readonly Walk Maharashtra = new("mh", TestCitizen.Service, "mr", "2026-03-10", "2026-03-14", "2026-03-17", "mh-rts-2015", "policy example", "First appellate authority", 30);

    /// <summary>
    /// Haryana: 60 days, every day counted. 3 March is 1, 31 March 29, 1 April 30 (half), 19 April 48 (80 of a hundred), 30 April 59, 1 May 60: a Friday,
    /// no holiday of its calendar. Appeals are filed by themselves by order of the government since 1 September 2021.
    /// </summary>
    static readonly Walk Haryana = new("hr", "old-age-samman-allowance", "hi", "2026-04-01", "2026-04-19", "2026-05-01", "hr-rts-2014", "government order", "First grievance redressal authority", null);

    /// <summary>
    /// Punjab: 15 working days; Saturdays, Sundays, 4 March (Holi), 23 (Martyrdom Day), 26 (Ram Navami) and 31 are none. March: 3 is 1, 5 is 2, 6 is 3, 9 to 13
    /// are 4 to 8 (half), 16 to 18 are 9 to 11, 19 is 12 (80 of a hundred), 20 is 13, 24 is 14, 25 is 15.
    /// </summary>
    static readonly Walk Punjab = new("pb", "mutation-attestation", "pa", "2026-03-13", "2026-03-19", "2026-03-25", "pb-public-services-2018", "policy example", "Appellate authority", 30);

    public static readonly TheoryData<string> States = ["mh", "hr", "pb"];

    [Theory, MemberData(nameof(States))]
    public async Task is_warned_of_passes_and_is_acted_on_to_the_day(string state)
    {
        var walk = ((Walk[])[Maharashtra, Haryana, Punjab]).Single(walk => walk.State == state);
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "सुमन देवी");
        var c = await Sent(house, citizen, walk);
        Assert.Equal(LimitDay.On(walk.Last), (await c.Row()).DueOn);
        await house.OutboxDrained();

        await Comes(house, LimitDay.On(walk.Half).AddDays(-1));
        Assert.Empty(await c.Told());
        await Comes(house, LimitDay.On(walk.Half));
        var holder = Assert.Single(await c.Told());
        Assert.EndsWith(": LimitWarning_50", holder);
        await Comes(house, LimitDay.On(walk.MostOf).AddDays(-1));
        Assert.Equal([holder], await c.Told());
        await Comes(house, LimitDay.On(walk.MostOf));
        Assert.Equal([holder.Replace("_50", "_80", StringComparison.Ordinal)], await c.Told());
        await Comes(house, LimitDay.On(walk.Last));
        var told = await c.Told();
        Assert.Equal(["BelowLimitWarning_100", "LimitWarning_100"], told.Select(one => one.Split(": ")[1]).Order(StringComparer.Ordinal));
        Assert.Empty(await c.Passed());

        await Comes(house, LimitDay.On(walk.Last).AddDays(1));
        var passed = Assert.Single(await c.Passed());
        var item = Assert.Single(await c.WorkItems(), item => item.DoneAt is null);
        var default_ = Assert.Single(passed.Defaults);
        Assert.Equal((item.PostId, (string?)item.Stage, Standing.Holder), (default_.PostId, default_.Stage, default_.As));
        Assert.Equal((LimitDay.On(walk.Last), walk.Act, true, walk.Basis, walk.Authority, walk.LodgeDays), (passed.DueOn, passed.Act, passed.FilesItself, passed.Basis, passed.Authority!["en"], passed.LodgeDays));
        Assert.Equal(2, (await c.Told()).Count(one => one.EndsWith("LimitPassed", StringComparison.Ordinal)));
        Assert.Contains(await house.Phone(), message => message.Text.Contains(passed.Authority[walk.Language], StringComparison.Ordinal) && message.Text.Contains(c.Reference.Compact, StringComparison.Ordinal));
        // Her session ended with the days that passed: she signs in again.
        var tracker = await (await house.BrowserOf(citizen)).Open($"/{state}/en/cases/{c.Reference}");
        Assert.Contains($"You may appeal free of charge to: {walk.Authority}.", tracker.Text);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    /// <summary>On the page of the demo's clock, which keeps the hour.</summary>
    static async Task Comes(TestHouse house, DateOnly day)
    {
        var page = await house.Browser().Open("/dev/clock?lang=en");
        var moved = await page.Form("form[action*='handler=Day&'], form[action$='handler=Day']").With("on-day", $"{day.Day}").With("on-month", $"{day.Month}").With("on-year", $"{day.Year}").Press();
        Assert.Contains($"{day.Day} ", moved.Text);
        await house.OutboxDrained();
    }

    static async Task<TestCase> Sent(TestHouse house, TestCitizen citizen, Walk walk)
    {
        var service = (await house.Services.GetRequiredService<PublishedServices>().Current(walk.State, walk.Service))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, walk.State, walk.Service))!, Guid.CreateVersion7().ToString("N"), "web", walk.Language));
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        return new(house, citizen, sent.Value);
    }
}
