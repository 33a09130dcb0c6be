using System.Collections.Concurrent;
using System.Net;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests.Attacks;

/// <summary>What a house shows of itself where it serves the public.</summary>
[Collection("attacks")]
public sealed class A_house_in_production(AttackedHouse all)
{
    [Fact]
    public async Task has_nothing_of_Development()
    {
        using var production = all.InProduction();
        var there = new List<string>();
        foreach (var route in all.Routes.Where(route => Rules.All[route.Name].Door == Door.Development || route.Pattern.StartsWith("/dev", StringComparison.Ordinal) || route.Pattern.StartsWith("/_", StringComparison.Ordinal)))
        {
            using var request = all.Request(route, all["clerk"], all.Things[0], token: all["clerk"].OpenToken);
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String("rzp_test_simulator:simulator"u8));
            if ((await all.Send(request)).Response.StatusCode != HttpStatusCode.NotFound) there.Add(route.Name);
        }
        Assert.Equal([], there);
    }

    [Fact]
    public async Task serves_no_file_beside_its_own()
    {
        foreach (var path in (string[])["/.git/HEAD", "/.git/config", "/.env", "/appsettings.json", "/EkDwar.dll", "/EkDwar.pdb", "/web.config", "/services/mh/state.yaml", "/data/keys/master.key", "/ekdwar.db",
            "/Finding/HomePage.cshtml", "/packages.lock.json", "/wwwroot/", "/swagger", "/openapi/v1.json", "/metrics", "/health", "/trace.axd", "/%2e%2e/EkDwar.dll", "/..%2f..%2fetc/passwd", "/fonts/", "/_framework/blazor.js"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost" + path);
            var (response, body) = await all.Send(request);
            Assert.True(response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {response.StatusCode}");
            Assert.DoesNotContain("Index of", body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task has_no_account_that_was_not_made()
    {
        var settings = await TestDatabase.NewEmpty();
        await using (var empty = await TestHouse.On(settings, services => services.GetRequiredService<Migrations>().Run()))
            Assert.Equal((0, 0), (await empty.Db(db => db.Set<Official>().CountAsync()), await empty.Db(db => db.Set<Account>().CountAsync())));
        await TestDatabase.Drop(settings);
    }

    [Fact]
    public async Task tells_nothing_of_a_failure()
    {
        using var log = new KeptLog();
        await using var house = await TestHouse.Open(services => services.AddSingleton(LoggerFactory.Create(builder => builder.AddProvider(log))));
        await house.Db(db => db.Database.ExecuteSqlAsync($"drop table one_time_codes"));
        var page = await (await house.Browser().Open("/mh/en/sign-in")).Form().With("mobile", "9400000009").Press();
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        foreach (var leak in (string[])["Exception", "   at ", "EkDwar.", "SQLite", "Npgsql", "one_time_codes", "9400000009"]) Assert.DoesNotContain(leak, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        // Whoever runs the house reads what it was, and not whose.
        Assert.Contains(log.Lines, line => line.Contains("A POST request failed") && line.Contains("one_time_codes"));
        Assert.DoesNotContain(log.Lines, line => line.Contains("9400000009"));
    }

    sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];
        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel level) => true;
        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> words) => Lines.Add($"{words(state, exception)} {exception}");
        public void Dispose() { }
    }
}

/// <summary>How one gets out again at a desk, which others may use after her.</summary>
[Collection("attacks")]
public sealed class A_way_out(AttackedHouse all)
{
    [Fact]
    public Task stands_on_every_page_of_the_desk() => Stands(Door.Desk, "clerk");

    [Fact]
    public Task stands_on_every_page_of_a_citizen() => Stands(Door.Citizen, "owner");

    async Task Stands(Door door, string who)
    {
        var (without, shown) = (new List<string>(), 0);
        foreach (var route in all.Routes.Where(route => route.Verb == "GET" && Rules.All[route.Name].Door == door))
        {
            var rule = Rules.All[route.Name];
            var (role, thing) = rule.May is null ? (all[rule.Only?[0] ?? who], all.Things[0]) : all.WhoMay(rule);
            using var request = all.Request(route, role, thing);
            var (response, body) = await all.Send(request);
            if (response.StatusCode != HttpStatusCode.OK || response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            shown++;
            if (!body.Contains("/sign-out\"", StringComparison.Ordinal)) without.Add(route.Name);
        }
        Assert.True(shown > 12, $"{shown} pages");
        Assert.Equal([], without);
    }
}

/// <summary>What stands in addresses: keys of things, never anything of a person.</summary>
[Collection("attacks")]
public sealed class An_address_of_the_house(AttackedHouse all)
{
    // The token of a visit is random, and opens nothing without the code; what is searched on a desk is a part of a place's name.
    static readonly string[] Holes = ["token", "draft", "state", "lang", "service", "question", "reference", "party", "topic", "status", "id", "number", "seq", "payment", "register", "official", "post", "request", "notice", "broadcast", "gateway", "secret"];
    static readonly string[] Asked = ["q", "reference", "returned", "paused", "page", "day", "take", "set-aside", "rows", "number", "office", "ReturnUrl", "post", "act", "official"];

    [Fact]
    public void has_no_hole_for_anything_personal()
    {
        var holes = all.Routes.SelectMany(route => System.Text.RegularExpressions.Regex.Matches(route.Pattern, @"\{(\w+)\}").Select(hole => hole.Groups[1].Value)).Distinct();
        Assert.Equal([], holes.Except(Holes));
        var asked = all.Routes.Where(route => route.Page is not null && route.Verb == "GET" && Rules.All[route.Name].Door != Door.Development)
            .SelectMany(route => route.Page!.HandlerMethods.Where(handler => handler.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase)))
            .SelectMany(handler => handler.Parameters).Where(parameter => parameter.BindingInfo?.BindingSource == Microsoft.AspNetCore.Mvc.ModelBinding.BindingSource.Query)
            .Select(parameter => parameter.BindingInfo!.BinderModelName ?? parameter.Name).Distinct();
        Assert.Equal([], asked.Except(Asked));
    }
}
