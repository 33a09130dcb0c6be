using System.Net;
using EkDwar.Foundation;
using EkDwar.Foundation.Web;
using EkDwar.People;
using EkDwar.Tests.Processing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests.Attacks;

/// <summary>How much one network may ask, whose word on where a request comes from is believed, and what a watcher of the house sees.</summary>
public sealed class One_network : IAsyncLifetime
{
    const string Proxy = "198.51.100.7", Village = "203.0.113.9", Elsewhere = "203.0.113.77";

    readonly LogLines lines = new();
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open(services => services
        .AddSingleton<IStartupFilter, ComesFrom>().AddSingleton(LoggerFactory.Create(log => log.AddProvider(lines)))
        .PostConfigure<WebLimits>(limits =>
        {
            limits.Proxies.Add(Proxy);
            (limits.RequestsAMinute, limits.CodesAnHour, limits.CodesAnHourOfIPv6) = (300, 4, 2);
        }));

    Task<HttpResponseMessage> Ask(string from, string path, string? forwarded = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { ComesFrom.Header, from } } };
        if (forwarded is not null) request.Headers.Add("X-Forwarded-For", forwarded);
        return house.Client().SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task that_asks_without_end_is_told_to_wait_and_no_other()
    {
        await UntilTold("/session/desk.svg");
        // While nobody looked some more may have been allowed: its real clock goes on.
        var last = await UntilTold("/mh/mr/track");
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.NotNull(last.Headers.RetryAfter);
        Assert.Contains("lang=\"mr\"", await last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Ask(Elsewhere, "/mh/mr/track")).StatusCode);
        Assert.Contains(lines.All, line => line == "Not let in: requests, too many, from 203.0.113.0/24");
    }

    async Task<HttpResponseMessage> UntilTold(string address)
    {
        var last = await Ask(Village, address);
        for (var asked = 1; asked < 2_000 && last.StatusCode != HttpStatusCode.TooManyRequests; asked++) last = await Ask(Village, address);
        return last;
    }

    [Fact]
    public async Task is_who_a_named_proxy_says_and_nobody_else_is_believed()
    {
        Assert.Equal([null], await Networks(() => Sends("127.0.0.1", "9400000011", "203.0.113.1")));
        var (first, second) = ((await Networks(() => Sends(Proxy, "9400000012", Village)))[^1], (await Networks(() => Sends(Village, "9400000013", "192.0.2.1")))[^1]);
        Assert.NotNull(first);
        Assert.Equal(first, second);
        // Whoever stands before the proxy may have written the first of these.
        Assert.Equal(first, (await Networks(() => Sends(Proxy, "9400000014", $"192.0.2.1, {Village}")))[^1]);
    }

    async Task<List<string?>> Networks(Func<Task<Page>> act)
    {
        await act();
        return await house.Db(db => db.Set<OneTimeCode>().OrderBy(code => code.SentAt).Select(code => code.NetworkHash).ToListAsync());
    }

    async Task<Page> Sends(string from, string mobile, string? forwarded = null)
    {
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        var browser = house.Browser();
        browser.Client.DefaultRequestHeaders.Add(ComesFrom.Header, from);
        if (forwarded is not null) browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
        return await (await browser.Open("/mh/en/sign-in")).Form().With("mobile", mobile).Press();
    }

    [Fact]
    public async Task has_so_many_codes_an_hour_whatever_the_numbers_and_others_have_theirs()
    {
        for (var number = 0; number < 4; number++) Assert.Equal("/mh/en/sign-in/code", (await Sends(Village, $"940000010{number}")).Path);
        var refused = await Sends(Village, "9400000109");
        Assert.Contains("Too many codes were asked for from your network", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/mh/en/sign-in/code", (await Sends(Elsewhere, "9400000109")).Path);
        Assert.Equal("/mh/en/sign-in/code", (await Sends("2001:db8:1:2::7", "9400000110")).Path);
        Assert.Equal("/mh/en/sign-in/code", (await Sends("2001:db8:1:2::8", "9400000111")).Path);
        Assert.Contains("Too many codes", (await Sends("2001:db8:1:2:ffff::9", "9400000112")).Text, StringComparison.Ordinal);
        house.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("/mh/en/sign-in/code", (await Sends(Village, "9400000113")).Path);
        // Not kept as it is.
        Assert.DoesNotContain(await house.Db(db => db.Set<OneTimeCode>().Select(code => code.NetworkHash).ToListAsync()), hash => hash?.Contains("203", StringComparison.Ordinal) is true && hash.Length < 40);
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9"), InlineData("::ffff:203.0.113.9", "203.0.113.9"), InlineData("100.64.3.4", "100.64.3.4"), InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("127.0.0.1", null), InlineData("::1", null), InlineData("10.9.8.7", null), InlineData("172.16.0.1", null), InlineData("172.32.0.1", "172.32.0.1"), InlineData("192.168.1.1", null), InlineData("fd00::1", null), InlineData("fe80::1", null)]
    public void is_an_address_or_a_block_and_none_of_our_own(string address, string? network) => Assert.Equal(network, Network.Of(IPAddress.Parse(address)));

    [Fact]
    public async Task is_seen_coarsely_beside_who_came_in_who_did_not_and_what_was_refused()
    {
        var browser = house.Browser();
        browser.Client.DefaultRequestHeaders.Add(ComesFrom.Header, Village);
        await house.SignsIn(browser, "clerk.haveli", "a wrong password", "123456");
        await house.SignsIn(browser, "clerk.haveli");
        await browser.Open("/desk/en/cases/MH-7KQ4-2M9T-XB3W-C");
        var prove = await (await browser.Open("/desk/en/prove")).Form("#code-form").With("code", "000000").Press();
        house.Clock.Advance(TimeSpan.FromSeconds(30));
        await prove.Form("#code-form").With("code", await house.AuthenticatorCode("clerk.haveli")).Press();
        var official = await house.Db(db => db.Set<Official>().Where(one => one.Login == "clerk.haveli").Select(one => one.OfficialId).SingleAsync());
        Assert.Equal(
            ["Not let in: desk, people.desk_sign_in_wrong, from 203.0.113.0/24", $"Signed in: desk {official} from 203.0.113.0/24", "Refused: GET desk/{lang}/cases/{reference} with 404 to a desk from 203.0.113.0/24",
                "Not let in: proof, people.sign_on.code_wrong, from 203.0.113.0/24", $"Proved anew: desk {official} by code from 203.0.113.0/24"],
            lines.All.Where(line => line.Contains("203.0.113", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task is_seen_coarsely_beside_who_came_from_a_states_sign_on_and_was_not_let_in_and_nothing_else_is()
    {
        var browser = house.Browser();
        browser.Client.DefaultRequestHeaders.Add(ComesFrom.Header, Village);
        await browser.Open("/desk/sign-on/mh/back?code=x&state=y");
        var provider = await (await (await browser.Open("/desk/en/sign-in")).Form("#sign-on-mh").Press()).Follow("#go");
        await provider.Form().With("login", "nobody.at.all").Press("way=both");
        Assert.Equal(["Not let in: desk, people.sign_on.stale, from 203.0.113.0/24", "Not let in: desk, people.sign_on.unknown, from 203.0.113.0/24"], lines.All.Where(line => line.Contains("203.0.113", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines.All, line => line.Contains("nobody.at.all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task that_is_no_proxy_stops_the_start_with_one_sentence()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Web:Proxies:0"] = "not-a-proxy";
        builder.Services.AddLimits();
        await using var app = builder.Build();
        Assert.Equal("foundation.start.proxy", Assert.Throws<CannotStart>(() => app.UseProxies()).Key);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    /// <summary>The test server has no network: a header of the tests says from where a request comes.</summary>
    sealed class ComesFrom : IStartupFilter
    {
        public const string Header = "X-Comes-From";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Header].ToString() is { Length: > 0 } from ? from : "127.0.0.1");
                return rest(context);
            });
            next(app);
        };
    }
}
