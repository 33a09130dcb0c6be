using EkDwar.People;
using EkDwar.People.SignOn;
using EkDwar.People.SignOn.Emulator;
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.People.SignOn;

/// <summary>One house for all that is tried at a state's sign-on; its provider is the emulated one, waited for long enough on a busy machine.</summary>
public sealed class SignOnHouse : IAsyncLifetime
{
    public TestHouse House { get; private set; } = null!;

    public OpenIdEmulator Emulator => House.Services.GetRequiredService<OpenIdEmulator>();

    public async ValueTask InitializeAsync() =>
        House = await TestHouse.Open(services => services.AddHttpClient(SignOnProvider.Client, http => http.Timeout = TimeSpan.FromSeconds(15)));

    public ValueTask DisposeAsync() => House.DisposeAsync();

    /// <summary>As nobody had ever come: no link, no record, a provider that does nothing wrong, and nothing remembered of it.</summary>
    public async Task BeginAnew()
    {
        (Emulator.Fault, Emulator.Algorithm, Emulator.TakesSecretInFormOnly, Emulator.GivenAway) = (EmulatorFault.None, "ES256", false, null);
        House.Clock.Advance(TimeSpan.FromHours(2));
        await House.Db(async db =>
        {
            await db.Set<SignOnLink>().ExecuteDeleteAsync();
            await db.Set<SignOnRecord>().ExecuteDeleteAsync();
        });
    }

    /// <summary>The page that leads on to the provider.</summary>
    public async Task<Page> Begins(Browser browser, string state = "mh", string language = "en", string returnUrl = "") =>
        await (await browser.Open($"/desk/{language}/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")).Form($"#sign-on-{state}").Press();

    /// <summary>Begins, and is known at the provider; not back yet. Gives the request that would bring her back.</summary>
    public async Task<Uri> Code(Browser browser, string login, string way = "both", string state = "mh")
    {
        var provider = await (await Begins(browser, state)).Follow("#go");
        using var request = provider.Form().With("login", login).Request("way=" + way);
        using var answer = await browser.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.Headers.Location!;
    }

    public async Task<Page> SignsOn(Browser browser, string login, string way = "both", string state = "mh", string language = "en", string returnUrl = "")
    {
        var provider = await (await Begins(browser, state, language, returnUrl)).Follow("#go");
        return await provider.Form().With("login", login).Press("way=" + way);
    }

    public Task<List<SignOnRecord>> Records() => House.Db(db => db.Set<SignOnRecord>().AsNoTracking().OrderBy(record => record.SignOnId).ToListAsync());

    public async Task<Guid> Official(string login) => await House.Db(db => db.Set<Official>().Where(official => official.Login == login).Select(official => official.OfficialId).SingleAsync());

    /// <summary>The login of somebody who holds a post of this state.</summary>
    public Task<string> LoginOf(string state) => House.Db(db => (
        from holding in db.Set<PostHolding>()
        join post in db.Set<Post>() on holding.PostId equals post.PostId
        join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
        join official in db.Set<Official>() on holding.OfficialId equals official.OfficialId
        where office.State == state
        orderby official.Login
        select official.Login).FirstAsync());

    public static async Task<bool> IsAtDesk(Browser browser) => (await browser.Open("/desk/en/inbox")).Path == "/desk/en/inbox";
}

/// <summary>Every class about it shares one house, one after the other.</summary>
[CollectionDefinition("sign-on")]
public sealed class SignOnHouses : ICollectionFixture<SignOnHouse>;
