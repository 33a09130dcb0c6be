using System.Net;
using EkDwar.People;
using EkDwar.People.SignOn;
using EkDwar.People.SignOn.Emulator;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.People.SignOn;

[Collection("sign-on")]
public sealed class Signing_in_by_the_states_own_sign_on(SignOnHouse shared) : IAsyncLifetime
{
    const string Clerk = "clerk.haveli";

    TestHouse House => shared.House;

    public async ValueTask InitializeAsync() => await shared.BeginAnew();

    public async ValueTask DisposeAsync() => await House.Db(db => db.Set<Official>().ExecuteUpdateAsync(set => set.SetProperty(official => official.LockedUntil, (DateTime?)null).SetProperty(official => official.FailedTries, 0)));

    [Fact]
    public async Task leads_to_the_inbox_and_asks_for_no_code_where_the_provider_proved_two_factors()
    {
        var browser = House.Browser();
        var begun = await shared.Begins(browser);
        Assert.Equal("You are leaving this site", begun.Heading);
        var address = begun["#go"].GetAttribute("href")!;
        Assert.Equal("0; url=" + address, begun.Response.Headers.GetValues("Refresh").Single());
        Assert.Matches("code_challenge_method=S256", address);
        Assert.DoesNotContain("secret", address);
        var inbox = await (await begun.Follow("#go")).Form().With("login", " Clerk.Haveli ").Press("way=both");
        Assert.Equal("/desk/en/inbox", inbox.Path);
        Assert.Contains("Clerk, Haveli", inbox.TextOf(".ek-desk"));
        var record = Assert.Single(await shared.Records());
        Assert.Equal((SignOnOutcome.Recognised, await shared.Official(Clerk), "mh"), (record.Outcome, record.OfficialId!.Value, record.State));
        // She sees it, and adds no passkey in such a session.
        var account = await browser.Open("/desk/en/account");
        Assert.Contains("signed in", account.TextOf("#sign-ons + p + ul"));
        Assert.False(account.Has("#add-passkey"));
    }

    [Fact]
    public async Task asks_for_the_houses_code_where_the_provider_proved_one_factor()
    {
        var browser = House.Browser();
        var asked = await shared.SignsOn(browser, Clerk, "one", language: "mr");
        Assert.Equal(("/desk/mr/sign-on", "आणखी एक पायरी"), (asked.Path, asked.Heading));
        Assert.False(await SignOnHouse.IsAtDesk(browser));
        var wrong = await asked.Form().With("code", "000000").Press();
        Assert.Single(wrong.Problems);
        var inbox = await wrong.Form().With("code", await House.AuthenticatorCode(Clerk)).Press();
        Assert.Equal("/desk/mr/inbox", inbox.Path);
        Assert.Equal([SignOnOutcome.FactorAsked, SignOnOutcome.FactorWrong, SignOnOutcome.Recognised], (await shared.Records()).Select(record => record.Outcome));
    }

    [Fact]
    public async Task asks_for_it_always_where_the_states_file_says_no_proof_of_two()
    {
        var login = await shared.LoginOf("pb");
        var asked = await shared.SignsOn(House.Browser(), login, "both", "pb");
        Assert.Equal("One more step", asked.Heading);
        House.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/desk/en/inbox", (await asked.Form().With("code", await House.AuthenticatorCode(login)).Press()).Path);
    }

    [Fact]
    public async Task locks_after_ten_wrong_codes_as_beside_a_password()
    {
        var page = await shared.SignsOn(House.Browser(), Clerk, "one");
        for (var n = 0; n < 10; n++) page = await page.Form().With("code", "000000").Press();
        House.Clock.Advance(TimeSpan.FromSeconds(30));
        page = await page.Form().With("code", await House.AuthenticatorCode(Clerk)).Press();
        Assert.Equal(["Too many wrong tries. Wait fifteen minutes."], page.Problems);
        Assert.Equal(["Too many wrong tries. Wait fifteen minutes."], (await shared.SignsOn(House.Browser(), Clerk)).Problems);
    }

    [Fact]
    public async Task lets_her_choose_among_the_posts_of_that_state_alone()
    {
        var (official, circle) = (await shared.Official(Clerk), await House.Desk("circle_officer"));
        var elsewhere = await House.Db(db => (from post in db.Set<Post>() join office in db.Set<Office>() on post.OfficeId equals office.OfficeId where office.State == "pb" select post).FirstAsync());
        var held = new[] { circle.PostId, elsewhere.PostId }.Select(post => new PostHolding { PostHoldingId = Guid.CreateVersion7(), OfficialId = official, PostId = post, FromOn = new(2026, 1, 1) }).ToList();
        await House.Db(async db =>
        {
            db.AddRange(held);
            await db.Save();
        });
        try
        {
            var choice = await shared.SignsOn(House.Browser(), Clerk);
            Assert.Equal("Choose your post", choice.Heading);
            Assert.Equal(2, choice.Document.QuerySelectorAll("input[name=post]").Length);
            Assert.DoesNotContain($"{elsewhere.PostId}", choice.Document.DocumentElement.OuterHtml);
            Assert.Contains("Circle Officer, Haveli", (await choice.Form().With("post", $"{circle.PostId}").Press()).TextOf(".ek-desk"));
        }
        finally
        {
            await House.Db(db => db.Set<PostHolding>().Where(holding => held.Select(one => one.PostHoldingId).Contains(holding.PostHoldingId)).ExecuteDeleteAsync());
        }
    }

    [Fact]
    public async Task says_the_same_to_whoever_has_no_login_here_and_records_it()
    {
        var told = new HashSet<string>();
        Assert.Equal("/desk/en/inbox", (await shared.SignsOn(House.Browser(), Clerk)).Path);
        shared.Emulator.GivenAway = Clerk;
        foreach (var login in new[] { "nobody.at.all", await shared.LoginOf("pb"), Clerk })
        {
            var browser = House.Browser();
            var page = await shared.SignsOn(browser, login);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            told.Add(page.TextOf("main"));
            Assert.False(await SignOnHouse.IsAtDesk(browser));
        }
        Assert.Single(told);
        Assert.Contains("no login here is yours", told.Single());
        Assert.Equal([SignOnOutcome.Recognised, SignOnOutcome.Unknown, SignOnOutcome.Unknown, SignOnOutcome.AnotherPerson], (await shared.Records()).Select(record => record.Outcome));
        shared.Emulator.GivenAway = null;
        Assert.Equal("/desk/en/inbox", (await shared.SignsOn(House.Browser(), Clerk)).Path);
    }

    [Fact]
    public async Task ends_with_the_post_with_the_link_and_at_once_when_it_is_switched_off()
    {
        var configuration = House.Services.GetRequiredService<IConfiguration>();
        foreach (var end in (Func<Task>[])[() => Off(configuration, "true"), () => House.Db(db => db.Set<SignOnLink>().ExecuteDeleteAsync()), () => House.Db(db => db.Set<PostHolding>().Where(holding => holding.OfficialId == tahsildar).ExecuteDeleteAsync())])
        {
            tahsildar = await shared.Official("tahsildar.haveli");
            await Off(configuration, "");
            var browser = House.Browser();
            Assert.Equal("/desk/en/inbox", (await shared.SignsOn(browser, "tahsildar.haveli")).Path);
            var before = await House.Db(db => db.Set<PostHolding>().AsNoTracking().Where(holding => holding.OfficialId == tahsildar).ToListAsync());
            await end();
            House.Clock.Advance(TimeSpan.FromSeconds(61));
            Assert.False(await SignOnHouse.IsAtDesk(browser));
            if (await House.Db(db => db.Set<PostHolding>().AnyAsync(holding => holding.OfficialId == tahsildar))) continue;
            Assert.Equal(["You hold no post today. Ask the administrator of your office."], (await shared.SignsOn(browser, "tahsildar.haveli")).Problems);
            await House.Db(async db =>
            {
                db.AddRange(before);
                await db.Save();
            });
        }
        await Off(configuration, "true");
        Assert.False((await House.Browser().Open("/desk/en/sign-in")).Has("#sign-on-mh"));
        await Off(configuration, "");
    }

    Guid tahsildar;

    static Task Off(IConfiguration configuration, string value)
    {
        configuration["SignOn:mh:Off"] = value;
        return Task.CompletedTask;
    }

    [Fact]
    public async Task offers_to_sign_out_there_too()
    {
        var browser = House.Browser();
        var left = await (await shared.SignsOn(browser, Clerk)).Form("header form").Press();
        Assert.Equal("/desk/en/signed-out/mh", left.Path);
        Assert.False(await SignOnHouse.IsAtDesk(browser));
        Assert.Contains("client_id=ekdwar&post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Fdesk&", left["#leave"].GetAttribute("href"));
        var there = await left.Follow("#leave");
        Assert.Equal("/desk/mr/sign-in", (await there.Follow("main a[href='http://localhost/desk']")).Path);
    }

    [Fact]
    public async Task lets_nobody_in_who_must_choose_a_password_first()
    {
        var circle = await shared.Official("circle.haveli");
        var before = await House.Db(db => db.Set<Official>().AsNoTracking().SingleAsync(official => official.OfficialId == circle));
        await House.Db(db => db.Set<Official>().Where(official => official.OfficialId == circle).ExecuteUpdateAsync(set => set.SetProperty(official => official.PasswordHash, "")));
        // New in her post, she needs none where the provider proves both; with one factor she does.
        Assert.Equal("/desk/en/inbox", (await shared.SignsOn(House.Browser(), "circle.haveli")).Path);
        var refused = await shared.SignsOn(House.Browser(), "circle.haveli", "one");
        Assert.True(refused.Has("main a[href='/desk/en/enrol']"));
        // Who lost them chooses new ones first, however she comes.
        await House.Db(db => db.Set<Official>().Where(official => official.OfficialId == circle).ExecuteUpdateAsync(set => set.SetProperty(official => official.FactorsEndedAt, before.FactorsEndedAt ?? new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
        Assert.True((await shared.SignsOn(House.Browser(), "circle.haveli")).Has("main a[href='/desk/en/enrol']"));
        await House.Db(db => db.Set<Official>().Where(official => official.OfficialId == circle).ExecuteUpdateAsync(set => set.SetProperty(official => official.PasswordHash, before.PasswordHash).SetProperty(official => official.FactorsEndedAt, before.FactorsEndedAt)));
    }

    [Theory, InlineData("RS256", false), InlineData("PS256", true)]
    public async Task takes_the_algorithms_of_its_list_and_the_secret_as_the_provider_wants_it(string algorithm, bool inForm)
    {
        (shared.Emulator.Algorithm, shared.Emulator.TakesSecretInFormOnly) = (algorithm, inForm);
        shared.Emulator.RollKey("mh");
        Assert.Equal("/desk/en/inbox", (await shared.SignsOn(House.Browser(), Clerk)).Path);
        shared.Emulator.RollKey("mh");
    }

    [Fact]
    public async Task goes_on_when_the_provider_rolls_its_key_but_asks_for_keys_once_a_minute()
    {
        Assert.Equal("/desk/en/inbox", (await shared.SignsOn(House.Browser(), Clerk)).Path);
        House.Clock.Advance(TimeSpan.FromMinutes(2));
        shared.Emulator.RollKey("mh");
        Assert.Equal("/desk/en/inbox", (await shared.SignsOn(House.Browser(), Clerk)).Path);
        // Another one so soon is not asked for.
        shared.Emulator.RollKey("mh");
        Assert.Equal(HttpStatusCode.Forbidden, (await shared.SignsOn(House.Browser(), Clerk)).Status);
        House.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/desk/en/inbox", (await shared.SignsOn(House.Browser(), Clerk)).Path);
    }

    [Fact]
    public async Task says_when_the_provider_is_away_or_she_came_back_without_signing_in()
    {
        var back = await shared.SignsOn(House.Browser(), Clerk, "no");
        Assert.Equal(["You did not finish signing in there. Begin again."], back.Problems);
        House.Clock.Advance(TimeSpan.FromHours(2));
        shared.Emulator.Fault = EmulatorFault.Fails;
        var away = await shared.Begins(House.Browser());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.Contains("cannot be reached now", away.Problems.Single());
        // Left alone for a moment, then asked again.
        shared.Emulator.Fault = EmulatorFault.None;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await shared.Begins(House.Browser())).Status);
        House.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal(HttpStatusCode.OK, (await shared.Begins(House.Browser())).Status);
        Assert.Equal([], await shared.Records());
    }
}
