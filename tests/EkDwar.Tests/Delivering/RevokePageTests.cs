using System.Net;
using EkDwar.Cases;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Delivering;

public sealed class Taking_a_certificate_back
{
    [Fact]
    public async Task needs_a_reason_and_a_way_and_makes_it_anew()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        var browser = await house.AtDesk("tahsildar");
        var page = await browser.Case(c, "/certificate");
        Assert.Equal(["Choose what should happen.", "Write your reasons in words."], (await page.Form().Press()).Problems);
        var done = await page.Form().With("way", "anew").With("words", "नावात चूक").Press();
        Assert.Contains("A new one is being made.", done.TextOf(".govuk-notification-banner"));
        await house.OutboxDrained();
        Assert.Equal([CertificateStatus.Replaced, CertificateStatus.Valid], (await c.Certificates()).Select(certificate => certificate.Status));
        var after = await browser.Case(c, "/certificate");
        Assert.StartsWith("Valid", after.TextOf(".ek-door .ek-tag"));
        var pdf = await after.Follow($"main a[href$='/certificates/1.pdf']");
        Assert.Equal("application/pdf", pdf.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("%PDF"u8, pdf.Bytes.AsSpan(0, 4));
        Assert.Equal(1, await house.Db(db => db.Set<Look>().CountAsync(look => look.What == "certificate 1")));
    }

    [Fact]
    public async Task leaves_none_when_that_was_asked_and_tells_who_comes_second()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        var page = await (await house.AtDesk("tahsildar")).Case(c, "/certificate");
        await page.Form().With("way", "only").With("words", "खोटी माहिती").Press();
        await house.OutboxDrained();
        Assert.Equal([CertificateStatus.Revoked], (await c.Certificates()).Select(certificate => certificate.Status));
        var second = await page.Form().With("way", "anew").With("words", "पुन्हा").Press();
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.False(second.Has("main form"));
    }

    [Fact]
    public async Task for_a_figure_in_a_row_makes_it_anew_with_what_is_right()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        var page = await (await house.AtDesk("tahsildar")).Case(c, "/certificate/correct", "mr");
        Assert.Contains("anew-income-0-amount", page.Form().Names());
        Assert.DoesNotContain("anew-income-1-amount", page.Form().Names());
        var wrong = await page.Form().With("anew-income-0-amount", "a lot").With("words", "रक्कम चुकीची").Press();
        Assert.Equal([Marathi("questions.money_unreadable")], wrong.Problems);
        Assert.Equal(("a lot", "रक्कम चुकीची"), (wrong["#anew-income-0-amount"].GetAttribute("value"), wrong["#words"].TextContent.Trim()));
        Assert.Equal([CertificateStatus.Valid], (await c.Certificates()).Select(certificate => certificate.Status));
        // Whoever adds a row changes what was decided on.
        var request = wrong.Form().With("anew-income-0-amount", "77,777").Request();
        var sent = await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);
        request.Content = new StringContent(sent + "&anew-income-1-member=Ram&anew-income-1-source=farming&anew-income-1-amount=5", null, "application/x-www-form-urlencoded");
        Assert.Equal([Marathi("delivering.desk.rows_stay")], (await page.Browser.Send(request)).Problems);
        wrong = await (await house.AtDesk("tahsildar")).Case(c, "/certificate/correct");
        var done = await wrong.Form().With("anew-income-0-amount", "77,777").With("words", "रक्कम चुकीची").Press();
        Assert.Contains("A new one is being made.", done.TextOf(".govuk-notification-banner"));
        await house.OutboxDrained();
        Assert.Equal([CertificateStatus.Replaced, CertificateStatus.Valid], (await c.Certificates()).Select(certificate => certificate.Status));
        var file = (await house.Use((CaseFiles cases) => cases.Open(c.CaseId)))!;
        Assert.Equal(7777700, file.Answers["income"]!.AsArray()[0]!["amount"]!.GetValue<long>());
        var total = IndianNumber.Rupees(TableType.Total(file.Answers["income"]!, "amount"));
        Assert.Contains(total, Tool.OneLine((await page.Browser.Case(c, "/certificates/2.pdf")).Bytes));
        Assert.DoesNotContain(total, Tool.OneLine((await page.Browser.Case(c, "/certificates/1.pdf")).Bytes));

        static string Marathi(string text) => Texts.Get(LanguageCode.Marathi, text);
    }

    [Fact]
    public async Task for_a_mistake_of_writing_makes_it_anew_with_what_is_right()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        var page = await (await (await house.AtDesk("tahsildar")).Case(c, "/certificate")).Follow($"a[href='/desk/en/cases/{c.Reference}/certificate/correct']");
        Assert.Equal(["Write your reasons in words."], (await page.Form().Press()).Problems);
        Assert.Equal(["Change what is wrong; everything is as it was."], (await page.Form().With("words", "काही नाही").Press()).Problems);
        var wrong = await page.Form().With("anew-name-latin", "सुनीता").With("words", "नावात चूक").Press();
        Assert.Equal("सुनीता", wrong["#anew-name-latin"].GetAttribute("value"));
        var done = await wrong.Form().With("anew-name-local", "सुनीता रामराव पवार").With("anew-name-latin", "Sunita Ramrao Pawar").With("words", "नावात चूक").Press();
        Assert.Contains("A new one is being made.", done.TextOf(".govuk-notification-banner"));
        await house.OutboxDrained();
        var certificates = await c.Certificates();
        Assert.Equal([CertificateStatus.Replaced, CertificateStatus.Valid], certificates.Select(certificate => certificate.Status));
        async Task<string> Text(int seq) => Tool.Text((await page.Browser.Case(c, $"/certificates/{seq}.pdf")).Bytes);
        Assert.Contains("सुनीता रामराव पवार", await Text(2));
        Assert.DoesNotContain("सुनीता रामराव पवार", await Text(1));
        // She is found by the name that is right, and what was wrong is in the ledger.
        Assert.Contains($"{c.Reference}", (await (await page.Browser.Open("/desk/en/search")).Form("#search").With("words", "Ramrav Pavar").Press()).Text);
        Assert.Equal(nameof(CaseEvent.CertificateReissued), (await c.Ledger())[^1].Kind);
        Assert.Empty((await house.VerifiedLedger()).Faults);
        var clerk = await house.AtDesk("clerk");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c, "/certificate/correct")).Status);
    }

    [Fact]
    public async Task is_for_the_post_that_decided()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        var clerk = await (await house.AtDesk("clerk")).Case(c, "/certificate");
        Assert.Contains($"{c.Reference}-1", clerk.Text);
        Assert.False(clerk.Has("main form"));
    }
}
