using System.Text;
using EkDwar.Tests.Foundation.Pdf;

namespace EkDwar.Tests.Journeys;

/// <summary>A name with a joiner in it, र्‍हा, which careless software loses: the same bytes wherever it is shown.</summary>
public sealed class The_name_of_Dnyaneshwar_Rhalkar
{
    const string Name = "ज्ञानेश्वर र्‍हाळकर";

    [Fact]
    public async Task is_the_same_to_the_last_byte_on_slip_certificate_and_desk()
    {
        Assert.Contains('\u200D', Name);
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen(name: Name);
        var c = await house.Case().By(citizen).Certified();
        var browser = await house.BrowserOf(citizen);
        foreach (var file in (string[])["slip.pdf", "certificate.pdf"])
            Assert.Contains(Name, Tool.OneLine((await browser.Open($"/mh/mr/cases/{c.Reference}/{file}")).Bytes), StringComparison.Ordinal);
        // What her village lies in stands on it as well.
        Assert.Contains("Haveli taluka, Pune district", Tool.OneLine((await browser.Open($"/mh/mr/cases/{c.Reference}/certificate.pdf")).Bytes), StringComparison.Ordinal);
        Contains(await browser.Open($"/mh/mr/cases/{c.Reference}/submitted"));
        var desk = house.Browser();
        house.Clock.Advance(TimeSpan.FromSeconds(31));
        var page = await (await desk.Open("/desk/mr/sign-in")).Form().With("login", "tahsildar.haveli").With("password", EkDwar.Onboarding.SeedDemo.DemoPassword)
            .With("code", await house.AuthenticatorCode("tahsildar.haveli")).Press();
        Assert.Equal("/desk/mr/inbox", page.Path);
        Contains(await desk.Open($"/desk/mr/cases/{c.Reference}"));
    }

    static void Contains(Page page) => Assert.True(page.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Name)) > 0, $"not on {page.Address}");
}
