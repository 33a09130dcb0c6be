using EkDwar.Paying;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Paying;

/// <summary>A fee handed in at the office that has the case: noted once by the post that may, booked to cash in hand, reversed and deposited, never deleted.</summary>
public sealed class A_fee_paid_at_the_office : IAsyncLifetime
{
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task is_taken_receipted_booked_and_deposited_through_the_pages()
    {
        var citizen = await house.SignedInCitizen();
        var c = await house.Owing(citizen);
        Assert.Contains("कार्यालयातही रोख", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/pay")).Text);
        var clerk = await house.AtDesk("clerk");
        var fees = await clerk.Open("/desk/en/fees");
        Assert.Contains("Nobody waits for a fee", fees.Text);
        Assert.NotEmpty((await clerk.Open("/desk/en/fees?take=MH-1")).Problems);
        var page = await clerk.Open($"/desk/en/fees?take={c.Reference}");
        Assert.EndsWith($"/cases/{c.Reference}/take", page.Path);
        Assert.Equal(2, (await page.Form("#take").With("means", "DemandDraft").With("number", "12;3").Press()).Problems.Count);
        var done = await page.Form("#take").With("means", "Cash").With("number", "R 17").Press();
        Assert.Contains("recorded", done.Text);

        var receipt = await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/receipt");
        foreach (var said in (string[])["₹50.00", "₹9.00", "₹10.00", "₹69.00", "रोख R 17", $"{c.Reference}/1"]) Assert.Contains(said, receipt.Text);
        Assert.Equal((6900L, -250L), ((await c.Accounts())["cash"], (await c.Accounts())["share.state"]));
        var book = await clerk.Open("/desk/en/day-book");
        Assert.Contains("Total of the day: ₹69.00", book.Text);
        var csv = System.Text.Encoding.UTF8.GetString((await clerk.Open((await clerk.Open("/desk/en/day-book"))["main a[href*='.csv']"].GetAttribute("href")!)).Bytes);
        Assert.Contains($"Taken,Cash,{c.Reference},R 17,69.00,69.00", csv);
        Assert.Contains("total,,,,,,69.00,69.00", csv);

        Assert.Single((await book.Form("#deposit").With("amount", "70").With("number", "CH-1").Press()).Problems);
        Assert.Contains("CH-1", (await book.Form("#deposit").With("amount", "69.00").With("number", "CH-1").Press()).Text);
        // The same form again: the deposit that was made is its answer.
        await book.Form("#deposit").With("amount", "69.00").With("number", "CH-1").Press();
        Assert.Equal([("Taken", 6900L), ("Deposited", 0L)], (await house.CashEntries()).Select(entry => ($"{entry.Kind}", entry.InHandMinor)));
        Assert.Contains("No entries on this day", (await clerk.Open($"/desk/en/day-book?day={house.Clock.GetUtcNow().AddDays(3):yyyy-MM-dd}")).Text);

        var circle = await house.AtDesk("circle");
        Assert.Contains("takes no money", (await circle.Open("/desk/en/day-book")).Text);
        Assert.Equal(404, (int)(await circle.Open($"/desk/en/cases/{c.Reference}/take")).Status);
        Assert.Equal(404, (int)(await circle.Open("/desk/en/day-book.csv?day=2026-03-02")).Status);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task pressed_many_times_and_paid_online_meanwhile_is_taken_once()
    {
        var c = await house.Owing(await house.Citizen());
        var version = (await c.Row()).Version;
        var simulator = house.Simulator();
        var link = await c.PaymentPage();
        var online = Task.Run(() => simulator.CallBack(simulator.Take(link)));
        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => c.TakeFee(seen: version))));
        Assert.Equal(200, await online);
        Assert.Equal(1, await c.TimesPaid());
        Assert.True(taken.All(one => one.IsDone) || taken.All(one => !one.IsDone));
        await house.OutboxDrained();
        var accounts = await c.Accounts();
        // Whichever came first is the fee; an online payment that came second went back.
        Assert.Equal(6900, accounts.GetValueOrDefault("cash") + accounts.GetValueOrDefault("gateway"));
        Assert.Equal(accounts.GetValueOrDefault("cash"), (await house.CashEntries()).Sum(entry => entry.AmountMinor));
        await c.Balances();
    }

    [Fact]
    public async Task of_many_cases_at_once_is_numbered_without_a_gap()
    {
        var cases = new List<TestCase>();
        for (var i = 0; i < 6; i++) cases.Add(await house.Owing(await house.Citizen()));
        Assert.All(await Task.WhenAll(cases.Select(c => Task.Run(() => c.TakeFee()))), one => Assert.True(one.IsDone, string.Join(", ", one.Refusals)));
        var entries = await house.CashEntries();
        Assert.Equal(Enumerable.Range(1, 6), entries.Select(entry => entry.Seq));
        Assert.Equal(Enumerable.Range(1, 6).Select(number => 6900L * number), entries.Select(entry => entry.InHandMinor));
    }

    [Fact]
    public async Task noted_by_mistake_is_reversed_and_owed_again()
    {
        var c = await house.Owing(await house.Citizen());
        Assert.Equal("cases.not_found", await c.TakeFee(by: "circle_officer").Refusal());
        Assert.Equal("paying.number_needed, paying.day_needed", await c.TakeFee(PaymentMeans.Challan).Refusal());
        Assert.Equal("paying.day_future", await c.TakeFee(PaymentMeans.DemandDraft, "123456", new(2030, 1, 1)).Refusal());
        Assert.Equal("paying.nothing_to_reverse", await c.ReverseFee().Refusal());
        Assert.True((await c.TakeFee()).IsDone);
        Assert.Equal("paying.nothing_to_pay", await c.TakeFee().Refusal());
        Assert.True((await c.ReverseFee()).IsDone);
        Assert.Null((await c.Row()).FeePaidAt);
        Assert.All(await c.Accounts(), account => Assert.Equal(0, account.Value));
        Assert.Equal([6900L, 0L], (await house.CashEntries()).Select(entry => entry.InHandMinor));
        Assert.True((await c.TakeFee(PaymentMeans.Challan, "GRN 77", new(2026, 3, 1))).IsDone);
        Assert.Equal((0L, 6900L), ((await c.Accounts())["cash"], (await c.Accounts())["treasury"]));
        // A challan was paid into the treasury: nothing more is in hand.
        Assert.Equal([6900L, 0L, 0L], (await house.CashEntries()).Select(entry => entry.InHandMinor));
        Assert.Equal([PaymentStatus.Reversed, PaymentStatus.Succeeded], (await c.Payments()).Select(payment => payment.Status));
        await c.Balances();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }
}
