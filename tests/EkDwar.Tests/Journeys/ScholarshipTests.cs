using System.Net;
using System.Text;
using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Catalogue;
using EkDwar.Deciding;
using EkDwar.Delivering.Benefits;
using EkDwar.Delivering.Instalments;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>A scholarship's year: sanctioned in two instalments, the first paid, sent back by the bank and paid again, the second after the attendance; renewed, or stopped.</summary>
public sealed class A_scholarship
{
    const string Service = "post-matric-scholarship", Other = "MAHB0000456";

    // Of plausible answers: fees of 1,42,000, of which 50,000 count, a Scheduled Caste, in a hostel.
    const long Half = 31_750_00;

    static async Task<ServiceDefinition> Of(TestHouse house) => (await house.Use((PublishedServices services) => services.Current("mh", Service)))!;

    static Task<List<Instalment>> Parts(TestHouse house, TestCase c) => house.Db(db => db.Set<Instalment>().AsNoTracking().Where(one => one.CaseId == c.CaseId).OrderBy(one => one.Seq).ToListAsync());

    static async Task<long> Version(TestCase c) => (await c.Row()).Version;

    static string? Why(Outcome<CaseReference> outcome) => outcome.IsDone ? null : outcome.Refusals[0].Code;

    static async Task<bool> WasTold(TestHouse house, string words)
    {
        await house.OutboxDrained();
        return (await house.Phone()).Any(sms => sms.Text.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>What the officer of the office that sanctioned, and the one who records the attendance, type.</summary>
    static Task<Outcome<CaseReference>> Pays(TestHouse house, DeskSession desk, TestCase c, int seq, long version, DateOnly on) =>
        house.Use((PayInstalment pay) => pay.Run(desk, c.CaseId, seq, version, (on, "utr-1")));

    static Task<Outcome<CaseReference>> Records(TestHouse house, DeskSession desk, TestCase c, long version, string holds, string percent, string? words = null) =>
        house.Use((RecordNeed record) => record.Run(desk, c.CaseId, 2, version, new(holds, percent, words)));

    static DateOnly Today(TestHouse house) => EkDwar.Foundation.Time.StateTime.Day(house.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task is_paid_in_instalments_sent_back_and_paid_again_and_renewed()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var c = await A_pension.Granted(house, citizen, Service);
        Assert.Equal([(Half, new DateOnly(2026, 3, 12), NeedStatus.None), (Half, new DateOnly(2026, 4, 15), NeedStatus.Awaited)], (await Parts(house, c)).Select(one => (one.AmountMinor, one.DueOn, one.Need)));
        var mine = (await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}")).Text;
        foreach (var said in (string[])["एकूण ₹63,500.00", "12 मार्च 2026 रोजी देय", "15 एप्रिल 2026 रोजी देय; कार्यालयाने ही नोंद केल्यावर: दुसऱ्या सत्रातील उपस्थिती"]) Assert.Contains(said, mine);

        await FirstIsPaid(house, c);
        await BankSendsItBack(house, citizen, c);
        await SecondWaits(house, c);
        await Renewed(house, citizen, c);
        Assert.Equal("BenefitStarted InstalmentPaid InstalmentReturned AccountCorrected InstalmentPaid InstalmentNeedRecorded InstalmentPaid",
            string.Join(' ', (await c.Ledger()).Select(one => one.Kind).Where(kind => kind.StartsWith("Instalment", StringComparison.Ordinal) || kind is "BenefitStarted" or "AccountCorrected")));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    // A session ends within the hour: after days at the latest somebody signs in anew.
    static async Task<Browser> Office(TestHouse house)
    {
        var browser = house.Browser();
        Assert.EndsWith("/inbox", (await house.SignsIn(browser, "socialwelfare.pune")).Path);
        return browser;
    }

    static async Task<Browser> Home(TestHouse house, TestCitizen citizen)
    {
        var browser = house.Browser();
        var asked = await (await browser.Open("/mh/mr/sign-in")).Form().With("mobile", citizen.Mobile).Press();
        var known = await asked.Form().With("code", await house.CodeFor(citizen.Mobile)).Press();
        if (known.Path.EndsWith("/person", StringComparison.Ordinal)) await known.Form().With("person", citizen.Session.PersonId!.Value.ToString()).Press();
        return browser;
    }

    static async Task FirstIsPaid(TestHouse house, TestCase c)
    {
        var officer = await Office(house);
        var list = await (await officer.Open("/desk/en/inbox")).Follow("Payment list of this month");
        foreach (var said in (string[])["Parvatibai Kadam", "First instalment", "Due on 12 March 2026", "1 persons, ₹31,750.00 in all"]) Assert.Contains(said, list.Text);
        Assert.DoesNotContain("Second instalment", list.Text);
        Assert.EndsWith($",31750.00,,first,2026-03-12\r\n", Encoding.UTF8.GetString((await officer.Open("/desk/en/pay-list.csv")).Bytes));
        // Not before it is due.
        Assert.DoesNotContain("Note as paid", (await officer.Case(c, "/instalments/1")).Text);
        house.Clock.AdvanceDays(12);
        officer = await Office(house);
        var page = await officer.Case(c, "/instalments/1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Form("#paid").Press()).Status);
        Assert.Contains("must not be before", (await page.Form("#paid").With("paid-day", "11").With("paid-month", "3").With("paid-year", "2026").With("bank", "UTR1").Press()).Text);
        var paid = await page.Form("#paid").With("paid-day", "13").With("paid-month", "3").With("paid-year", "2026").With("bank", "sbin326-1").Press();
        foreach (var said in (string[])["Noted as paid", "Paid on 13 March 2026", "SBIN326-1"]) Assert.Contains(said, paid.Text);
        // The same form once more is the same act; another page of the same version is told.
        Assert.Contains("Paid on 13 March 2026", (await page.Form("#paid").With("paid-day", "13").With("paid-month", "3").With("paid-year", "2026").With("bank", "sbin326-1").Press()).Text);
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("#paid").With("paid-day", "14").With("paid-month", "3").With("paid-year", "2026").With("bank", "UTR2").Press()).Status);
        Assert.True(await WasTold(house, "पहिला हप्ता ₹31750.00 खात्यात जमा"));
        Assert.Contains("Instalments noted as paid this month", (await officer.Open("/desk/en/pay-list")).Text);
        Assert.Equal(HttpStatusCode.OK, (await officer.Open("/desk/en/pay-list.csv")).Status);
    }

    static async Task BankSendsItBack(TestHouse house, TestCitizen citizen, TestCase c)
    {
        var (officer, hers, account) = (await Office(house), await Home(house, citizen), $"/mh/mr/cases/{c.Reference}/account");
        Assert.Equal(HttpStatusCode.NotFound, (await hers.Open(account)).Status);
        var page = await officer.Case(c, "/instalments/1");
        Assert.Contains("Choose why", (await page.Form("#returned").Press()).Text);
        Assert.Contains("There is no such account", (await page.Form("#returned").With("reason", "account_wrong").Press()).Text);
        Assert.True(await WasTold(house, "बँकेने पहिला हप्ता परत पाठवला"));
        Assert.Contains("Instalments that cannot be paid yet", (await officer.Open("/desk/en/pay-list")).Text);
        Assert.DoesNotContain("Note as paid", (await officer.Case(c, "/instalments/1")).Text);

        var form = await (await hers.Open($"/mh/mr/cases/{c.Reference}")).Follow("दुसरे बँक खाते द्या");
        Assert.Contains("XXXXXXXX7890", form.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Form().With("ifsc", Other).With("number", "701234567891").With("again", "701234567890").Press()).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.Form().With("ifsc", "MAHB0000123").With("number", "601234567890").With("again", "601234567890").Press()).Status);
        await form.Form().With("ifsc", Other).With("number", "701234567891").With("again", "701234567891").Press();
        Assert.True(await WasTold(house, "दुसरे बँक खाते दिले"));
        Assert.Equal(HttpStatusCode.NotFound, (await hers.Open(account)).Status);
        Assert.Contains($"XXXXXXXX7891, {Other}", (await officer.Open("/desk/en/pay-list")).Text);
        var again = await officer.Case(c, "/instalments/1");
        Assert.Contains("Paid on 14 March 2026", (await again.Form("#paid").With("paid-day", "14").With("paid-month", "3").With("paid-year", "2026").With("bank", "UTR3").Press()).Text);
    }

    static async Task SecondWaits(TestHouse house, TestCase c)
    {
        house.Clock.AdvanceDays(40);
        var officer = await Office(house);
        var waiting = (await officer.Open("/desk/en/pay-list")).Text;
        foreach (var said in (string[])["Instalments that cannot be paid yet", "once the office has recorded: attendance of the second term"]) Assert.Contains(said, waiting);
        Assert.DoesNotContain("Nobody is on your payment list", waiting);
        var (assistant, inspector) = (await house.Desk("assistant_commissioner_social_welfare"), await house.Desk("social_welfare_inspector"));
        Assert.Equal("delivering.instalment_not_payable", Why(await Pays(house, assistant, c, 2, await Version(c), Today(house))));
        // Whoever pays does not record, and who records does not pay.
        Assert.Equal(DeskCases.NotYours.Code, Why(await Records(house, assistant, c, await Version(c), "yes", "80")));
        Assert.Equal(DeskCases.NotYours.Code, Why(await Pays(house, inspector, c, 2, await Version(c), Today(house))));
        foreach (var (holds, percent, words, why) in ((string, string, string?, string)[])[
            ("", "80", null, "delivering.need_choose"), ("yes", "", null, "delivering.percent_wrong"), ("yes", "101", null, "delivering.percent_wrong"),
            ("yes", "74", null, "delivering.percent_too_low"), ("no", "75", "आजारी", "delivering.percent_enough"), ("no", "60", null, "cases.words_needed")])
            Assert.Equal(why, Why(await Records(house, inspector, c, await Version(c), holds, percent, words)));
        Assert.Equal(c.CaseId, Assert.Single(await house.Use((ReadAwaitedNeeds read) => read.Run(inspector))).File.Case.CaseId);
        Assert.Empty(await house.Use((ReadAwaitedNeeds read) => read.Run(assistant)));
        Assert.Null(Why(await Records(house, inspector, c, await Version(c), "yes", "८२")));
        Assert.Empty(await house.Use((ReadAwaitedNeeds read) => read.Run(inspector)));
        await house.OutboxDrained();
        var version = await Version(c);
        var both = await Task.WhenAll(Pays(house, assistant, c, 2, version, Today(house)), Pays(house, assistant, c, 2, version, Today(house).AddDays(-1)));
        Assert.Equal(Acts.SomebodyElseWasFirst, Assert.Single(Assert.Single(both, one => !one.IsDone).Refusals));
        Assert.Equal(3, (await c.Ledger()).Count(one => one.Kind == "InstalmentPaid"));
    }

    static async Task Renewed(TestHouse house, TestCitizen citizen, TestCase c)
    {
        var tracker = $"/mh/mr/cases/{c.Reference}";
        var hers = await Home(house, citizen);
        Assert.DoesNotContain("पुढील वर्षासाठी नूतनीकरण करा", (await hers.Open(tracker)).Text);
        Assert.Contains("अजून आलेली नाही", (await (await hers.Open(tracker + "/renew")).Form().Press()).Text);
        house.Clock.Set(new DateTimeOffset(2026, 5, 10, 6, 0, 0, TimeSpan.Zero));
        hers = await Home(house, citizen);
        var asked = await (await (await hers.Open(tracker)).Follow("पुढील वर्षासाठी नूतनीकरण करा")).Form().Press();
        Assert.StartsWith($"/mh/mr/apply/{Service}/", asked.Path);
        var draft = (await house.Use((Drafts drafts) => drafts.Open(citizen.Session, "mh", Service)))!;
        Assert.Equal("renewal", draft.Answers.Text("kind"));
        Assert.Equal((2, 2, 82), (draft.Answers["earlier"]!["paid"]!.GetValue<int>(), draft.Answers["earlier"]!["instalments"]!.GetValue<int>(), draft.Answers["earlier"]!["percent"]!.GetValue<int>()));
        Assert.Equal("sc", draft.Answers.Text("category"));
        Assert.False(draft.Answers.Has("account"));

        var next = await A_pension.Granted(house, citizen, Service);
        Assert.Equal([new DateOnly(2026, 6, 11), new DateOnly(2027, 4, 15)], (await Parts(house, next)).Select(one => one.DueOn));
        // For a year there is one sanction: a second application of the same year is not granted.
        Assert.Equal("deciding.sanctioned_for_year", await RefusedAtTheEnd(house, citizen));
    }

    static async Task<string?> RefusedAtTheEnd(TestHouse house, TestCitizen citizen)
    {
        var service = await Of(house);
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>().Run(citizen.Session,
            (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", Service))!, Guid.CreateVersion7().ToString("N"), "web", "mr"));
        var c = new TestCase(house, citizen, sent.Value);
        foreach (var stage in service.Stages.SkipLast(1)) await Every_service_of_the_catalogue.Acts(house, service, stage, c.CaseId);
        var assistant = await house.Desk("assistant_commissioner_social_welfare");
        var version = await Version(c);
        return Why(await house.Use((GrantApplication grant) => grant.Run(assistant, c.CaseId, version, null)));
    }

    [Fact]
    public async Task that_is_stopped_pays_nothing_more_and_other_desks_and_strangers_see_none_of_it()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var c = await A_pension.Granted(house, citizen, Service);
        house.Clock.AdvanceDays(12);
        var (assistant, inspector) = (await house.Desk("assistant_commissioner_social_welfare"), await house.Desk("social_welfare_inspector"));
        Assert.Null(Why(await Pays(house, assistant, c, 1, await Version(c), Today(house))));
        await SeenByNobodyElse(house, c);
        Assert.Null(Why(await Records(house, inspector, c, await Version(c), "no", "40", "उपस्थिती नोंदवहीत 40 टक्के.")));
        Assert.True(await WasTold(house, "दुसरा हप्ता रोखला आहे"));
        var mine = (await (await Home(house, citizen)).Open($"/mh/mr/cases/{c.Reference}")).Text;
        foreach (var said in (string[])["अट पूर्ण नसल्याची कार्यालयाची नोंद आहे", "उपस्थिती नोंदवहीत 40 टक्के."]) Assert.Contains(said, mine);
        // What was recorded may be mended until it is paid.
        Assert.Null(Why(await Records(house, inspector, c, await Version(c), "yes", "76")));

        Assert.Null(Why(await house.Use(async (StopBenefit stop) => await stop.Run(assistant, c.CaseId, await Version(c), "महाविद्यालय सोडले."))));
        Assert.Equal([InstalmentStatus.Paid, InstalmentStatus.Stopped], (await Parts(house, c)).Select(one => one.Status));
        house.Clock.AdvanceDays(60);
        Assert.Equal("delivering.instalment_not_payable", Why(await Pays(house, assistant, c, 2, await Version(c), Today(house))));
        Assert.Equal("delivering.need_closed", Why(await Records(house, inspector, c, await Version(c), "yes", "80")));
        Assert.Empty(await house.Use((ReadPayList read) => read.Run(assistant)));
        // What the bank sends back now is not paid again, and no account is asked for.
        Assert.Null(Why(await house.Use(async (ReturnInstalment back) => await back.Run(assistant, c.CaseId, 1, await Version(c), ("account_closed", null)))));
        var hers = await Home(house, citizen);
        Assert.Equal(HttpStatusCode.NotFound, (await hers.Open($"/mh/mr/cases/{c.Reference}/account")).Status);
        Assert.Contains("लाभ बंद झाला", (await (await hers.Open($"/mh/mr/cases/{c.Reference}/renew")).Form().Press()).Text);
        Assert.Empty((await house.Use((Drafts drafts) => drafts.OpenOrStart(citizen.Session, "mh", Service)))!.Facts.Licences);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static async Task SeenByNobodyElse(TestHouse house, TestCase c)
    {
        var tahsildar = await house.AtDesk("tahsildar");
        foreach (var path in (string[])["/instalments/1", "/instalments/2", "/instalments/3", "/benefit"]) Assert.Equal(HttpStatusCode.NotFound, (await tahsildar.Case(c, path)).Status);
        Assert.Contains("No instalment waits for your post", (await tahsildar.Open("/desk/en/instalments")).Text);
        var other = await house.Desk("tahsildar");
        Assert.Equal(DeskCases.NotYours.Code, Why(await Pays(house, other, c, 1, await Version(c), Today(house))));
        Assert.Equal(DeskCases.NotYours.Code, Why(await Records(house, other, c, await Version(c), "yes", "80")));
        Assert.Equal(DeskCases.NotYours.Code, Why(await house.Use(async (ReturnInstalment back) => await back.Run(other, c.CaseId, 1, await Version(c), ("other", "x")))));
        var stranger = await house.SignedInCitizen("9000000017", name: "रमेश पवार");
        foreach (var path in (string[])["", "/account", "/renew"]) Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.Open($"/mh/mr/cases/{c.Reference}{path}")).Status);
    }
}
