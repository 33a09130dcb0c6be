using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying;
using EkDwar.People;
using EkDwar.People.SignOn;
using EkDwar.Places;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests;

/// <summary>
/// The real application on a seeded database of its own, with its own clock and without background workers: a test
/// drains the outbox and makes checkpoints when it wants. Dispose it: its database goes with it.
/// </summary>
public sealed class TestHouse : IAsyncDisposable
{
    // One factory for all houses: EF Core keeps what it compiled once for each.
    static readonly ILoggerFactory Log = LoggerFactory.Create(log =>
    {
        if (Environment.GetEnvironmentVariable("EKDWAR_TEST_LOG") is not null) log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
    });

    readonly WebApplication app;
    readonly bool ownsDatabase;

    TestHouse(WebApplication app, Settings settings, TestClock clock, bool ownsDatabase) =>
        (this.app, Settings, Clock, this.ownsDatabase) = (app, settings, clock, ownsDatabase);

    public static Engine Engine => TestDatabase.Engine;
    public Settings Settings { get; }
    public TestClock Clock { get; }
    public IServiceProvider Services => app.Services;

    /// <summary>A house with the demo state in it. <paramref name="change"/> may replace services, such as a sender.</summary>
    public static async Task<TestHouse> Open(Action<IServiceCollection>? change = null) =>
        await Start(await TestDatabase.New(), new TestClock(), change, ownsDatabase: true);

    /// <summary>As <see cref="Open"/>, but served to real browsers on this machine, and at work: outbox and checkpoints run by themselves.</summary>
    public static async Task<TestHouse> OpenOnLoopback()
    {
        var settings = await TestDatabase.New();
        return await Start(settings with { Url = $"http://localhost:{FreePort()}", Works = true }, new TestClock(), null, ownsDatabase: true);
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A house for whatever the command line will serve from the same folders: its clock shows the real time.</summary>
    public static async Task<TestHouse> OpenNow()
    {
        var clock = new TestClock();
        clock.Set(TimeProvider.System.GetUtcNow());
        return await Start(await TestDatabase.New(), clock, null, ownsDatabase: true);
    }

    /// <summary>A second node of the same installation: same database, data folder and clock.</summary>
    public Task<TestHouse> SecondNode() => Start(Settings, Clock, null, ownsDatabase: false);

    /// <summary>A node of the same installation that reaches the database in another way.</summary>
    public Task<TestHouse> NodeOn(DatabasePlace place) => Start(Settings with { Database = place }, Clock, null, ownsDatabase: false);

    /// <summary>A node of the same installation whose state folders are others: a calendar was changed since.</summary>
    public Task<TestHouse> NodeWith(string services) =>
        Start(Settings with { Folders = Settings.Folders with { Services = services } }, Clock, null, ownsDatabase: false);

    /// <summary>A house on a database the caller looks after.</summary>
    internal static Task<TestHouse> On(Settings settings, Func<IServiceProvider, Task> beforeStart) =>
        Start(settings, new TestClock(), null, ownsDatabase: false, beforeStart);

    static async Task<TestHouse> Start(Settings settings, TestClock clock, Action<IServiceCollection>? change, bool ownsDatabase,
        Func<IServiceProvider, Task>? beforeStart = null)
    {
        var app = Program.Build(settings, builder =>
        {
            if (!settings.Works) builder.WebHost.UseTestServer();
            // That every service can be made is asked where the program itself is started, not in each of a thousand houses.
            builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = true);
            // The clock of Development runs over the test's: pages put that forward, a test this one.
            builder.Services.AddSingleton(new EkDwar.Foundation.Time.DevelopmentClock(clock, settings.Folders)).AddSingleton<TimeProvider>(provider => provider.GetRequiredService<EkDwar.Foundation.Time.DevelopmentClock>());
            builder.Services.AddSingleton(Log);
            BeQuick(builder);
            // What the house calls by its own address, the gateway's simulator, is itself.
            if (!settings.Works) builder.Services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(provider => new OwnServer(provider)));
            // A busy machine is no silent provider.
            builder.Services.AddHttpClient(SignOnProvider.Client, http => http.Timeout = TimeSpan.FromSeconds(30));
            change?.Invoke(builder.Services);
        });
        if (beforeStart is not null)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await beforeStart(scope.ServiceProvider);
        }
        await app.StartAsync();
        return new(app, settings, clock, ownsDatabase);
    }

    // What MVC finds out about our types and compiles for our pages is the same in each house, and a tenth of all the work of a thousand houses.
    static IModelMetadataProvider? types;
    static IRazorPageActivator? activator;
    static readonly ConcurrentDictionary<string, RazorPageFactoryResult> pages = [];

    sealed class SharedPages(IRazorPageFactoryProvider own) : IRazorPageFactoryProvider
    {
        public RazorPageFactoryResult CreateFactory(string relativePath) => pages.GetOrAdd(relativePath, own.CreateFactory);
    }

    /// <summary>Passwords are hashed in fewer rounds than the demo's; how many there are in Production is asked there.</summary>
    static void BeQuick(WebApplicationBuilder builder)
    {
        builder.Services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount /= builder.Environment.IsDevelopment() ? 100 : 1);
        builder.Services.AddSingleton(provider => types ??= ActivatorUtilities.CreateInstance<DefaultModelMetadataProvider>(provider));
        builder.Services.AddSingleton(provider => activator ??= ActivatorUtilities.CreateInstance<RazorPageActivator>(provider));
        var own = builder.Services.Single(service => service.ServiceType == typeof(IRazorPageFactoryProvider)).ImplementationType!;
        builder.Services.AddSingleton<IRazorPageFactoryProvider>(provider => new SharedPages((IRazorPageFactoryProvider)ActivatorUtilities.CreateInstance(provider, own)));
    }

    /// <summary>A use case or any other scoped service, in a scope of its own.</summary>
    public async Task<TResult> Use<T, TResult>(Func<T, Task<TResult>> use) where T : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public Task Use<T>(Func<T, Task> use) where T : notnull => Use<T, bool>(async service =>
    {
        await use(service);
        return true;
    });

    public Task<TResult> Db<TResult>(Func<EkDwarDb, Task<TResult>> use) => Use(use);

    public Task Db(Func<EkDwarDb, Task> use) => Use(use);

    /// <summary>Sends and makes all that is due now. Gives how many messages were handled.</summary>
    public Task<int> OutboxDrained() => app.Services.GetRequiredService<OutboxRound>().Drain(TestContext.Current.CancellationToken);

    /// <summary>The minute's checkpoint. Gives how many heads it covers.</summary>
    public Task<int> Checkpoint() => Use((MakeCheckpoint make) => make.Run());

    public Task<LedgerFindings> VerifiedLedger() => Use((VerifyLedger verify) => verify.Run());

    /// <summary>What has arrived on the phones of Development, newest first.</summary>
    public Task<IReadOnlyList<PhoneText>> Phone() => Use((DevelopmentPhone phone) => phone.Latest());

    /// <summary>The newest six-digit code sent to a mobile; drains the outbox first.</summary>
    public async Task<string> CodeFor(string mobile)
    {
        await OutboxDrained();
        var text = (await Phone()).First(message => message.To == mobile && message.Text.Any(char.IsDigit)).Text;
        return System.Text.RegularExpressions.Regex.Match(text, "[0-9]{6}").Value;
    }

    /// <summary>The session of whoever holds this post at the Haveli tahsil office: clerk, circle_officer, tahsildar.</summary>
    public Task<DeskSession> Desk(string designation) => Db(async db => await (
        from post in db.Set<Post>()
        join holding in db.Set<PostHolding>() on post.PostId equals holding.PostId
        join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
        where post.Designation == designation
        orderby office.Code == "haveli_tahsil" ? 0 : 1, post.PostId
        select new DeskSession(holding.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero }).FirstAsync());

    /// <summary>Two more clerks come to the Haveli tahsil office: from now on work for them arrives on the desk they share.</summary>
    public Task SharesWork() => Use((EkDwar.Onboarding.SeedDemo seed) => seed.Run());

    /// <summary>The session of whoever holds one of several posts of a designation at the Haveli tahsil office.</summary>
    public Task<DeskSession> Desk(string designation, int number) => Db(async db => await (
        from post in db.Set<Post>()
        join holding in db.Set<PostHolding>() on post.PostId equals holding.PostId
        join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
        where office.Code == "haveli_tahsil" && post.Designation == designation && post.Number == number
        select new DeskSession(holding.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero }).SingleAsync());

    /// <summary>The post of this designation at an office.</summary>
    public Task<Guid> Post(string office, string designation) => Db(async db => await (
        from post in db.Set<Post>()
        join at in db.Set<Office>() on post.OfficeId equals at.OfficeId
        where at.Code == office && post.Designation == designation && post.Number != EkDwar.Places.Post.Shared
        select post.PostId).SingleAsync());

    /// <summary>The code an official's authenticator shows now.</summary>
    public Task<string> AuthenticatorCode(string login) => Use(async (EkDwarDb db) =>
    {
        var official = await db.Set<Official>().AsNoTracking().SingleAsync(o => o.Login == login);
        return await Use((OfficialLogins logins) => Task.FromResult(Totp.Code(logins.SecretOf(official), Totp.StepAt(Clock.GetUtcNow().UtcDateTime))));
    });

    /// <summary>An account and a person, made by the use cases of signing in.</summary>
    public Task<TestCitizen> Citizen(string? mobile = null, string name = "ज्ञानेश्वर र्‍हाळकर") => TestCitizen.SignIn(this, mobile ?? NextMobile(), name);

    int mobiles;

    string NextMobile() => $"98{Interlocked.Increment(ref mobiles):D8}";

    /// <summary>The life of a case, told step by step and lived when awaited.</summary>
    public CaseBuilder Case() => new(this);

    /// <summary>A browser without JavaScript and without cookies yet.</summary>
    public Browser Browser() => Browser([]);

    /// <summary>A browser that has these cookies already, as somebody's would who took a copy of them.</summary>
    public Browser Browser(CookieCollection cookies)
    {
        var jar = new CookieContainer();
        jar.Add(cookies);
        return new(Client(jar), jar);
    }

    /// <summary>Somebody new, signed in with a browser through the pages; her browser goes on from there.</summary>
    public async Task<TestCitizen> SignedInCitizen(string? mobile = null, string name = "ज्ञानेश्वर र्‍हाळकर")
    {
        mobile ??= NextMobile();
        var browser = Browser();
        var asked = await (await browser.Open("/mh/mr/sign-in")).Form().With("mobile", mobile).Press();
        var known = await asked.Form().With("code", await CodeFor(mobile)).Press();
        var mine = await known.Form("form[action*='handler=add']").With("name", name).Press();
        Assert.Equal("/mh/mr/my", mine.Path);
        return await TestCitizen.Of(this, mobile, name, browser);
    }

    /// <summary>A plain client with cookies that follows no redirect.</summary>
    public HttpClient Client() => Client(new());

    HttpClient Client(CookieContainer jar) => new(new CookieContainerHandler(jar) { InnerHandler = app.GetTestServer().CreateHandler() })
    {
        BaseAddress = new("http://localhost"),
    };

    sealed class OwnServer(IServiceProvider services) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop) =>
            new HttpMessageInvoker(((TestServer)services.GetRequiredService<IServer>()).CreateHandler()).SendAsync(request, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (ownsDatabase) await TestDatabase.Drop(Settings);
    }
}
