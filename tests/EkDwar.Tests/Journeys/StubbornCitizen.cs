using System.Net;
using System.Net.Sockets;
using EkDwar.Cases;
using EkDwar.Tests.Foundation.Files;

namespace EkDwar.Tests.Journeys;

/// <summary>
/// Sends her application over HTTP and, where the answer is lost, sends the same form again until it is acknowledged;
/// then gives the paper that was missing, as stubbornly. Remembers what was acknowledged to her.
/// </summary>
sealed class StubbornCitizen(CookieContainer cookies, TestCitizen citizen)
{
    HttpRequestMessage? submit;
    Func<HttpRequestMessage>? again;

    public TestCitizen Citizen => citizen;
    public CaseReference? Acknowledged { get; private set; }
    public bool HasGivenPaper { get; private set; }
    public bool IsDone => Acknowledged is not null && HasGivenPaper;

    /// <summary>One step against a house at this address; false when the answer did not come.</summary>
    public async Task<bool> Step(Uri address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = address };
        client.Timeout = TimeSpan.FromSeconds(20);
        try
        {
            if (Acknowledged is null) await Send(new(client));
            else await GivePaper(new(client), Acknowledged.Value);
            return true;
        }
        // A socket that dies between connecting and being asked who is at its other end says so bare, not as a failed request.
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException or SocketException)
        {
            return false;
        }
    }

    async Task Send(Browser browser)
    {
        if (again is null)
        {
            var check = await browser.Open("/mh/mr/apply/income-certificate/check-answers");
            Assert.Equal(HttpStatusCode.OK, check.Status);
            submit = check.Form().Request();
            var body = await submit.Content!.ReadAsStringAsync();
            var path = submit.RequestUri!.AbsolutePath;
            again = () => new(HttpMethod.Post, path) { Content = new StringContent(body, null, "application/x-www-form-urlencoded") };
        }
        using var answer = await browser.Client.SendAsync(again());
        if (IsTrouble(answer.StatusCode)) return;
        Assert.True(IsAcknowledgement(answer, out var reference), $"{(int)answer.StatusCode} {answer.Headers.Location}");
        Acknowledged = reference;
    }

    async Task GivePaper(Browser browser, CaseReference reference)
    {
        var page = await browser.Open($"/mh/mr/cases/{reference}/papers/income_proof");
        if (IsTrouble(page.Status)) return;
        // Given already, the answer was lost: led to the acknowledgement.
        HasGivenPaper = page.Status == HttpStatusCode.OK && page.Path.EndsWith("/submitted", StringComparison.Ordinal);
        if (HasGivenPaper) return;
        using var given = await browser.Client.SendAsync(page.Form().With("answer-kind", "talathi_report").WithFile("answer-file", "दाखला.jpg", Samples.Jpeg(), "image/jpeg").Request());
        HasGivenPaper = IsAcknowledgement(given, out var same) && same == reference;
    }

    static bool IsTrouble(HttpStatusCode status) => status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InternalServerError;

    /// <summary>Led to the acknowledgement of a case: that is what the house has promised to keep.</summary>
    static bool IsAcknowledgement(HttpResponseMessage answer, out CaseReference reference)
    {
        reference = default;
        return answer.Headers.Location?.OriginalString.Split('/') is [.., var name, "submitted"] && CaseReference.TryParse(name, out reference);
    }
}
