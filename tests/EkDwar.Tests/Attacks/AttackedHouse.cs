using System.Net;
using System.Text;
using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Onboarding;
using EkDwar.People;
using EkDwar.People.SignIns;
using EkDwar.Places;
using EkDwar.Tests.Applying.Mandates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Attacks;

/// <summary>One house with something of every kind in it, everybody who could come to it, and every way in; made once for all attacks.</summary>
public sealed class AttackedHouse : IAsyncLifetime
{
    internal const string Owner = "कॅनरीबाई गुप्तनावे";

    HttpMessageInvoker http = null!;

    internal TestHouse House { get; private set; } = null!;
    internal IReadOnlyList<Route> Routes { get; private set; } = [];
    internal IReadOnlyList<Role> Roles { get; private set; } = [];
    internal List<Thing> Things { get; private set; } = [];
    internal TestCitizen Neighbour { get; private set; } = null!;
    internal Guid Upload { get; private set; }

    /// <summary>Of a link that waits, to a case of the owner's.</summary>
    internal string VisitToken { get; private set; } = "";
    /// <summary>Of what somebody began in the owner's name whom she lets no longer.</summary>
    internal Guid Begun { get; private set; }
    internal StaffOfTahsil Staff { get; private set; } = null!;
    internal Access Access { get; private set; } = null!;

    /// <summary>Words that are in what is the owner's, and in nothing that is another's.</summary>
    internal string[] Secrets { get; private set; } = [];
    internal Role this[string role] => Roles.Single(one => one.Name == role);

    int turns;

    /// <summary>Who is to ask a page where all that counts is how it is written: one of these, the next time the next, and now and then one is passed over so that no page has always the same.</summary>
    internal string[] InTurn(string[] roles) => [roles[(turns + turns++ / 97) % roles.Length]];

    public async ValueTask InitializeAsync()
    {
        House = await TestHouse.Open();
        var owner = await House.Citizen("9400000001", Owner);
        var (neighbour, husband, witness) = (await House.Citizen(name: "अनोळखी शेजारी"), await House.Citizen(name: "गणेश कदम"), await House.Citizen(name: "साक्षीदार अ"));
        Neighbour = neighbour;
        Things = await Attacks.Things.Made(House, owner, neighbour, husband, witness);
        VisitToken = await Attacks.Things.VisitToken(House);
        Upload = await Attacks.Things.Begun(House, owner);
        Begun = await Attacks.Things.BegunForHer(House, owner, husband);
        Access = await Attacks.Access.Made(House, Things[0].Reference);
        Things[0] = Things[0] with { Version = Things[0].Version + 1 };
        Secrets = [Owner, owner.Mobile, "कॅनरीबाई", "पार्वतीबाई", "Parvatibai", "9890012345", "601234567890", "Seema Jagtap", "फुलगाव, घर क्र. 40"];
        Roles = [.. await People(owner, neighbour, husband, witness)];
        await SignInAgain();
        Routes = await Route.All(House);
        http = new(((TestServer)House.Services.GetRequiredService<IServer>()).CreateHandler());
    }

    async Task<IEnumerable<Role>> People(TestCitizen owner, TestCitizen neighbour, TestCitizen husband, TestCitizen witness)
    {
        var family = (await House.Use((AddPerson add) => add.Run(owner.Session.AccountId, "मुलगा"))).Value;
        var (clerk, circle, tahsildar, sdo) = (await Desk("haveli_tahsil", "clerk"), await Desk("haveli_tahsil", "circle_officer"), await Desk("haveli_tahsil", "tahsildar"), await Desk("haveli_tahsil", "sub_divisional_officer"));
        var (adhikari, perane) = (await Desk("gp_kesnand", "gram_panchayat_adhikari"), await Desk("gp_perane", "gram_panchayat_adhikari"));
        var (elsewhere, cashier) = (await Desk("mulshi_tahsil", "tahsildar"), await Desk("mulshi_tahsil", "clerk"));
        var (inspector, assistant) = (await Desk("pune_social_welfare", "social_welfare_inspector"), await Desk("pune_social_welfare", "assistant_commissioner_social_welfare"));
        Staff = await StaffOfTahsil.Known(House, await Desk("haveli_tahsil", "administrator"), clerk);
        return
        [
            Role.Nobody(House), Role.Citizen(House, "owner", owner.Session), Role.Citizen(House, "family", owner.Session with { PersonId = family }),
            Role.Citizen(House, "unchosen", owner.Session with { PersonId = null }), Role.Citizen(House, "neighbour", neighbour.Session),
            Role.Citizen(House, "acting", neighbour.ActingFor(House, owner).Session),
            Role.Citizen(House, "husband", husband.Session), Role.Citizen(House, "witness", witness.Session),
            Role.Desk(House, "clerk", clerk), Role.Desk(House, "second clerk", await House.Desk("clerk", 2)), Role.Desk(House, "circle", circle), Role.Desk(House, "tahsildar", tahsildar), Role.Desk(House, "sdo", sdo),
            Role.Desk(House, "adhikari", adhikari), Role.Desk(House, "adhikari elsewhere", perane), Role.Desk(House, "tahsildar elsewhere", elsewhere),
            Role.Desk(House, "cashier elsewhere", cashier), Role.Desk(House, "ended", await Ended(clerk)),
            Role.Desk(House, "admin", Staff.Administrator), Role.Desk(House, "admin elsewhere", await StaffOfTahsil.AdministratorElsewhere(House)),
            Role.Desk(House, "inspector", inspector), Role.Desk(House, "assistant", assistant),
        ];
    }

    /// <summary>Everybody is signed in, but for her whose post is over: her session ended with it.</summary>
    Task SignInAgain() => House.Db(async db =>
    {
        var open = await db.Set<SignIn>().Select(one => one.SignInId).ToListAsync();
        db.AddRange(Roles.Where(role => role is { Name: not "ended", SignIn: not null }).Select(role => role.SignIn!).Where(signIn => !open.Contains(signIn.SignInId)));
        await db.Save();
    });

    Task<DeskSession> Desk(string office, string designation) => House.Db(async db => await (
        from at in db.Set<Office>()
        where at.Code == office
        join post in db.Set<Post>() on at.OfficeId equals post.OfficeId
        where post.Designation == designation
        join holding in db.Set<PostHolding>() on post.PostId equals holding.PostId
        // The post that was there first, where an office got more of a designation since.
        orderby post.PostId
        select new DeskSession(holding.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero }).FirstAsync());

    /// <summary>Somebody who held the clerk's own post until yesterday, and whose browser has a session of that time.</summary>
    Task<DeskSession> Ended(DeskSession clerk) => House.Use(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<EkDwarDb>();
        var official = services.GetRequiredService<OfficialLogins>().New("clerk.before", new() { ["mr"] = "पूर्वीचा लिपिक" }, SeedDemo.DemoPassword);
        db.AddRange(official, new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = clerk.PostId, OfficialId = official.OfficialId, FromOn = new(2025, 1, 1), UntilOn = new(2026, 3, 1) });
        await db.Save();
        return new DeskSession(official.OfficialId, clerk.PostId) { SinceProof = TimeSpan.Zero };
    });

    /// <summary>Somebody with something for her at a route, open rather than closed.</summary>
    internal (Role Role, Thing Thing) WhoMay(Rule rule) => (
        from thing in Things
        from role in Roles
        let expected = rule.Expected(role, thing)
        where expected is Answer.Allowed or Answer.Closed
        orderby expected
        select (role, thing)).First();

    internal Dictionary<string, string> Holes(Thing? thing)
    {
        var holes = (thing ?? Things[0]).Holes($"{Upload}");
        foreach (var (hole, value) in new[] { ("service", TestCitizen.Service), ("topic", "help"), ("token", VisitToken), ("status", "404"), ("gateway", "nic"), ("secret", "guessed"), ("register", "land"), ("official", $"{Staff.Official}"), ("post", $"{Staff.Post}"), ("draft", $"{Begun}"), ("request", $"{Access.Opened}"), ("notice", $"{Access.Notice}"), ("broadcast", $"{Access.Broadcast}") }) holes[hole] = value;
        return holes;
    }

    /// <summary>What a page of ours would have sent from there, with the token of its form; the fields may be none.</summary>
    internal HttpRequestMessage Request(Route route, Role role, Thing? thing, IEnumerable<KeyValuePair<string, string>>? fields = null, string? token = null, string query = "")
    {
        if (route.Pattern.EndsWith("/transfers", StringComparison.Ordinal)) query = string.Join('&', new[] { $"office={Staff.Office}", query }.Where(part => part.Length > 0));
        var request = new HttpRequestMessage(new(route.Verb), "http://localhost" + route.Address(Holes(thing), query));
        request.Headers.TryAddWithoutValidation("Cookie", role.Cookies);
        var rule = Rules.All.GetValueOrDefault(route.Name);
        if (rule?.Door == Door.Script) AsScript(request, route);
        else if (route.Verb is not "GET")
        {
            token ??= IsForTheKnown(route, rule) ? role.Token : role.OpenToken;
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields ?? []]);
        }
        return request;
    }

    // The form that signs a citizen out stands on a page for anybody, and is made for her who is signed in.
    static bool IsForTheKnown(Route route, Rule? rule) => rule?.Door is Door.Citizen or Door.Desk || route.Name == "POST /{state}/{lang}/sign-out";

    static void AsScript(HttpRequestMessage request, Route route)
    {
        request.Headers.Add("Tus-Resumable", "1.0.0");
        if (route.Verb == "POST") request.Headers.Add("Upload-Length", "200000");
        if (route.Verb == "POST") request.Headers.Add("Upload-Metadata", "sha256 " + Convert.ToBase64String(new byte[32]));
        if (route.Verb == "PATCH") request.Content = new ByteArrayContent(new byte[64 * 1024]) { Headers = { { "Content-Type", "application/offset+octet-stream" } } };
        if (route.Verb == "PATCH") request.Headers.Add("Upload-Offset", "0");
    }

    internal async Task<(HttpResponseMessage Response, string Body)> Send(HttpRequestMessage request)
    {
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        // Whoever signed out, or ended what else she had open, comes again.
        if (request.RequestUri is { } asked && (asked.AbsolutePath.EndsWith("/sign-out", StringComparison.Ordinal) || asked.AbsolutePath.EndsWith("/sign-ins", StringComparison.Ordinal)) && request.Method == HttpMethod.Post) await SignInAgain();
        return (response, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The house as in Production, until disposed: what is for Development alone is asked of it so.</summary>
    internal IDisposable InProduction()
    {
        var environment = House.Services.GetRequiredService<IWebHostEnvironment>();
        var before = environment.EnvironmentName;
        environment.EnvironmentName = "Production";
        return new Back(() => environment.EnvironmentName = before);
    }

    sealed class Back(Action back) : IDisposable
    {
        public void Dispose() => back();
    }

    /// <summary>Versions of all cases, and how long all ledgers are: an act shows in it, a look does not.</summary>
    internal Task<(int, long, int)> Acts() => House.Db(async db =>
        (await db.Set<LedgerEntry>().CountAsync(), await db.Set<Case>().SumAsync(c => c.Version), await db.Set<EkDwar.Foundation.Outbox.OutboxMessage>().CountAsync()));

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await House.DisposeAsync();
    }

    internal static Answer Of(HttpStatusCode status, Uri? location) => (int)status switch
    {
        401 => Answer.SignIn,
        302 or 303 when location?.ToString().Contains("/sign-in?", StringComparison.Ordinal) == true && !location.ToString().Contains("/person", StringComparison.Ordinal) => Answer.SignIn,
        302 or 303 when location?.ToString().EndsWith("/sign-in", StringComparison.Ordinal) == true => Answer.SignIn,
        404 => Answer.NotFound,
        403 or 409 or 422 or 302 or 303 or 405 => Answer.Closed,
        _ => Answer.Allowed,
    };
}

/// <summary>All attacks share one house, one after the other.</summary>
[CollectionDefinition("attacks")]
public sealed class Attacked : ICollectionFixture<AttackedHouse>;
