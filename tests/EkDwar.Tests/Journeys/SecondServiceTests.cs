using EkDwar.Cases;
using EkDwar.Delivering;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Journeys;

/// <summary>A service that is a file and nothing else lives its whole life: other questions, two papers, two desks, another certificate.</summary>
public sealed class A_second_service
{
    const string Service = "senior-citizen-certificate";

    [Fact]
    public async Task leads_from_its_first_question_to_its_certificate()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var page = await Answered(citizen.Browser, born: "1958");
        Assert.EndsWith("/check-answers", page.Path);
        Assert.Contains("98900 12345", page.Text);
        Assert.DoesNotContain("साठ वर्षे अजून", page.Text);
        page = await page.Form().Press();
        Assert.EndsWith("/submitted", page.Path);
        var c = await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.ServiceId == Service));
        Assert.Equal(CaseStatus.InProcess, c.Status);
        await new TestCase(house, citizen, c.Reference).Pays();

        var clerk = await house.AtDesk("clerk");
        var scrutiny = await clerk.Open($"/desk/en/cases/{c.Reference}");
        Assert.DoesNotContain("Conditions these answers do not meet", scrutiny.Text);
        Assert.Equal(2, scrutiny.Document.QuerySelectorAll("main figure img").Length);
        await scrutiny.Form("#forward").With("forward-note", "वयाचा पुरावा पाहिला.").Press();
        var tahsildar = await house.AtDesk("tahsildar");
        await (await tahsildar.Open($"/desk/en/cases/{c.Reference}/grant")).Form().Press();
        await house.OutboxDrained();

        var certificate = await house.Db(db => db.Set<Certificate>().AsNoTracking().SingleAsync(row => row.CaseId == c.CaseId));
        Assert.Equal(CertificateStatus.Valid, certificate.Status);
        var tracker = await citizen.Browser.Open($"/mh/mr/cases/{c.Reference}");
        var pdf = await citizen.Browser.Open(tracker["main a[href$='/certificate.pdf']"].GetAttribute("href")!);
        Assert.Equal("%PDF", System.Text.Encoding.ASCII.GetString(pdf.Bytes, 0, 4));
        Assert.Equal(certificate.PdfHash, CertificateFiles.HashOf(pdf.Bytes));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task says_at_once_what_is_not_met_and_lets_her_apply_all_the_same()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var page = await citizen.Browser.Open($"/mh/mr/apply/{Service}");
        page = await page.Form().With("answer-local", "पार्वतीबाई कदम").With("answer-latin", "Parvatibai Kadam").Press();
        page = await page.Form().With("answer-day", "1").With("answer-month", "1").With("answer-year", "1990").Press();
        Assert.Contains("साठ वर्षे अजून पूर्ण झालेली नाहीत", page.TextOf(".govuk-inset-text"));
        page = await Answered(citizen.Browser, born: "1990");
        Assert.Contains("साठ वर्षे अजून पूर्ण झालेली नाहीत", page.TextOf(".govuk-inset-text"));
        var sent = await page.Form().Press();
        Assert.EndsWith("/submitted", sent.Path);
        var desk = await (await house.AtDesk("clerk")).Open($"/desk/mr/cases/{sent.Path.Split('/')[^2]}");
        Assert.Contains("या उत्तरांनुसार पूर्ण न होणाऱ्या अटी तुमच्या जन्मतारखेवरून", desk.Text.Replace("हे प्रमाणपत्र साठ वर्षे पूर्ण झाल्यावर मिळते. ", "", StringComparison.Ordinal));
    }

    internal static async Task<Page> Answered(Browser browser, string born)
    {
        var page = await browser.Open($"/mh/mr/apply/{Service}/name");
        page = await page.Form().With("answer-local", "पार्वतीबाई कदम").With("answer-latin", "Parvatibai Kadam").Press();
        page = await (await browser.Open($"/mh/mr/apply/{Service}/born_on")).Form().With("answer-day", "१").With("answer-month", "1").With("answer-year", born).Press();
        // The taluka first, unless one of its villages stands there from before.
        if (page.Form().Offers("answer", "pune.haveli")) page = await page.Form().With("answer", "pune.haveli").Press();
        page = await page.Form().With("answer", "pune.haveli.kesnand").Press();
        page = await page.Form().With("answer", "घर क्र. 7, केसनंद, 412207").Press();
        page = await page.Form().With("answer", "b_pos").Press();
        page = await page.Form().With("answer", "मीना कदम, मुलगी").Press();
        page = await page.Form().With("answer", "98900 12345").Press();
        page = await WithPaper(page, "voter_card");
        page = await WithPaper(page, "ration_card");
        return await page.Form().With("answer", "yes").Press();
    }

    static Task<Page> WithPaper(Page page, string kind) =>
        page.Form().With("answer-kind", kind).WithFile("answer-file", "paper.jpg", Foundation.Files.Samples.Jpeg(), "image/jpeg").Press();
}
