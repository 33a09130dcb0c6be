using EkDwar.Cases;
using EkDwar.Paying;
using EkDwar.Paying.Razorpay;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Paying;

/// <summary>Where the file says so the clock waits for the fee; the application is received all the same.</summary>
public sealed class A_clock_that_waits_for_the_fee
{
    static async Task<TestHouse> Open()
    {
        var house = await TestHouse.Open();
        await house.ClockWaitsForFee();
        return house;
    }

    [Fact]
    public async Task starts_when_it_is_paid_and_not_before()
    {
        await using var house = await Open();
        var c = await house.Case().After(3).Submitted();
        var row = await c.Row();
        Assert.Equal((CaseStatus.AwaitingFee, (DateOnly?)null), (row.Status, row.DueOn));
        Assert.Empty(await c.WorkItems());
        await house.OutboxDrained();
        Assert.Contains(await house.Phone(), message => message.Text.Contains(c.Reference.Compact) && message.Text.Contains("शुल्क भरल्यावर मुदत"));
        house.Clock.AdvanceDays(3);
        await c.Pays();
        row = await c.Row();
        // Paid on Sunday 8 March 2026: fifteen days from the day after, the last on Monday 23 March.
        Assert.Equal((CaseStatus.InProcess, (DateOnly?)new DateOnly(2026, 3, 23)), (row.Status, row.DueOn));
        Assert.Equal("scrutiny", Assert.Single(await c.WorkItems()).Stage);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task waits_for_papers_and_fee_in_either_order(bool paysFirst)
    {
        await using var house = await Open();
        var c = await house.Case().WithoutPaper().Submitted();
        Assert.Equal(CaseStatus.AwaitingPapers, (await c.Row()).Status);
        if (paysFirst) await c.Pays();
        else Assert.True((await c.GivePaper()).IsDone);
        var between = await c.Row();
        Assert.Equal((paysFirst ? CaseStatus.AwaitingPapers : CaseStatus.AwaitingFee, (DateOnly?)null), (between.Status, between.DueOn));
        if (paysFirst) Assert.True((await c.GivePaper()).IsDone);
        else await c.Pays();
        var after = await c.Row();
        Assert.Equal(CaseStatus.InProcess, after.Status);
        Assert.NotNull(after.DueOn);
    }

    [Fact]
    public async Task does_not_wait_where_the_file_does_not_say_so()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        var before = await c.Row();
        Assert.Equal(CaseStatus.InProcess, before.Status);
        await c.Pays();
        Assert.Equal(before.DueOn, (await c.Row()).DueOn);
    }
}

/// <summary>The gateway that is not there, or does not answer: the application stays, and nobody is asked to pay twice.</summary>
public sealed class A_gateway_that_fails
{
    [Fact]
    public async Task to_answer_leaves_the_application_and_is_asked_again()
    {
        await using var house = await TestHouse.Open(services => services.PostConfigure<RazorpayOptions>(options => options.BaseUrl = "http://localhost/nowhere/"));
        var c = await house.Case().Submitted();
        Assert.Equal("paying.gateway_silent", (await c.StartsToPay()).Refusals.Single().Code);
        Assert.Equal("paying.gateway_silent", (await c.StartsToPay()).Refusals.Single().Code);
        Assert.Equal(PaymentStatus.Created, Assert.Single(await c.Payments()).Status);
        for (var hour = 0; hour < 24; hour++)
        {
            house.Clock.Advance(TimeSpan.FromHours(1));
            await house.OutboxDrained();
        }
        Assert.Equal(PaymentStatus.Unknown, Assert.Single(await c.Payments()).Status);
    }

    [Fact]
    public async Task to_say_that_it_made_the_page_is_found_to_have_made_it()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        var link = await c.PaymentPage();
        // The house died before it could note the page.
        await house.Db(async db =>
        {
            var payment = (await db.FindAsync<Payment>(c.CaseId, 1))!;
            (payment.Status, payment.LinkId, payment.LinkUrl) = (PaymentStatus.Created, null, null);
            await db.Save();
        });
        Assert.Equal(link.Id, (await c.PaymentPage()).Id);
        Assert.Single(house.Simulator().Links);
    }

    [Fact]
    public async Task to_be_configured_offers_no_payment_and_hears_no_call_back()
    {
        await using var house = await TestHouse.Open(services => services.PostConfigure<RazorpayOptions>(options => options.KeyId = ""));
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).Submitted();
        var page = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/pay");
        Assert.Contains("Pay at the office or at a service centre", page.Text);
        Assert.False(page.Has("main form"));
        Assert.Equal("paying.not_offered", (await c.StartsToPay()).Refusals.Single().Code);
        Assert.Equal(400, await house.Simulator().CallBack("{}"));
    }
}

public sealed class A_payment_s_reference
{
    [Theory]
    [InlineData("MH7KQ42M9TXB3WC-")]
    [InlineData("MH7KQ42M9TXB3WC-x")]
    [InlineData("MH7KQ42M9TXB3WC")]
    [InlineData("-1")]
    [InlineData("")]
    public void is_known_again_by_no_other_reference(string reference) => Assert.False(PaymentReference.TryParse(reference, out _));
}
