using System.Net;
using System.Text;
using EkDwar.Foundation.Files;
using EkDwar.Tests.Foundation.Files;

namespace EkDwar.Tests.Journeys;

/// <summary>Answers and papers that cannot be right: refused in words, and nothing of them is kept.</summary>
public sealed class A_bad_answer(SharedHouse shared) : IClassFixture<SharedHouse>, IAsyncLifetime
{
    const string Apply = "/mh/mr/apply/income-certificate/";

    readonly TestHouse house = shared.House;
    Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        var citizen = await house.Citizen();
        await citizen.Draft();
        browser = await house.BrowserOf(citizen);
    }

    async Task<Page> Answer(string question, Func<Form, Form> fill)
    {
        var before = await Evidence.Of(house);
        var page = await browser.Open(Apply + question);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var answer = await fill(page.Form()).Press();
        Assert.Equal(before, await Evidence.Of(house));
        return answer;
    }

    [Theory]
    [InlineData("31", "2"), InlineData("३१", "फेब्रुवारी"), InlineData("੩੧", "2")]
    public async Task of_31_February_is_told_which_day_there_is_and_keeps_what_was_typed(string day, string month)
    {
        var page = await Answer("born_on", form => form.With("answer-day", day).With("answer-month", month).With("answer-year", "1985"));
        page.IsRefused(HttpStatusCode.UnprocessableEntity, "foundation.day-not-in-month");
        Assert.Single(page.Problems);
        Assert.Equal((day, month, "1985"), (page.Form().Value("answer-day"), page.Form().Value("answer-month"), page.Form().Value("answer-year")));
        Assert.Equal("#answer-day", page[".govuk-error-summary__list a"].GetAttribute("href"));
    }

    [Fact]
    public async Task of_a_megabyte_is_told_that_it_is_too_long()
    {
        var page = await Answer("address", form => form.With("answer", new string('a', 1024 * 1024)));
        page.IsRefused(HttpStatusCode.UnprocessableEntity, "foundation.problem.too_long");
    }

    [Fact]
    public async Task of_a_form_that_breaks_off_is_not_called_too_long()
    {
        var body = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"pdf\"\r\n\r\nhalf"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        var page = await house.Browser().Send(new(HttpMethod.Post, "/mh/mr/verify?handler=file") { Content = body });
        page.IsRefused(HttpStatusCode.BadRequest, "foundation.problem.bad");
    }

    [Fact]
    public async Task a_little_too_long_says_by_how_much_and_keeps_what_was_typed()
    {
        var typed = new string('अ', 600);
        var page = await Answer("address", form => form.With("answer", typed));
        page.IsRefused(HttpStatusCode.UnprocessableEntity, "questions.too_long");
        Assert.Contains("100", page.Problems[0], StringComparison.Ordinal);
        Assert.Equal(typed, page.Form().Value("answer"));
    }

    [Fact]
    public async Task that_is_not_UTF_8_is_refused()
    {
        var page = await browser.Open(Apply + "address");
        var token = page.Form().Value("__RequestVerificationToken");
        var before = await Evidence.Of(house);
        var body = new ByteArrayContent(Encoding.ASCII.GetBytes($"__RequestVerificationToken={Uri.EscapeDataString(token)}&answer=%FF%FE%C3%28"))
        {
            Headers = { ContentType = new("application/x-www-form-urlencoded") },
        };
        page = await browser.Send(new(HttpMethod.Post, Apply + "address") { Content = body });
        page.IsRefused(HttpStatusCode.UnprocessableEntity, "questions.not_utf8");
        Assert.Equal(before, await Evidence.Of(house));
    }

    [Theory]
    [InlineData("village", "answer", "pune.nowhere", "questions.place_unknown")]
    [InlineData("purpose", "answer", "bribery", "questions.choice_unknown")]
    public async Task that_was_never_offered_is_refused(string question, string name, string value, string key)
    {
        var page = await browser.Open(Apply + question);
        var before = await Evidence.Of(house);
        var body = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", page.Form().Value("__RequestVerificationToken")), KeyValuePair.Create(name, value)]);
        page = await browser.Send(new(HttpMethod.Post, Apply + question) { Content = body });
        page.IsRefused(HttpStatusCode.UnprocessableEntity, key);
        Assert.Equal(before, await Evidence.Of(house));
    }

    public static TheoryData<string, string> BadPapers => new()
    {
        { "a word processor's file", "files.not_accepted_type" }, { "an empty file", "files.empty" }, { "half a photo", "files.truncated" },
        { "a PDF with a password", "files.password_protected" }, { "a photo with a script in it", "files.polyglot" },
        { "a PDF with a web page behind it", "files.polyglot" }, { "an iPhone's photo", "files.heic" }, { "eleven megabytes", "files.too_big" },
    };

    [Theory, MemberData(nameof(BadPapers))]
    public async Task that_is_a_bad_paper_says_what_is_wrong_with_it(string what, string key)
    {
        // Whatever its name and type claim.
        var page = await Answer("income_proof", form => form.With("answer-kind", "salary_slip").WithFile("answer-file", "दाखला.jpg", Paper(what), "image/jpeg"));
        page.IsRefused(HttpStatusCode.UnprocessableEntity, key);
        Assert.Single(page.Problems);
    }

    [Fact]
    public async Task of_twelve_megabytes_is_cut_off()
    {
        await using var served = await TestHouse.OpenOnLoopback();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new(served.Settings.Url) };
        var page = await new Browser(client).Open("/mh/mr/verify");
        var before = await Evidence.Of(served);
        using var request = page.Form("form[enctype]").WithFile("pdf", "a.pdf", new byte[12 * 1024 * 1024], "application/pdf").Request();
        // Asks first, so that the answer is not lost while the body is still on its way.
        request.Headers.ExpectContinue = true;
        page = await page.Browser.Send(request);
        page.IsRefused(HttpStatusCode.RequestEntityTooLarge, "foundation.problem.too_large");
        Assert.Equal(before, await Evidence.Of(served));
    }

    static byte[] Paper(string what) => what switch
    {
        "a word processor's file" => [.. "PK\u0003\u0004"u8, .. new byte[200]],
        "an empty file" => [],
        "half a photo" => Samples.Jpeg(64, 64)[..200],
        "a PDF with a password" => PdfSamples.Of("/Encrypt 5 0 R ", PdfSamples.Catalogue, PdfSamples.Pages, PdfSamples.Page, PdfSamples.Contents, "<< /Filter /Standard >>"),
        "a photo with a script in it" => Samples.Jpeg(32, 16, false, Samples.Segment(0xFE, [.. "<script>alert(1)</script>"u8])),
        "a PDF with a web page behind it" => [.. PdfSamples.Plain(), .. "<!DOCTYPE html><p>Page of the portal that sent this"u8],
        "an iPhone's photo" => [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[300]],
        "eleven megabytes" => [.. Samples.Jpeg(), .. new byte[FileStore.MaxLength]],
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
