using EkDwar.Cases;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Journeys;

/// <summary>A service with a fee, through its pages: applied for, paid at the simulator, receipted, seen at the desk, granted.</summary>
public sealed class A_service_with_a_fee
{
    const string Service = "senior-citizen-certificate";

    [Fact]
    public async Task is_applied_for_paid_and_received()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var service = await citizen.Browser.Open($"/mh/mr/services/{Service}");
        Assert.Contains("₹69.00", service.Text);
        Assert.Contains("अर्ज पाठवल्यावर ऑनलाइन शुल्क भरता येते", service.Text);
        var page = await A_second_service.Answered(citizen.Browser, born: "1958");
        Assert.Contains("शुल्क: ₹69.00", page.Text);
        page = await page.Form().Press();
        Assert.Contains("भरायचे शुल्क: ₹69.00", page.Text);
        var c = await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.ServiceId == Service));

        var clerk = await house.AtDesk("clerk");
        Assert.Contains("₹69.00, not paid yet", (await clerk.Open($"/desk/en/cases/{c.Reference}")).Text);

        page = await page.Follow("शुल्क भरा");
        Assert.Equal("₹50.00 ₹9.00 ₹10.00 ₹69.00", string.Join(' ', page.Document.QuerySelectorAll("main dd").Select(value => value.TextContent.Trim())));
        page = await page.Form().Press();
        Assert.Contains("पैसे भरण्याचे पान तयार आहे", page.Text);
        var hosted = await page.Follow($"main a[href*='/dev/gateway/pay/']");
        Assert.Contains("खरे पैसे जात नाहीत", hosted.Text);
        var back = await hosted.Form().Press("way=closed");
        Assert.Contains("तुमचे पैसे मिळाले का हे तपासत आहोत", back.Text);
        var receipt = await hosted.Form().Press("way=paid");
        Assert.EndsWith("/receipt", receipt.Path);
        foreach (var said in (string[])["सेवा शुल्क", "₹50.00", "₹9.00", "₹10.00", "₹69.00", "पार्वतीबाई कदम", $"{c.Reference}/1", "pay_", "महाआयटी: ₹10.00", "केंद्रचालक: ₹32.50 (राखून ठेवले"])
            Assert.Contains(said, receipt.Text);

        Assert.Contains("₹69.00, भरले आहे", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}")).Text);
        Assert.EndsWith("/receipt", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/pay")).Path);
        Assert.DoesNotContain("भरायचे शुल्क", (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/submitted")).Text);
        var slip = await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}/slip.pdf");
        Assert.Contains("रोजी भरले", Foundation.Pdf.Tool.OneLine(slip.Bytes));

        var scrutiny = await clerk.Open($"/desk/en/cases/{c.Reference}");
        Assert.Contains("₹69.00, paid", scrutiny.Text);
        await scrutiny.Form("#forward").With("forward-note", "वयाचा पुरावा पाहिला.").Press();
        var tahsildar = await house.AtDesk("tahsildar");
        await (await tahsildar.Open($"/desk/en/cases/{c.Reference}/grant")).Form().Press();
        await house.OutboxDrained();
        Assert.Equal(CertificateStatus.Valid, (await house.Db(db => db.Set<Certificate>().AsNoTracking().SingleAsync(row => row.CaseId == c.CaseId))).Status);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task granted_before_it_is_paid_gives_its_document_when_it_is()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).Reported();
        var tahsildar = await house.AtDesk("tahsildar");
        var page = await tahsildar.Open($"/desk/en/cases/{c.Reference}/grant");
        Assert.Contains("is not paid yet", page.Text);
        await page.Form().Press();
        await house.OutboxDrained();
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
        Assert.Empty(await c.Certificates());
        Assert.Contains((await house.Phone()).Select(message => message.Text), text => text.Contains(c.Reference.Compact, StringComparison.Ordinal) && text.Contains("शुल्क भरा", StringComparison.Ordinal));
        Assert.Contains("Pay the fee, and the document is made at once", (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Text);
        await c.Pays();
        await house.OutboxDrained();
        Assert.Equal(CertificateStatus.Valid, Assert.Single(await c.Certificates()).Status);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task refused_before_it_is_paid_is_not_to_be_paid()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).Refused();
        Assert.EndsWith($"/cases/{c.Reference}", (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/pay")).Path);
    }

    [Fact]
    public async Task whose_payment_nobody_told_of_is_found_when_she_asks()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen();
        var c = await house.Case().By(citizen).Submitted();
        var page = await (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/pay")).Form().Press();
        var hosted = await page.Follow("main a[href*='/dev/gateway/pay/']");
        var back = await hosted.Form().Press("way=silent");
        Assert.Contains("We are checking your payment", back.Text);
        // What the browser brings along proves nothing.
        back = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/pay?returned=yes&razorpay_payment_link_status=paid&razorpay_payment_id=pay_x&razorpay_signature=x");
        Assert.Null((await c.Row()).FeePaidAt);
        var receipt = await back.Form().Press();
        Assert.EndsWith("/receipt", receipt.Path);
        Assert.NotNull((await c.Row()).FeePaidAt);
    }

    [Fact]
    public async Task is_nobody_elses_to_pay_or_to_read()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        await c.Pays();
        var other = await house.SignedInCitizen();
        foreach (var page in (string[])["pay", "receipt"])
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.Browser.Open($"/mh/en/cases/{c.Reference}/{page}")).Status);
    }
}
