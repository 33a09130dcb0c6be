using EkDwar.Tests.Processing;

namespace EkDwar.Tests.People.Proving;

/// <summary>How an official's proof grows old, and how she gives another on the page that asks for it.</summary>
static class Proofs
{
    public const string Tahsildar = "tahsildar.haveli", Address = "/desk/en/prove";

    /// <summary>Sessions go on, proofs do not.</summary>
    public static void ProofsGrowOld(this TestHouse house) => house.Clock.Advance(TimeSpan.FromMinutes(16));

    public static async Task<Browser> SignedInLongAgo(this TestHouse house, string who = "tahsildar")
    {
        var browser = await house.AtDesk(who);
        house.ProofsGrowOld();
        return browser;
    }

    public static async Task<Page> Proves(this TestHouse house, Page page, string login = Tahsildar)
    {
        Assert.Equal((Address, "Show that it is you"), (page.Path, page.Heading));
        return await page.Form("#code-form").With("code", await house.AuthenticatorCode(login)).Press();
    }
}
