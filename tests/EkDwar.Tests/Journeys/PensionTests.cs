using System.Net;
using System.Text;
using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Delivering.Benefits;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>A pension's life: sanctioned into an account nobody else sees, on the office's pay list, suspended without a proof of life, paid again with one, and stopped.</summary>
public sealed class A_pension
{
    const string Service = "old-age-pension", Proof = "pension-life-certificate", Whole = "601234567890", Masked = "XXXXXXXX7890, MAHB0000123";

    static async Task<ServiceDefinition> Of(TestHouse house, string id) => (await house.Use((PublishedServices services) => services.Current("mh", id)))!;

    internal static async Task<TestCase> Sent(TestHouse house, TestCitizen citizen, string id)
    {
        await Every_service_of_the_catalogue.Answered(house, citizen, await Of(house, id));
        return await house.Use(async (IServiceProvider services) =>
        {
            var draft = (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", id))!;
            var sent = await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft, Guid.CreateVersion7().ToString("N"), "web", "mr");
            Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
            return new TestCase(house, citizen, sent.Value);
        });
    }

    /// <summary>A pension of hers that is paid.</summary>
    internal static async Task<TestCase> Granted(TestHouse house, TestCitizen citizen, string id)
    {
        var c = await Sent(house, citizen, id);
        foreach (var stage in (await Of(house, id)).Stages) await Every_service_of_the_catalogue.Acts(house, await Of(house, id), stage, c.CaseId);
        await house.OutboxDrained();
        return c;
    }

    static Task<Beneficiary> Entry(TestHouse house, TestCase c) => house.Db(db => db.Set<Beneficiary>().AsNoTracking().SingleAsync(one => one.CaseId == c.CaseId));

    static async Task<bool> WasTold(TestHouse house, string words) => (await house.Phone()).Any(sms => sms.Text.Contains(words, StringComparison.Ordinal));

    [Fact]
    public async Task is_sanctioned_into_an_account_that_only_the_deciding_desk_sees_whole()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var c = await Sent(house, citizen, Service);
        var clerk = await house.AtDesk("clerk");
        var seen = await clerk.Case(c);
        Assert.Contains(Masked, seen.Text);
        Assert.DoesNotContain(Whole, seen.Text);
        var stages = (await Of(house, Service)).Stages;
        foreach (var stage in stages.SkipLast(1)) await Every_service_of_the_catalogue.Acts(house, await Of(house, Service), stage, c.CaseId);
        var tahsildar = await house.AtDesk("tahsildar");
        Assert.DoesNotContain(Whole, (await tahsildar.Case(c)).Text);
        var grant = await tahsildar.Case(c, "/grant");
        Assert.Contains(Whole, grant.Text);
        Assert.Contains("₹1,500.00", grant.Text);
        await grant.Form().Press();
        await house.OutboxDrained();

        var entry = await Entry(house, c);
        Assert.Equal((BenefitStatus.Active, 150_000L, new DateOnly(2027, 3, 2)), (entry.Status, entry.AmountMinor, entry.HoldsUntil));
        var order = await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/certificate.pdf");
        var text = Tool.OneLine(order.Bytes);
        Assert.Contains(Masked, text);
        Assert.DoesNotContain(Whole, text);
        Assert.Contains("₹1,500.00", text);
        var mine = await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}");
        Assert.Contains("2 मार्च 2026 पासून दरमहा ₹1,500.00", mine.Text);
        await OnThePayList(house, tahsildar, clerk, c);
        Assert.Contains("तुमचे नाव असलेली देयक यादी", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}")).Text);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static async Task OnThePayList(TestHouse house, Browser tahsildar, Browser clerk, TestCase c)
    {
        var list = await (await tahsildar.Open("/desk/en/inbox")).Follow("Payment list of this month");
        foreach (var said in (string[])["March 2026", "Parvatibai Kadam", Masked, "₹1,500.00", "1 persons, ₹1,500.00 in all"]) Assert.Contains(said, list.Text);
        var csv = Encoding.UTF8.GetString((await tahsildar.Open("/desk/en/pay-list.csv")).Bytes);
        Assert.EndsWith($"{c.Reference},{Service},पार्वतीबाई कदम,Parvatibai Kadam,\"{Masked}\",1500.00,2027-03-02,,\r\n", csv);
        Assert.DoesNotContain(Whole, csv + list.Text);
        Assert.Equal(2, await house.Db(db => db.Set<Look>().CountAsync(look => look.CaseId == c.CaseId && look.What == "pay list")));
        // Whoever else sits in the office has no list.
        Assert.Contains("Nobody is on your payment list", (await clerk.Open("/desk/en/pay-list")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open("/desk/en/pay-list.csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c, "/benefit")).Status);
    }

    [Fact]
    public async Task is_suspended_without_a_proof_of_life_and_goes_on_with_one()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen(name: "पार्वतीबाई कदम");
        var c = await Granted(house, citizen, Service);
        house.Clock.AdvanceDays(340);
        await house.OutboxDrained();
        Assert.True(await WasTold(house, "हयातीचा दाखला 30 दिवसांत द्या"));
        house.Clock.AdvanceDays(54);
        await house.OutboxDrained();
        Assert.Equal(BenefitStatus.Active, (await Entry(house, c)).Status);
        house.Clock.AdvanceDays(3);
        await house.OutboxDrained();
        Assert.Equal(BenefitStatus.Suspended, (await Entry(house, c)).Status);
        await house.OutboxDrained();
        Assert.True(await WasTold(house, "स्थगित: हयातीचा दाखला मिळाला नाही"));

        var seenOn = EkDwar.Foundation.Time.StateTime.Day(house.Clock.GetUtcNow().UtcDateTime);
        await Granted(house, citizen, Proof);
        var entry = await Entry(house, c);
        Assert.Equal((BenefitStatus.Active, seenOn.AddMonths(12)), (entry.Status, entry.HoldsUntil));
        // The timers of the old proof find nothing to do; those of the new one do.
        house.Clock.AdvanceDays(380);
        await house.OutboxDrained();
        Assert.Equal(BenefitStatus.Active, (await Entry(house, c)).Status);
        house.Clock.AdvanceDays(20);
        await house.OutboxDrained();
        Assert.Equal(BenefitStatus.Suspended, (await Entry(house, c)).Status);
        Assert.Equal("BenefitStarted BenefitSuspended BenefitResumed BenefitSuspended",
            string.Join(' ', (await c.Ledger()).Select(one => one.Kind).Where(kind => kind.StartsWith("Benefit", StringComparison.Ordinal))));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task is_stopped_by_who_sanctioned_it_and_by_nobody_else_and_not_proved_by_a_stranger()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen(name: "पार्वतीबाई कदम");
        var c = await Granted(house, citizen, "widow-pension");
        var other = await house.Citizen();
        Assert.Empty((await house.Use((Drafts drafts) => drafts.OpenOrStart(other.Session, "mh", Proof)))!.Facts.Licences);
        Assert.Single((await house.Use((Drafts drafts) => drafts.OpenOrStart(citizen.Session, "mh", Proof)))!.Facts.Licences);

        var version = (await c.Row()).Version;
        var clerk = await house.Desk("clerk");
        Assert.Equal(DeskCases.NotYours, Assert.Single((await house.Use((StopBenefit stop) => stop.Run(clerk, c.CaseId, version, "निधन"))).Refusals));
        var tahsildar = await house.AtDesk("tahsildar");
        var page = await tahsildar.Case(c, "/benefit");
        Assert.Contains(Masked, page.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form().Press()).Status);
        Assert.Contains("Stopped", (await page.Form().With("words", "मृत्यू दाखला मिळाला.").Press()).Text);
        Assert.Equal(BenefitStatus.Stopped, (await Entry(house, c)).Status);
        Assert.Contains("Nobody is on your payment list", (await tahsildar.Open("/desk/en/pay-list")).Text);
        Assert.Empty((await house.Use((Drafts drafts) => drafts.Open(citizen.Session, "mh", Proof)))!.Facts.Licences);
        house.Clock.AdvanceDays(500);
        await house.OutboxDrained();
        Assert.Equal(BenefitStatus.Stopped, (await Entry(house, c)).Status);
    }

    [Theory]
    [InlineData("Parvatibai Kadam", "Parvatibai Kadam")]
    [InlineData("=2+3", "'=2+3")]
    [InlineData("@x", "'@x")]
    [InlineData("Kadam, \"P\"", "\"Kadam, \"\"P\"\"\"")]
    public void is_no_formula_in_a_spreadsheet(string name, string cell) => Assert.Equal(cell, PayListEndpoints.Cell(name));
}
