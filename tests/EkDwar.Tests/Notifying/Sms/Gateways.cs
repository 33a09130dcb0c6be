using EkDwar.Catalogue.Texting;
using EkDwar.Notifying;
using EkDwar.Notifying.Sms;
using EkDwar.Places;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EkDwar.Tests.Notifying.Sms;

/// <summary>The three gateways, simulated, each for one state, listening on this machine as they would far away; and houses that use them.</summary>
sealed class Gateways : IAsyncDisposable
{
    public const string Secret = "told-to-the-gateway-alone";

    readonly WebApplication app;
    readonly string address;

    Gateways(WebApplication app, CdacSimulator cdac, NicSimulator nic, Msg91Simulator msg91) =>
        (this.app, address, Cdac, Nic, Msg91) = (app, app.Urls.Single(), cdac, nic, msg91);

    public CdacSimulator Cdac { get; }
    public NicSimulator Nic { get; }
    public Msg91Simulator Msg91 { get; }

    /// <summary>What was asked of which gateway, for tests that have no house.</summary>
    public HttpClient Client() => new() { BaseAddress = new(address) };

    public static async Task<Gateways> Open(string state = "mh")
    {
        var (cdac, nic, msg91) = (new CdacSimulator(state), new NicSimulator(state), new Msg91Simulator(state));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/esms/sendsmsrequestDLT", context => Answer(context, cdac.Hear));
        app.Map("/failsafe/HttpLink", context => Answer(context, nic.Hear));
        app.Map("/failsafe/MLink", context => Answer(context, nic.Hear));
        app.MapPost("/api/v5/flow", context => Answer(context, msg91.Hear));
        await app.StartAsync();
        return new(app, cdac, nic, msg91);
    }

    static async Task Answer(HttpContext context, Func<HttpRequest, Task<(int Status, string Answer)>> hear)
    {
        var (status, answer) = await hear(context.Request);
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(answer);
    }

    /// <summary>A house that has accounts with these gateways for a state, and others' settings besides.</summary>
    public Task<TestHouse> House(string[] gateways, Action<SmsLimits>? limits = null, string state = "mh", params (string Key, string Value)[] settings) => TestHouse.Open(services =>
    {
        var said = new Dictionary<string, string?>
        {
            [$"Sms:{state}:Order"] = string.Join(',', gateways), ["Sms:Home"] = state,
            ["Sms:cdac:Url"] = $"{address}/esms/", ["Sms:cdac:User"] = CdacSimulator.User, ["Sms:cdac:Password"] = CdacSimulator.Password, ["Sms:cdac:Key"] = CdacSimulator.SecureKey, ["Sms:cdac:Secret"] = Secret,
            ["Sms:nic:Url"] = $"{address}/failsafe/", ["Sms:nic:User"] = NicSimulator.User, ["Sms:nic:Password"] = NicSimulator.Pin, ["Sms:nic:Secret"] = Secret,
            ["Sms:msg91:Url"] = $"{address}/api/v5/", ["Sms:msg91:Key"] = Msg91Simulator.Key, ["Sms:msg91:Secret"] = Secret,
        };
        foreach (var (key, value) in settings) said[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(said).Build();
        services.AddSingleton(provider => new SmsPlaces(provider.GetRequiredService<TextRegisters>(), provider.GetRequiredService<IReadOnlyDictionary<string, StateProfile>>(), configuration));
        // Over a real connection, and not to the house itself.
        foreach (var client in (string[])[nameof(CdacSender), nameof(NicSender), nameof(Msg91Sender)])
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        if (limits is not null) services.PostConfigure(limits);
    });

    /// <summary>A message about a received application, as the house says it.</summary>
    public static Outgoing Received(string mobile, string language = "mr", string service = "उत्पन्न दाखला") => Message("ApplicationSubmitted", mobile, language,
        ("service", service), ("reference", "MH7KQ42M9TXB3WC"), ("due", "5 मार्च 2026"));

    /// <summary>A text of the house with values, for the state of these gateways.</summary>
    public static Outgoing Message(string template, string mobile, string language, params (string, string)[] values)
    {
        string Say(EkDwar.Foundation.Languages.LanguageCode code) => EkDwar.Foundation.Languages.Texts.Get(code, "notifying." + template, values);
        return new(Guid.CreateVersion7(), mobile, Say(EkDwar.Foundation.Languages.LanguageCode.Parse(language)), language) { Template = template, State = "mh", TextIn = Say };
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

/// <summary>The gateways for all tests of a class, with one house for each way they are used; every test brings a number of its own.</summary>
public sealed class SharedGateways : IAsyncLifetime
{
    readonly Dictionary<string, TestHouse> houses = [];
    int numbers;

    internal Gateways All { get; private set; } = null!;

    public async ValueTask InitializeAsync() => All = await Gateways.Open();

    /// <summary>A house that has accounts with these, tried in this order.</summary>
    internal async Task<TestHouse> House(string gateways, Action<SmsLimits>? limits = null) =>
        houses.TryGetValue(gateways, out var there) ? there : houses[gateways] = await All.House(gateways.Split(','), limits);

    /// <summary>A mobile that no other test of the class has.</summary>
    public string Number() => $"93{++numbers:D8}";

    public async ValueTask DisposeAsync()
    {
        foreach (var house in houses.Values) await house.DisposeAsync();
        await All.DisposeAsync();
    }
}
