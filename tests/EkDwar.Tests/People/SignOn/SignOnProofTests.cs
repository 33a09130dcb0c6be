using EkDwar.People;
using EkDwar.People.SignIns;
using EkDwar.People.SignOn;
using EkDwar.People.SignOn.Emulator;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.People.SignOn;

/// <summary>Proving anew who one is, in a session that began at a state's own sign-on.</summary>
[Collection("sign-on")]
public sealed class Proving_at_the_states_own_sign_on(SignOnHouse shared) : IAsyncLifetime
{
    const string Tahsildar = "tahsildar.haveli", Prove = "/desk/en/prove";
    const string NotAnew = "You were not asked anew with two factors there. Try again, or ask the administrator of your office to let you set your own authenticator here.";

    string hash = "";

    TestHouse House => shared.House;

    public async ValueTask InitializeAsync()
    {
        await shared.BeginAnew();
        hash = await House.Db(db => db.Set<Official>().Where(one => one.Login == Tahsildar).Select(one => one.PasswordHash).SingleAsync());
    }

    public async ValueTask DisposeAsync()
    {
        shared.Emulator.Fault = EmulatorFault.None;
        await Has(hash);
        await House.Db(db => db.Set<Official>().Where(one => one.Login == Tahsildar).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockedUntil, (DateTime?)null).SetProperty(one => one.FailedTries, 0)));
    }

    Task Has(string password) => House.Db(db => db.Set<Official>().Where(one => one.Login == Tahsildar).ExecuteUpdateAsync(set => set.SetProperty(one => one.PasswordHash, password)));

    /// <summary>Somebody who has nothing of the house's own, signed in long ago, on the page that asks her.</summary>
    async Task<(Browser Browser, TestCase Case, Page Asked)> Asked(string password = "")
    {
        await Has(password);
        var (c, browser) = (await House.Case().Reported(), House.Browser());
        Assert.Equal("/desk/en/inbox", (await shared.SignsOn(browser, Tahsildar)).Path);
        House.Clock.Advance(TimeSpan.FromMinutes(16));
        var asked = await browser.Case(c, "/grant");
        Assert.Equal(Prove, asked.Path);
        return (browser, c, asked);
    }

    [Fact]
    public async Task asks_there_again_whatever_it_remembers_and_leads_back_to_what_was_to_be_signed()
    {
        var (_, c, asked) = await Asked();
        Assert.False(asked.Has("#code-form"));
        var leaving = await asked.Form("#sign-on").Press();
        var address = leaving["#go"].GetAttribute("href")!;
        Assert.Contains("prompt=login", address);
        Assert.Contains("max_age=0", address);
        var grant = await (await leaving.Follow("#go")).Form().With("login", Tahsildar).Press("way=both");
        Assert.Equal($"/desk/en/cases/{c.Reference}/grant", grant.Path);
        Assert.Equal("/desk/en/inbox", (await grant.Form().Press()).Path);
    }

    [Theory, InlineData("one"), InlineData("another"), InlineData("long ago"), InlineData("no time"), InlineData("no")]
    public async Task proves_nothing_for_another_without_two_factors_or_when_it_asked_nobody(string what)
    {
        var (browser, c, asked) = await Asked();
        shared.Emulator.Fault = what == "long ago" ? EmulatorFault.AskedLongAgo : what == "no time" ? EmulatorFault.NoAskedTime : EmulatorFault.None;
        var provider = await (await asked.Form("#sign-on").Press()).Follow("#go");
        var back = await provider.Form().With("login", what == "another" ? "clerk.haveli" : Tahsildar).Press("way=" + (what is "one" or "no" ? what : "both"));
        Assert.Equal(Prove, back.Path);
        Assert.Equal([what == "no" ? "You did not finish signing in there. Begin again." : NotAnew], back.Problems);
        Assert.Equal(Prove, (await browser.Case(c, "/grant")).Path);
        if (what != "no") Assert.Contains(await shared.Records(), record => record.Outcome == SignOnOutcome.NotAnew);
        // Told once.
        Assert.Empty((await browser.Open(Prove)).Problems);
    }

    [Fact]
    public async Task is_the_houses_own_factor_where_she_has_one()
    {
        var (browser, _, asked) = await Asked(hash);
        Assert.False(asked.Has("#sign-on"));
        // Nor by a form that another page made for her, nor if she got one since she set out.
        var forged = asked.Form("#code-form").Request();
        forged.RequestUri = new("http://localhost" + Prove + "?handler=SignOn");
        Assert.Equal(403, (int)(await browser.Send(forged)).Status);
        House.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.EndsWith("/grant", (await asked.Form("#code-form").With("code", await House.AuthenticatorCode(Tahsildar)).Press()).Path);
        var (_, _, again) = await Asked();
        var provider = await (await again.Form("#sign-on").Press()).Follow("#go");
        await Has(hash);
        Assert.Equal([NotAnew], (await provider.Form().With("login", Tahsildar).Press("way=both")).Problems);
    }

    [Fact]
    public async Task counts_as_one_when_signing_in_only_from_when_it_was_asked()
    {
        await Has("");
        var (c, browser) = (await House.Case().Reported(), House.Browser());
        await shared.SignsOn(browser, Tahsildar);
        Assert.EndsWith("/grant", (await browser.Case(c, "/grant")).Path);
        foreach (var fault in (EmulatorFault[])[EmulatorFault.AskedLongAgo, EmulatorFault.NoAskedTime])
        {
            shared.Emulator.Fault = fault;
            browser = House.Browser();
            // She comes in all the same: that she may work is another question.
            Assert.Equal("/desk/en/inbox", (await shared.SignsOn(browser, Tahsildar)).Path);
            Assert.Equal(Prove, (await browser.Case(c, "/grant")).Path);
        }
    }

    [Fact]
    public async Task of_a_sign_in_that_has_ended_brings_nobody_in()
    {
        var (browser, _, asked) = await Asked();
        var provider = await (await asked.Form("#sign-on").Press()).Follow("#go");
        await (await browser.Open("/desk/en/inbox")).Form("header form").Press();
        await provider.Form().With("login", Tahsildar).Press("way=both");
        Assert.Equal("/desk/en/sign-in", (await browser.Open("/desk/en/inbox")).Path);
        Assert.Equal(0, await House.Db(db => db.Set<SignIn>().CountAsync(one => one.ProvedAt >= House.Clock.GetUtcNow().UtcDateTime)));
    }
}
