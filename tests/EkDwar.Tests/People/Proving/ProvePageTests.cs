using System.Net;
using EkDwar.Cases;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Processing;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People.Proving;

/// <summary>An official whose last proof is too old is led to where she proves anew who she is, and back to what she was about to sign.</summary>
public sealed class Proving_before_signing(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Words = "ज्ञानेश्वर र्‍हाळकर:\r\n<b>दाखला</b> जोडा.";

    readonly TestHouse house = shared.House;

    [Fact]
    public async Task leads_her_there_before_she_writes_and_back_with_all_that_was_asked()
    {
        var c = await house.Case().Reported();
        var browser = await house.AtDesk("tahsildar");
        Assert.Equal($"/desk/en/cases/{c.Reference}/grant", (await browser.Case(c, "/grant")).Path);
        house.ProofsGrowOld();
        // Nothing else asks for it.
        foreach (var open in (string[])["/desk/en/inbox", $"/desk/en/cases/{c.Reference}", "/desk/en/account"]) Assert.Equal(open, (await browser.Open(open)).Path);
        var asked = await browser.Open($"/desk/en/cases/{c.Reference}/grant?check=a&check=b");
        Assert.Contains("show once more that it is you", asked.Text);
        var grant = await house.Proves(asked);
        Assert.Equal($"/desk/en/cases/{c.Reference}/grant?check=a&check=b", grant.Address.PathAndQuery);
        Assert.Equal("/desk/en/inbox", (await grant.Form().Press()).Path);
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
    }

    [Fact]
    public async Task too_late_keeps_the_words_of_a_grant_and_she_presses_once_more()
    {
        var c = await house.Case().Reported();
        var page = await (await house.AtDesk("tahsildar")).Case(c, "/grant");
        house.ProofsGrowOld();
        var asked = await page.Form().With("words", Words).Press();
        Assert.Contains("What you have typed is kept. Nothing has been signed yet.", asked.Text);
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        var back = await house.Proves(asked);
        Assert.Equal(($"/desk/en/cases/{c.Reference}/grant", Words), (back.Path, back.Form().Value("words")));
        Assert.Contains("This has not been sent yet.", back.Text);
        Assert.Equal("/desk/en/inbox", (await back.Form().Press()).Path);
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
        Assert.False(await house.Db(db => db.Set<UnsentForm>().AnyAsync(form => form.CaseId == c.CaseId)));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task too_late_keeps_the_words_of_a_refusal_before_and_after_its_letter(bool afterLetter)
    {
        var c = await house.Case().Reported();
        var page = await (await house.AtDesk("tahsildar")).Case(c, "/refuse");
        var filled = page.Form().With("ground", "income_not_proved").With("words", Words);
        if (afterLetter) filled = (await filled.Press()).Form();
        house.ProofsGrowOld();
        var back = await house.Proves(await filled.Press());
        Assert.Equal(($"/desk/en/cases/{c.Reference}/refuse", "income_not_proved", Words), (back.Path, back.Form().Value("ground"), back.Form().Value("words")));
        Assert.Equal("/desk/en/inbox", (await (await back.Form().Press()).Form().Press()).Path);
        Assert.Equal(CaseStatus.Refused, (await c.Row()).Status);
    }

    [Fact]
    public async Task too_late_keeps_what_was_typed_to_take_a_certificate_back()
    {
        var c = await house.Case().Certified();
        var browser = await house.AtDesk("tahsildar");
        var page = await browser.Case(c, "/certificate");
        house.ProofsGrowOld();
        // Who comes later sees the certificates, and in the place of the form where she proves it.
        var shut = await browser.Case(c, "/certificate");
        Assert.Equal((HttpStatusCode.OK, false), (shut.Status, shut.Has("main form")));
        Assert.Equal(Proofs.Address, (await shut.Follow("Show that it is you, then sign")).Path);
        var back = await house.Proves(await page.Form().With("way", "only").With("words", Words).Press());
        Assert.Equal(($"/desk/en/cases/{c.Reference}/certificate", "only", Words), (back.Path, back.Form().Value("way"), back.Form().Value("words")));
        await back.Form().Press();
        Assert.Equal(CertificateStatus.Revoked, Assert.Single(await c.Certificates()).Status);
    }

    [Fact]
    public async Task too_late_keeps_what_was_typed_to_stop_a_benefit()
    {
        var c = await A_pension.Granted(house, await house.Citizen(name: "पार्वतीबाई कदम"), "old-age-pension");
        var browser = await house.AtDesk("tahsildar");
        var page = await browser.Case(c, "/benefit");
        house.ProofsGrowOld();
        Assert.False((await browser.Case(c, "/benefit")).Has("main form"));
        var back = await house.Proves(await page.Form().With("words", Words).Press());
        Assert.Equal(($"/desk/en/cases/{c.Reference}/benefit", Words), (back.Path, back.Form().Value("words")));
        Assert.False((await back.Form().Press()).Has("main form"));
        Assert.Contains(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.BenefitStopped));
    }

    [Fact]
    public async Task too_late_keeps_the_order_that_sets_a_refusal_aside()
    {
        var c = await house.Case().Refused();
        var post = (await c.DeskOf("sub_divisional_officer")).PostId;
        var browser = await house.AtPost("sdo.pune", post);
        var page = await browser.Case(c, "/set-aside");
        house.ProofsGrowOld();
        var day = EkDwar.Foundation.Time.StateTime.Day(house.Clock.GetUtcNow().UtcDateTime);
        var back = await house.Proves(await page.Form().With("number", "A/12").With("on-day", $"{day.Day}").With("on-month", $"{day.Month}").With("on-year", $"{day.Year}").With("words", Words).Press(), "sdo.pune");
        Assert.Equal(("A/12", $"{day.Year}", Words), (back.Form().Value("number"), back.Form().Value("on-year"), back.Form().Value("words")));
        Assert.DoesNotContain(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.RefusalSetAside));
        await back.Form().Press();
        Assert.Contains(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.RefusalSetAside));
        // Once there is nothing to sign, she is asked for nothing.
        house.ProofsGrowOld();
        Assert.Equal($"/desk/en/cases/{c.Reference}/set-aside", (await browser.Case(c, "/set-aside")).Path);
    }

    [Fact]
    public async Task is_asked_of_who_lets_somebody_open_a_case_in_an_emergency()
    {
        var c = await house.Case().Submitted();
        await house.Asks(await house.At("mulshi_tahsil", "clerk"), c.Reference.ToString());
        var browser = await house.AtPost("tahsildar.mulshi", await house.Post("mulshi_tahsil", "tahsildar"));
        house.ProofsGrowOld();
        var page = await browser.Open("/desk/en/emergencies");
        Assert.Equal("/desk/en/emergencies", page.Path);
        var back = await house.Proves(await page.Form("form[action*='Allow']").Press(), "tahsildar.mulshi");
        Assert.Equal("/desk/en/emergencies", back.Path);
        Assert.Contains("The applicant is told.", (await back.Form("form[action*='Allow']").Press()).Text);
    }

    [Theory, InlineData("https://evil.example/"), InlineData("//evil.example/desk/"), InlineData("/\\evil.example"), InlineData("/mh/en"), InlineData("")]
    public async Task leads_nowhere_but_to_the_desk(string outside)
    {
        var page = await (await house.SignedInLongAgo()).Open($"{Proofs.Address}?returnUrl={Uri.EscapeDataString(outside)}");
        Assert.Equal("/desk/en/inbox", (await house.Proves(page)).Path);
    }
}
