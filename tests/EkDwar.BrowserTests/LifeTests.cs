using EkDwar.Cases;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Foundation.Pdf;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.BrowserTests;

/// <summary>Whole lives of an income certificate in a real browser with JavaScript off.</summary>
public sealed class A_life_without_JavaScript(StockedHouse stock) : IAsyncLifetime
{
    const string Mobile = "9876543210";
    const string Ask = "वेतन दाखला वाचता येत नाही. नवा द्या.";

    TestHouse house = null!;
    Visitor citizen = null!, official = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.OpenOnLoopback();

    async Task<CitizenWalk> Enter(string language)
    {
        citizen = await Visitor.Enter(stock.Chromium, house, language, width: 360);
        official = await Visitor.Enter(stock.Chromium, house, language);
        return new(citizen, Mobile);
    }

    [Theory]
    [InlineData("mr", "मार्च", "education", null)]
    [InlineData("en", "3", "other", "Bank loan for a well")]
    public async Task leads_from_search_to_a_certificate_anybody_verifies(string language, string month, string purpose, string? words)
    {
        var walk = await Enter(language);
        await FindsService();
        await walk.FillsEverything(await stock.Chromium.Photo("वेतन दाखला"), month, purpose, words);
        await walk.ChangesAddress("घर क्र. 14, वाघोली रस्ता, 412207");
        var reference = await walk.SubmitsByDoubleClick();
        Assert.Equal(1, await house.Db(db => db.Set<Case>().CountAsync(TestContext.Current.CancellationToken)));
        var first = await IsAcknowledged(reference, language);
        await PaysAtTheGateway(reference);

        var desk = new DeskWalk(official, reference);
        await desk.OpensCase("clerk.haveli");
        await official.Sees(CitizenWalk.Name);
        await official.Sees("घर क्र. 14");
        await official.SeesNot("घर क्र. 12,");
        await desk.Queries(Ask);
        house.Clock.AdvanceDays(3);
        await AnswersQuery(walk, reference);
        house.Clock.AdvanceDays(1);
        await desk.OpensCase("clerk.haveli");
        await desk.Forwards();
        await desk.SignsOut();
        await desk.OpensCase("circle.haveli");
        await desk.Reports();
        await desk.OpensCase("tahsildar.haveli");
        await desk.Grants();

        var records = new Records(house, reference);
        await records.OutboxIsEmpty();
        var last = (await records.Case()).DueOn!.Value;
        Assert.True(last > first, "three days with the citizen move the date");
        await citizen.OnPhone(Mobile, text => text.Contains(Notice("CertificateIssued", reference, last), StringComparison.Ordinal));
        var certificate = await Downloads(walk, reference);
        await TrackerTells(last);
        await IsCertificate(certificate, reference);
        await IsVerified(certificate, reference);
        await desk.OpensCaseAgain("tahsildar.haveli");
        await desk.TakesCertificateBack("दुसऱ्या व्यक्तीचे उत्पन्न लिहिले होते.");
        await IsShownAsRevoked(certificate, reference);
        await IsTracked(walk, reference);
        await records.OutboxIsEmpty();
        await records.LedgerSays(CaseEvent.ApplicationSubmitted, CaseEvent.FeePaid, CaseEvent.QueryRaised, CaseEvent.QueryAnswered, CaseEvent.CaseForwarded,
            CaseEvent.FieldReportGiven, CaseEvent.ApplicationGranted, CaseEvent.CertificateIssued, CaseEvent.CertificateRevoked);
        Assert.Empty(citizen.Complaints().Concat(official.Complaints()));
    }

    [Fact]
    public async Task ends_in_a_refusal_whose_letter_the_citizen_reads()
    {
        const string reasons = "वेतन दाखल्यावर सही नाही. बँकेचे विवरणपत्र दिलेले नाही.";
        var walk = await Enter("mr");
        await walk.FillsEverything(await stock.Chromium.Photo("वेतन दाखला"));
        var reference = await walk.SubmitsByDoubleClick();
        var desk = new DeskWalk(official, reference);
        await desk.OpensCase("clerk.haveli");
        await desk.Forwards();
        await desk.SignsOut();
        await desk.OpensCase("circle.haveli");
        await desk.Reports();
        await desk.OpensCase("tahsildar.haveli");
        var letter = await desk.Refuses("income_not_proved", reasons);
        Assert.Contains(reference.ToString(), letter, StringComparison.Ordinal);

        var records = new Records(house, reference);
        await records.OutboxIsEmpty();
        await citizen.OnPhone(Mobile, text => text.Contains(Notice("ApplicationRefused", reference, null), StringComparison.Ordinal));
        await citizen.Open($"cases/{reference}");
        // She reads the very letter the officer previewed.
        foreach (var line in letter.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) await citizen.Sees(line);
        await records.LedgerSays(CaseEvent.ApplicationSubmitted, CaseEvent.CaseForwarded, CaseEvent.FieldReportGiven, CaseEvent.ApplicationRefused);
        Assert.Empty(citizen.Complaints().Concat(official.Complaints()));
    }

    [Fact]
    public async Task without_the_paper_has_no_date_until_it_is_given()
    {
        var walk = await Enter("mr");
        await walk.FillsEverything(photo: null);
        await citizen.Sees(citizen.T("applying.papers_missing_warning"));
        var reference = await walk.SubmitsByDoubleClick();
        var records = new Records(house, reference);
        Assert.Equal((CaseStatus.AwaitingPapers, null), ((await records.Case()).Status, (await records.Case()).DueOn));
        await citizen.Sees(citizen.T("applying.slip.starts_when_given"));
        await citizen.SeesNot(citizen.T("applying.slip.due_by"));
        var slip = Tool.OneLine(await citizen.Download($"/mh/mr/cases/{reference}/slip.pdf"));
        Assert.Contains("उत्पन्नाचा पुरावा", slip, StringComparison.Ordinal);
        Assert.DoesNotContain(citizen.T("applying.slip.due_by"), slip, StringComparison.Ordinal);
        await citizen.OnPhone(Mobile, text => text.Contains(Notice("ApplicationSubmitted_papers_missing", reference, null), StringComparison.Ordinal));

        await citizen.Page.Locator("main a[href$='/papers/income_proof']").ClickAsync();
        await citizen.Choose("answer-kind", "talathi_report");
        await citizen.Upload("answer-file", "अहवाल.jpg", await stock.Chromium.Photo("तलाठ्याचा अहवाल"));
        await citizen.Press("applying.give_paper");
        var due = (await records.Case()).DueOn;
        await citizen.Sees($"{citizen.T("applying.slip.due_by")}: {LongDate.Of(due!.Value, citizen.Language)}");
        await records.OutboxIsEmpty();
        await citizen.OnPhone(Mobile, text => text.Contains(Notice("PapersCompleted", reference, due), StringComparison.Ordinal));
        await records.LedgerSays(CaseEvent.ApplicationSubmitted, CaseEvent.PapersCompleted);
        Assert.Empty(citizen.Complaints());
    }

    async Task FindsService()
    {
        await citizen.Open("");
        await citizen.Type("q", "utpanna dakhla");
        await citizen.Press("finding.search");
        await citizen.Page.Locator("main a[href$='/services/income-certificate']").ClickAsync();
        string[] seen =
        [
            citizen.T("deadlines.calendar_days", ("days", "15")), "₹69", citizen.T("finding.papers"), citizen.T("applying.officer.designated"),
            citizen.T("applying.officer.first_appellate"), citizen.T("applying.officer.second_appellate"),
        ];
        foreach (var words in seen) await citizen.Sees(words);
        Assert.Equal(0, await citizen.Page.Locator("main details").CountAsync());
        await citizen.Press("finding.apply");
    }

    async Task<DateOnly> IsAcknowledged(CaseReference reference, string language)
    {
        var c = await new Records(house, reference).Case();
        Assert.Equal((CaseStatus.InProcess, language), (c.Status, c.Language));
        var due = LongDate.Of(c.DueOn!.Value, citizen.Language);
        await citizen.Sees($"{citizen.T("applying.slip.due_by")}: {due}");
        var slip = Tool.OneLine(await citizen.Download($"/mh/{language}/cases/{reference}/slip.pdf"));
        foreach (var words in (string[])[reference.ToString(), due, CitizenWalk.Name]) Assert.Contains(words, slip, StringComparison.Ordinal);
        await citizen.OnPhone(Mobile, text => text.Contains(Notice("ApplicationSubmitted", reference, c.DueOn), StringComparison.Ordinal));
        return c.DueOn.Value;
    }

    /// <summary>From the acknowledgement to the gateway's page and back, until the receipt is there.</summary>
    async Task PaysAtTheGateway(CaseReference reference)
    {
        await citizen.Press("applying.pay");
        await citizen.Press("paying.start", ("amount", "₹69.00"));
        await citizen.Press("paying.go", ("amount", "₹69.00"));
        // The gateway's page does not know in which language she reads.
        await citizen.Page.Locator("button[name=way][value=paid]").ClickAsync();
        Assert.EndsWith($"/cases/{reference}/receipt", citizen.Path, StringComparison.Ordinal);
        foreach (var words in (string[])[$"{reference}/1", CitizenWalk.Name, "₹69.00"]) await citizen.Sees(words);
    }

    async Task AnswersQuery(CitizenWalk walk, CaseReference reference)
    {
        await citizen.OnPhone(Mobile, text => text.Contains(Notice("QueryRaised", reference, null), StringComparison.Ordinal));
        await walk.SignIn($"cases/{reference}");
        await walk.BecomeKnownPerson(CitizenWalk.Name);
        await citizen.Follow("cases.do_answer");
        await citizen.Sees(Ask);
        await citizen.Page.Locator($"a[href$='/cases/{reference}/query/income_proof']").ClickAsync();
        await citizen.Choose("answer-kind", "salary_slip");
        await citizen.Upload("answer-file", "नवा.jpg", await stock.Chromium.Photo("वेतन दाखला, नवा"));
        await citizen.Press("applying.continue");
        await citizen.Type("words", "नवा दाखला जोडला आहे.");
        await citizen.Press("applying.send_answer");
        await citizen.Sees(citizen.T("cases.event.QueryAnswered"));
    }

    async Task<byte[]> Downloads(CitizenWalk walk, CaseReference reference)
    {
        await citizen.Page.Context.ClearCookiesAsync();
        await walk.SignIn($"cases/{reference}");
        await walk.BecomeKnownPerson(CitizenWalk.Name);
        // Its words name the size, which is not known here.
        var link = citizen.Page.Locator("main a[href$='/certificate.pdf']");
        return await citizen.Download((await link.GetAttributeAsync("href"))!);
    }

    async Task TrackerTells(DateOnly due)
    {
        foreach (var happened in (string[])["ApplicationSubmitted", "FeePaid", "QueryRaised", "QueryAnswered", "CaseForwarded", "FieldReportGiven", "ApplicationGranted", "CertificateIssued"])
            await citizen.Sees(citizen.T("cases.event." + happened));
        await citizen.Sees(LongDate.Of(due, citizen.Language));
        await citizen.Page.GetByText(citizen.T("cases.how_counted"), new() { Exact = true }).First.ClickAsync();
        var days = await citizen.Page.Locator("details tbody tr").AllInnerTextsAsync();
        // Submitted on Monday 2 March, decided on the 6th: five days told, each with its date.
        Assert.Equal([2, 3, 4, 5, 6], days.Select(day => int.Parse(day.Split(' ')[0])));
        Assert.All(days, day => Assert.Contains(LongDate.Of(new DateOnly(2026, 3, int.Parse(day.Split(' ')[0])), citizen.Language), day, StringComparison.Ordinal));
    }

    static Task IsCertificate(byte[] pdf, CaseReference reference)
    {
        Assert.Contains("Signature is Valid", Tool.On(pdf, "pdfsig", "-nocert"), StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors", Tool.On(pdf, "qpdf", "--check"), StringComparison.Ordinal);
        var text = Tool.OneLine(pdf);
        foreach (var words in (string[])[CitizenWalk.Name, CitizenWalk.Latin, "₹2,00,000", reference + "-1"]) Assert.Contains(words, text, StringComparison.Ordinal);
        return Task.CompletedTask;
    }

    async Task IsVerified(byte[] pdf, CaseReference reference)
    {
        await using var anybody = await Visitor.Enter(stock.Chromium, house, citizen.Language.Code, width: 360);
        await ByNumber(anybody, reference, "Valid");
        await anybody.Type("payload", Tool.Scan(pdf));
        await anybody.Press("delivering.verify.compare_code");
        Assert.Equal(anybody.T("delivering.verify.Genuine"), await anybody.Page.Locator("#verdict").InnerTextAsync());
        await anybody.Sees(CitizenWalk.Name);
        await anybody.Type("fileNumber", reference + "-1");
        await anybody.Upload("pdf", "a.pdf", pdf, "application/pdf");
        await anybody.Press("delivering.verify.compare_file");
        Assert.Equal(anybody.T("delivering.verify.Genuine"), await anybody.Page.Locator("#verdict").InnerTextAsync());
        pdf[^1000] ^= 1;
        await anybody.Type("fileNumber", reference + "-1");
        await anybody.Upload("pdf", "a.pdf", pdf, "application/pdf");
        await anybody.Press("delivering.verify.compare_file");
        pdf[^1000] ^= 1;
        Assert.Equal(anybody.T("delivering.verify.Altered"), await anybody.Page.Locator("#verdict").InnerTextAsync());
        Assert.Empty(anybody.Complaints());
    }

    /// <summary>By its typed number a certificate tells service, office, date and status, and nothing it states.</summary>
    static async Task ByNumber(Visitor anybody, CaseReference reference, string status)
    {
        await anybody.Open("verify");
        await anybody.Type("number", reference + "-1");
        await anybody.Press("delivering.verify.check");
        Assert.Equal(anybody.T("delivering.verify.status." + status), await anybody.Page.Locator("#register").InnerTextAsync());
        await anybody.Sees(anybody.T("delivering.verify.office"));
        await anybody.Sees(LongDate.Of(new DateOnly(2026, 3, 6), anybody.Language));
        foreach (var secret in (string[])[CitizenWalk.Name, CitizenWalk.Latin, "2,00,000", "1,42,000", "केसनंद", "Kesnand"])
            Assert.DoesNotContain(secret, await anybody.Page.ContentAsync(), StringComparison.Ordinal);
    }

    async Task IsShownAsRevoked(byte[] pdf, CaseReference reference)
    {
        await using var anybody = await Visitor.Enter(stock.Chromium, house, citizen.Language.Code, width: 360);
        await ByNumber(anybody, reference, "Revoked");
        await anybody.Type("payload", Tool.Scan(pdf));
        await anybody.Press("delivering.verify.compare_code");
        await anybody.Sees(anybody.T("delivering.verify.status.Revoked"));
    }

    /// <summary>With the slip's number and a code, signed in nowhere.</summary>
    async Task IsTracked(CitizenWalk walk, CaseReference reference)
    {
        await citizen.Page.Context.ClearCookiesAsync();
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        await citizen.Open("track");
        await citizen.Type("reference", reference.Compact.ToLowerInvariant());
        await citizen.Press("people.send_code");
        await citizen.Type("code", await walk.NewestCode());
        await citizen.Press("cases.show_status");
        await citizen.Sees(citizen.T("cases.event.CertificateRevoked"));
        Assert.Equal(0, await citizen.Page.Locator("main a[href$='certificate.pdf']").CountAsync());
    }

    string Notice(string kind, CaseReference reference, DateOnly? due) => citizen.T("notifying." + kind, ("service", citizen.Language.Code == "mr" ? "उत्पन्न दाखला" : "Income certificate"),
        ("reference", reference.Compact), ("due", due is { } on ? LongDate.Of(on, citizen.Language) : ""));

    public async ValueTask DisposeAsync()
    {
        if (citizen is not null) await citizen.DisposeAsync();
        if (official is not null) await official.DisposeAsync();
        await house.DisposeAsync();
    }
}
