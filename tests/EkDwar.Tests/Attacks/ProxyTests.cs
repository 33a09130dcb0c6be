namespace EkDwar.Tests.Attacks;

/// <summary>A proxy ends TLS and speaks plain HTTP to the house: cookies and headers are those of HTTPS all the same, and no header of the request decides it.</summary>
public sealed class A_house_behind_a_proxy
{
    static async Task<HttpResponseMessage> Asked(TestHouse house)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/mh/mr/track");
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await house.Client().SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task keeps_its_cookies_to_HTTPS_when_its_public_address_is_of_HTTPS()
    {
        var settings = await TestDatabase.New();
        await using (var house = await TestHouse.On(settings with { Url = "https://seva.example.gov.in" }, _ => Task.CompletedTask))
        {
            var answer = await Asked(house);
            Assert.Contains("secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
            Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        }
        await TestDatabase.Drop(settings);
    }

    [Fact]
    public async Task believes_no_header_that_anybody_can_send()
    {
        await using var house = await TestHouse.Open();
        Assert.False((await Asked(house)).Headers.Contains("Strict-Transport-Security"));
    }
}
