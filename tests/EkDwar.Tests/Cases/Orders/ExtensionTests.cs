using EkDwar.Cases;
using EkDwar.Cases.Orders;
using EkDwar.Deadlines;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;
using EkDwar.Places;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Cases.Orders;

/// <summary>An order that extends limits reaches the cases of its area and services, old and new, and each date by a recorded event alone.</summary>
public sealed class An_order_that_extends_limits : IAsyncLifetime
{
    // Fifteen days, every day counted, from Monday 2 March 2026: 3 March is the first and Tuesday the 17th the last.
    static readonly DateOnly Due = new(2026, 3, 17);

    // Without 5 to 8 March the fifteenth is Saturday the 21st; the offices open again on Monday the 23rd.
    static readonly DateOnly Extended = new(2026, 3, 23);

    const string Flood = "number: GAD/2026/31\ngiven_on: 2026-03-04\nkind: calamity\narea: pune.haveli\nservices: income-certificate\nfrom: 2026-03-05\nuntil: 2026-03-08\n";

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    static ExtensionFile Read(string text, string state = "mh") => ExtensionFile.Load(text, "order.yaml", StateFiles.Act(state));

    async Task<(int Cases, int Moved)> Orders(string text)
    {
        var places = await house.Services.GetRequiredService<PlaceTrees>().Today("mh");
        var found = await house.Use((ExtendLimits extend) => extend.Run("mh", Read(text), places));
        return (found.Cases, found.Moved);
    }

    [Fact]
    public async Task moves_the_dates_of_its_area_and_tells_the_citizen_once()
    {
        var (here, decided) = (await house.Case().Submitted(), await house.Case().By(await house.Citizen("9700000002")).Refused());
        Assert.Equal((0, 0), await Orders(Flood.Replace("pune.haveli", "pune.mulshi").Replace("/31", "/30")));
        Assert.Equal((0, 0), await Orders(Flood.Replace("income-certificate", "caste-certificate domicile-certificate").Replace("/31", "/29")));
        Assert.Equal((1, 1), await Orders(Flood));
        Assert.Equal((1, 0), await Orders(Flood));
        Assert.Equal((Extended, Due), ((await here.Row()).DueOn, (await decided.Row()).DueOn));
        Assert.Equal(Extended, (await here.WorkItems()).Single().DueOn);
        Assert.Equal([nameof(CaseEvent.ApplicationSubmitted), nameof(CaseEvent.LimitExtended)], (await here.Ledger()).Select(entry => entry.Kind));
        await house.OutboxDrained();
        Assert.Single((await house.Phone()).Where(sms => sms.To == here.Citizen.Mobile), sms => sms.Text.Contains("शासन आदेशाने", StringComparison.Ordinal) && sms.Text.Contains("23 मार्च 2026", StringComparison.Ordinal));
        var tracker = await (await house.BrowserOf(here.Citizen)).Open($"/mh/en/cases/{here.Reference}");
        Assert.Equal(4, tracker.Text.Split("Not counted: natural calamity").Length - 1);
        Assert.Contains("Limit extended by order GAD/2026/31 of 4 March 2026 (rule 4)", tracker.Text);
        var count = await (await house.BrowserOf(here.Citizen)).Open($"/mh/mr/cases/{here.Reference}/days");
        Assert.Contains("4 मार्च 2026 च्या आदेश GAD/2026/31 ने मुदत वाढली (नियम 4)", count.Text);
        Assert.Contains("rts-rules-gazette", count.Text);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task counts_for_a_case_that_begins_within_it_and_one_that_waits_for_her()
    {
        var waiting = await house.Case().After(1).Queried();
        await Orders(Flood);
        house.Clock.AdvanceDays(3);
        // Sent on the 6th: the 7th and 8th are spared, so that the 9th is the first day and the 23rd the fifteenth.
        var young = await house.Case().By(await house.Citizen("9700000003")).Submitted();
        Assert.Equal(new DateOnly(2026, 3, 23), (await young.Row()).DueOn);
        // Asked on the 3rd and answered on the 9th, nothing but the pause counts: the spared days lie within it.
        house.Clock.AdvanceDays(3);
        Assert.True((await waiting.Answer()).IsDone);
        var paused = await house.Use(async (CaseFiles cases) => (await (await cases.Open(waiting.CaseId))!.ClockRecord()).Facts);
        var without = Clock.Read(new(15, DayKind.Calendar), StateFiles.Act("mh"), StateFiles.Calendar("mh"), [.. paused.Where(fact => !fact.IsOfPeriod)]);
        Assert.Equal(without.DueOn, (await waiting.Row()).DueOn);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task that_ends_early_gives_the_days_back_and_no_other_orders()
    {
        var c = await house.Case().Submitted();
        await Orders(Flood);
        // Without the 5th and 6th alone the fifteenth is the 19th, Gudhi Padwa: Friday the 20th is the last day.
        Assert.Equal((1, 1), await Orders(Flood + "ended_after: 2026-03-06\n"));
        Assert.Equal(new DateOnly(2026, 3, 20), (await c.Row()).DueOn);
        var count = await (await house.BrowserOf(c.Citizen)).Open($"/mh/en/cases/{c.Reference}/days");
        Assert.Contains("Limit extended by order GAD/2026/31 of 4 March 2026 (rule 4)", count.Text);
        Assert.Contains("Order GAD/2026/31 of 4 March 2026 (rule 4) ended early, on 6 March 2026: the days after that count again", count.Text);
        Assert.Equal((1, 1), await Orders(Flood.Replace("/31", "/32").Replace("calamity", "election")));
        Assert.Equal(Extended, (await c.Row()).DueOn);
        Assert.Equal((1, 0), await Orders(Flood + "ended_after: 2026-03-06\n"));
        foreach (var other in (string[])[Flood.Replace("2026-03-08", "2026-03-09"), Flood + "ended_after: 2026-03-05\n"])
            await Assert.ThrowsAsync<CannotStart>(() => Orders(other));
        Assert.Equal(2, await house.Db(db => db.Set<ExtensionOrder>().CountAsync()));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Theory]
    [InlineData("mh", "calamity", "strike", "must be one the act lists: election, calamity")]
    [InlineData("mh", "2026-03-08", "2026-03-01", "'until' must be a day of the year after 'from'")]
    [InlineData("mh", "2026-03-08", "2027-03-08", "'until' must be a day of the year after 'from'")]
    [InlineData("mh", "services: income-certificate", "service: income-certificate", "service")]
    [InlineData("pb", "calamity", "calamity", "lists nothing for which a limit may be extended")]
    [InlineData("hr", "calamity", "calamity", "lists nothing for which a limit may be extended")]
    public void is_given_only_for_what_the_act_lists(string state, string right, string wrong, string says) =>
        Assert.Contains(says, Assert.Throws<FaultyFilesException>(() => Read(Flood.Replace(right, wrong), state)).Message, StringComparison.Ordinal);

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
