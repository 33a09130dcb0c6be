using System.Net;

namespace EkDwar.Tests.Finding;

/// <summary>A few answers before signing in, and every service by whether it can be had; nothing of it stands in an address.</summary>
public sealed class Asking_what_one_can_get
{
    [Fact]
    public async Task lists_what_is_sure_what_depends_on_more_and_what_not_and_why()
    {
        await using var house = await TestHouse.Open();
        var page = await (await house.Browser().Open("/mh/en")).Follow("What can I get?");
        var answer = await page.Form("#what").With("born_on-year", "1950").With("yearly_income", "90,000").Press();
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Senior citizen", answer.TextOf("h2 + ul"));
        Assert.Contains("It depends on", answer.Text);
        Assert.Contains("Old-age pension", answer.Text);
        Assert.True(answer.Has("details a[href$='/services/niradhar-certificate']"));
        Assert.Equal("1950", answer.Form("#what").Value("born_on-year"));
        Assert.DoesNotContain("1950", answer.Address.ToString());
    }

    [Fact]
    public async Task says_what_cannot_be_read_and_keeps_the_rest()
    {
        await using var house = await TestHouse.Open();
        var page = await house.Browser().Open("/mh/en/what-can-i-get");
        var again = await page.Form("#what").With("born_on-year", "58").With("yearly_income", "much").Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(2, again.Problems.Count);
        Assert.Equal("much", again.Form("#what").Value("yearly_income"));
    }
}
