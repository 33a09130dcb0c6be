using System.Net;
using EkDwar.Cases;
using EkDwar.Deciding;
using EkDwar.Foundation.Languages;
using EkDwar.Processing;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Applying.Parties;

/// <summary>A marriage is registered: the wife applies, her husband and a witness consent on their mobiles, one declines and is replaced, one signs before the officer.</summary>
public sealed class A_marriage
{
    const string Husband = "9700000001", First = "9700000002", Third = "9700000004", Another = "9700000005";

    [Fact]
    public async Task is_registered_when_all_who_must_have_consented()
    {
        await using var house = await TestHouse.Open();
        var wife = await house.SignedInCitizen(name: "सीमा जगताप");
        var c = await IsSent(house, wife);
        var at = $"/mh/mr/cases/{c}";
        var husband = await HusbandConsents(house, wife, at);
        await FirstWitnessDeclinesAndAnotherComes(house, wife, at, c.CaseId);
        await SecondWitnessSigns(house, c);
        var third = await house.SignedInCitizen(Third, "अब्दुल");
        await Consents(third.Browser, $"{at}/consents/witness.3");
        var row = await Wedding.Row(house, c.CaseId);
        Assert.Equal(CaseStatus.InProcess, row.Status);
        Assert.NotNull(row.DueOn);
        Assert.Single(await new TestCase(house, wife, c).WorkItems());
        await house.OutboxDrained();
        Assert.Contains((await house.Phone()).Where(message => message.To == wife.Mobile), message => message.Text.Contains("सर्वांची संमती मिळाली", StringComparison.Ordinal));
        await ChangedAnswerIsConsentedAnew(house, wife, husband, at, c.CaseId);
        await IsGranted(house, wife, c);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static async Task<CaseReference> IsSent(TestHouse house, TestCitizen wife)
    {
        await Wedding.Drafted(house, wife, Husband, wife.Mobile, "", Third);
        var check = await wife.Browser.Open($"/mh/mr/apply/{Wedding.Service}/check-answers");
        Assert.Contains("••••••0001", check.Text);
        // Her own number for a witness: told here, and nothing is sent.
        check = await check.Form().Press();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (check.Status, check.Problems.Count));
        Assert.Equal(0, await house.Db(db => db.Set<Case>().CountAsync()));
        await Wedding.Witnessed(house, wife, First, "", Third);
        var sent = await (await wife.Browser.Open($"/mh/mr/apply/{Wedding.Service}/check-answers")).Form().Press();
        Assert.EndsWith("/submitted", sent.Path);
        Assert.Equal(4, sent.Document.QuerySelectorAll("[aria-labelledby=missing] li").Length);
        var row = await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync());
        Assert.Equal((CaseStatus.AwaitingConsent, (DateOnly?)null), (row.Status, row.DueOn));
        Assert.Empty(await new TestCase(house, wife, row.Reference).WorkItems());
        var slip = Tool.OneLine((await wife.Browser.Open($"/mh/mr/cases/{row.Reference}/slip.pdf")).Bytes);
        Assert.Contains("गणेश कदम", slip);
        Assert.Contains(Texts.Get(LanguageCode.English, "applying.slip.consents_missing"), slip);
        Assert.DoesNotContain(Texts.Get(LanguageCode.English, "applying.slip.due_by"), slip);
        await house.OutboxDrained();
        Assert.Equal([Husband, First, Third], (await house.Phone()).Where(message => message.Text.Contains("तुमची संमती हवी आहे", StringComparison.Ordinal)).Select(message => message.To).Order(StringComparer.Ordinal));
        return row.Reference;
    }

    static async Task<Browser> HusbandConsents(TestHouse house, TestCitizen wife, string at)
    {
        var husband = await house.SignedInCitizen(Husband, "गणेश कदम");
        var mine = await husband.Browser.Open("/mh/mr/my");
        var page = await mine.Follow($"a[href='{at}/consents/husband']");
        Assert.Contains("गणेश कदम", page.Text);
        // Her address and everybody's papers are not his to read.
        Assert.DoesNotContain("घर क्र. 40", page.Text);
        Assert.False(page.Has("main img, main a[href*='papers']"));
        Assert.Single((await page.Form("#agree").Press()).Problems);
        page = await page.Form("#agree").With("agrees", "yes").Press();
        Assert.Equal(($"{at}/consents/husband", false), (page.Path, page.Has("#agree")));
        foreach (var closed in (string[])["", "/submitted", "/slip.pdf", "/parties/witness.1", "/withdraw", "/consents/witness.1", "/consents/wife"])
            Assert.Equal(HttpStatusCode.NotFound, (await husband.Browser.Open(at + closed)).Status);
        Assert.False((await husband.Browser.Open("/mh/mr/my")).Has($"a[href^='{at}']"));
        Assert.Contains("गणेश कदम यांनी, स्वतःच्या मोबाइलवरील कोडने", (await wife.Browser.Open(at)).Text);
        return husband.Browser;
    }

    static async Task FirstWitnessDeclinesAndAnotherComes(TestHouse house, TestCitizen wife, string at, long caseId)
    {
        var witness = await house.SignedInCitizen(First, "मारुती");
        var page = await (await witness.Browser.Open($"{at}/consents/witness.1")).Form("#decline").Press();
        Assert.Single(page.Problems);
        page = await page.Form("#decline").With("words", "मी लग्नाला नव्हतो.").Press();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await house.OutboxDrained();
        Assert.Contains((await house.Phone()).Where(message => message.To == wife.Mobile), message => message.Text.Contains("संमती नाकारली", StringComparison.Ordinal));
        var tracker = await wife.Browser.Open(at);
        Assert.Contains("मी लग्नाला नव्हतो.", tracker.Text);
        var change = await tracker.Follow($"a[href='{at}/parties/witness.1']");
        // In his place her own number again: no.
        foreach (var (part, text) in Wedding.Row(0, "कमल", wife.Mobile)) change.Form("#question").With("answer-" + part.Replace('.', '-'), text);
        Assert.Single((await change.Form("#question").Press()).Problems);
        change.Form("#question").With("answer-0-witness_phone", Another);
        Assert.Equal(at, (await change.Form("#question").Press()).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await witness.Browser.Open($"{at}/consents/witness.1")).Status);
        var another = await house.SignedInCitizen(Another, "कमल");
        await Consents(another.Browser, $"{at}/consents/witness.1");
        Assert.Equal(["witness.2", "witness.3"], await Wedding.Missing(house, caseId));
    }

    static async Task SecondWitnessSigns(TestHouse house, CaseReference c)
    {
        var officer = await AtGramPanchayat(house);
        Assert.True((await officer.Open("/desk/en/inbox")).Has("a[href='/desk/en/signatures']"));
        var page = await (await officer.Open("/desk/en/signatures")).Follow($"a[href='/desk/en/cases/{c}/parties']");
        Assert.DoesNotContain("घर क्र. 40", page.Text);
        // Before all have consented nothing but this is open to any desk.
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Open($"/desk/en/cases/{c}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.AtDesk("clerk")).Open($"/desk/en/cases/{c}/parties")).Status);
        const string form = "form[id='sign-witness-2']";
        var refused = await page.Form(form).With("signed-witness.2-day", "1").With("signed-witness.2-month", "1").With("signed-witness.2-year", "2020").Press();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (refused.Status, refused.Problems.Count));
        var today = house.Clock.GetUtcNow().AddMinutes(330);
        var signed = await refused.Form(form).With("signed-witness.2-day", $"{today.Day}").With("signed-witness.2-month", $"{today.Month}").With("signed-witness.2-year", $"{today.Year}")
            .With("identified-witness.2", "voter_card").Press();
        Assert.Equal((HttpStatusCode.OK, false), (signed.Status, signed.Has(form)));
        Assert.Contains("identified by: Voter card", signed.Text);
        Assert.Contains(await house.Db(db => db.Set<Look>().Where(look => look.CaseId == c.CaseId).ToListAsync()), look => look is { What: "parties", Reason: "signature" });
    }

    static async Task ChangedAnswerIsConsentedAnew(TestHouse house, TestCitizen wife, Browser husband, string at, long caseId)
    {
        var (officer, version) = (await Wedding.Officer(house, caseId), (await Wedding.Row(house, caseId)).Version);
        Assert.True((await house.Use((RaiseQuery query) => query.Run(officer, caseId, version, [new("husband_address", "wrong", null)], "पत्ता दुरुस्त करा."))).IsDone);
        var page = await (await wife.Browser.Open($"{at}/query/husband_address")).Form("#question").With("answer", "घर क्र. 13, केसनंद").Press();
        Assert.Equal(at, (await page.Form().Press()).Path);
        Assert.Equal(["husband"], await Wedding.Missing(house, caseId));
        var row = await Wedding.Row(house, caseId);
        Assert.Equal((CaseStatus.AwaitingConsent, true), (row.Status, row.IsPaused));
        // Nothing is decided on what he has not agreed to.
        Assert.False((await house.Use((GrantApplication grant) => grant.Run(officer, caseId, row.Version, null))).IsDone);
        Assert.False((await wife.Browser.Open($"{at}/query")).Has("form[method=post] textarea"));
        Assert.Contains("घर क्र. 13", (await husband.Open($"{at}/consents/husband")).Text);
        await Consents(husband, $"{at}/consents/husband");
        Assert.Equal((CaseStatus.InProcess, false), ((await Wedding.Row(house, caseId)).Status, (await Wedding.Row(house, caseId)).IsPaused));
    }

    static async Task IsGranted(TestHouse house, TestCitizen wife, CaseReference c)
    {
        await new TestCase(house, wife, c).Pays();
        var officer = await AtGramPanchayat(house);
        var page = await officer.Open($"/desk/en/cases/{c}");
        Assert.Equal(4, page.Document.QuerySelectorAll("main table tbody tr th + td + td .ek-tag, main table tbody tr th + td + td strong").Length);
        await page.Form("#find").With("find-entry_no", "7/2026").With("find-registered_on-day", "2").With("find-registered_on-month", "3").With("find-registered_on-year", "2026").Press();
        await (await officer.Open($"/desk/en/cases/{c}/grant")).Form().Press();
        await house.OutboxDrained();
        var tracker = await wife.Browser.Open($"/mh/mr/cases/{c}");
        var pdf = Tool.OneLine((await wife.Browser.Open(tracker["main a[href$='/certificate.pdf']"].GetAttribute("href")!)).Bytes);
        Assert.Contains("गणेश कदम", pdf);
        Assert.Contains("सीमा जगताप", pdf);
    }

    static async Task Consents(Browser browser, string address)
    {
        var page = await (await browser.Open(address)).Form("#agree").With("agrees", "yes").Press();
        Assert.Equal((HttpStatusCode.OK, address, false), (page.Status, page.Path, page.Has("#agree")));
    }

    static async Task<Browser> AtGramPanchayat(TestHouse house)
    {
        var browser = house.Browser();
        var page = await house.SignsIn(browser, "gp.kesnand");
        if (page.Path != "/desk/en/inbox")
        {
            page = await page.Form().With("post", (await house.Post("gp_kesnand", "gram_panchayat_adhikari")).ToString()).Press();
        }
        Assert.Equal("/desk/en/inbox", page.Path);
        return browser;
    }
}
