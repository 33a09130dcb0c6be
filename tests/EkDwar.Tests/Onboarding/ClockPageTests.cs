using System.Net;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Onboarding;

/// <summary>The page on which the clock of the demo is put forward.</summary>
public sealed class The_page_of_the_clock : IAsyncLifetime
{
    const string Days = "form[action*='handler=Days']", Day = "form[action$='handler=Day']", Real = "form[action*='handler=Real']";

    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    DateTimeOffset Now => house.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    [Fact]
    public async Task moves_the_whole_house_and_takes_it_back()
    {
        var browser = house.Browser();
        var page = await browser.Open("/dev/clock?lang=en");
        Assert.Contains("2 March 2026", page.Text);
        Assert.Null(page.Document.QuerySelector(Real));
        page = await page.Form(Days).With("days", "१५").Press();
        Assert.Equal(("/dev/clock", HttpStatusCode.OK), (page.Path, page.Status));
        Assert.Contains("17 March 2026", page.Text);
        Assert.Contains("Put forward by 15 days", page.Text);
        Assert.Equal(TestClock.Start.AddDays(15), Now);
        // A case that is sent now is of that day.
        Assert.Equal(new(2026, 3, 17), StateTime.Day((await (await house.Case().Submitted()).Row()).SubmittedAt));
        page = await page.Form(Day).With("on-day", "1").With("on-month", "April").With("on-year", "2026").Press();
        Assert.Contains("1 April 2026", page.Text);
        page = await page.Form(Real).Press();
        Assert.Contains("This is the real time.", page.Text);
        Assert.Equal(TestClock.Start, Now);
    }

    [Fact]
    public async Task refuses_what_is_no_way_forward()
    {
        var browser = house.Browser();
        foreach (var days in (string[])["", "0", "-3", "9999", "many"])
        {
            var page = await (await browser.Open("/dev/clock?lang=en")).Form(Days).With("days", days).Press();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        }
        var back = await (await browser.Open("/dev/clock?lang=en")).Form(Day).With("on-day", "1").With("on-month", "1").With("on-year", "2026").Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.Status);
        Assert.Contains("The clock goes forward only", back.Text);
        var none = await (await browser.Open("/dev/clock?lang=en")).Form(Day).With("on-day", "31").With("on-month", "4").With("on-year", "2026").Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
    }

    [Fact]
    public async Task is_followed_by_the_codes_beside_the_people_of_the_demo()
    {
        var browser = house.Browser();
        await (await browser.Open("/dev/clock?lang=en")).Form(Days).With("days", "33").Press();
        var people = await browser.Open("/dev/people?lang=en");
        var login = people.Document.QuerySelectorAll("main code")[1].TextContent;
        var code = people.Document.QuerySelectorAll("main code")[2].TextContent;
        var official = await house.Db(db => Task.FromResult(db.Set<Official>().Single(one => one.Login == login)));
        Assert.Equal(await house.Use((OfficialLogins logins) => Task.FromResult(Totp.Code(logins.SecretOf(official), Totp.StepAt(Now.UtcDateTime)))), code);
    }
}
