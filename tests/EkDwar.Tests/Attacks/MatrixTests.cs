namespace EkDwar.Tests.Attacks;

/// <summary>
/// Every route as everybody on everything: who may is let through, everybody else is led to sign-in or told that there is
/// nothing, reads nothing of anybody's and leaves nothing behind. Routes come from the application, rules from <see cref="Rules"/>.
/// It has a house of its own: other attacks act where they may, and what they acted on is no longer open.
/// </summary>
public sealed class Every_route_as_everybody_on_everything(AttackedHouse all) : IClassFixture<AttackedHouse>
{
    const int AtLeast = 5_000;

    // On PostgreSQL each mark sums up every table: a draw of the combinations stands for all.
    const int OneInOnSqlite = 5, OneInOnPostgres = 20;

    readonly List<(Combination One, string What)> faults = [];
    int asked, drawn;

    [Fact]
    public void has_a_rule_for_each_route_and_a_route_for_each_rule()
    {
        var routes = all.Routes.Select(route => route.Name).ToList();
        Assert.Equal([], routes.Except(Rules.All.Keys));
        Assert.Equal([], Rules.All.Keys.Except(routes));
    }

    /// <summary>Razor makes a handler of every method whose name begins with On, for a verb of the next word.</summary>
    [Fact]
    public void has_no_verb_but_those_that_are_meant() => Assert.Equal(["GET", "PATCH", "POST"], all.Routes.Select(route => route.Verb).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task gives_what_the_rule_says_and_nothing_else()
    {
        await using var written = await Written.In(all.House);
        var combinations = Combinations().ToList();
        Assert.True(combinations.Count >= AtLeast, $"only {combinations.Count} combinations");
        // Strangers first, while everything is as it was made; then those who may, and the forms that act last of all.
        foreach (var one in combinations.Where(one => one.Expected is Answer.SignIn or Answer.NotFound)) await Refused(one, written);
        foreach (var one in combinations.Where(one => one.Expected is Answer.Closed)) await Closed(one);
        foreach (var one in combinations.Where(one => one.Expected is Answer.Allowed).OrderBy(one => one.Route.Verb)) await Allowed(one);
        TestContext.Current.TestOutputHelper?.WriteLine($"{combinations.Count} combinations of {all.Routes.Count} routes, {asked} asked");
        Assert.True(asked >= AtLeast || TestHouse.Engine != EkDwar.Foundation.Database.Engine.Sqlite, $"only {asked} asked");
        // By route and fault, so that one cause is one line.
        var told = faults.GroupBy(fault => (fault.One.Route.Name, fault.What)).Select(same => $"{same.Key.Name}: {same.Key.What}, {string.Join("; ", same.Select(fault => $"{fault.One.Role} on {fault.One.Thing}").Take(12))}");
        Assert.True(faults.Count == 0, $"{faults.Count} of {asked} asked:\n{string.Join('\n', told.Take(80))}");
    }

    sealed record Combination(Route Route, Rule Rule, Role Role, Thing? Thing)
    {
        public Answer Expected { get; } = Rule.Expected(Role, Thing);
    }

    IEnumerable<Combination> Combinations() =>
        from route in all.Routes
        let rule = Rules.All.GetValueOrDefault(route.Name)
        where rule is not null && !route.Name.Contains('(')
        from role in all.Roles
        from thing in route.Has("reference") || route.Has("payment") ? all.Things : [null!]
        select new Combination(route, rule, role, thing);

    bool IsDrawn() => drawn++ % (TestHouse.Engine == EkDwar.Foundation.Database.Engine.Sqlite ? OneInOnSqlite : OneInOnPostgres) == 0;

    async Task Refused(Combination one, Written written)
    {
        if (!IsDrawn()) return;
        using var production = one.Rule.Door == Door.Development ? all.InProduction() : null;
        var before = await written.Mark();
        var answer = await Ask(one, Fields(one.Thing));
        if (answer != one.Expected) faults.Add((one, $"{one.Expected} was expected, and it was {answer}"));
        if (before != await written.Mark()) faults.Add((one, "something was written"));
    }

    /// <summary>Hers to know of, and not to do: all that the form would need is sent along.</summary>
    async Task Closed(Combination one)
    {
        if (!IsDrawn()) return;
        var before = await all.Acts();
        var answer = await Ask(one, Fields(one.Thing), mayRead: true);
        if (answer is Answer.Allowed or Answer.SignIn) faults.Add((one, $"it should have been closed, and it was {answer}"));
        if (before != await all.Acts()) faults.Add((one, "something was done"));
    }

    /// <summary>A page is open; a form, sent blank, is not refused as a stranger's.</summary>
    async Task Allowed(Combination one)
    {
        if (!IsDrawn()) return;
        var answer = await Ask(one, [], mayRead: one.Rule.IsSomebodys || !IsStranger(one.Role) || IsLet(one));
        if (one.Rule.Always is not null || one.Rule.EndsSession) return;
        if (one.Rule.IsSomebodys && one.Route.Verb == "GET" ? answer != Answer.Allowed : answer == Answer.SignIn && one.Rule.Door != Door.Open) faults.Add((one, $"it should have been open, and it was {answer}"));
    }

    async Task<Answer> Ask(Combination one, IEnumerable<KeyValuePair<string, string>> fields, bool mayRead = false)
    {
        asked++;
        using var request = all.Request(one.Route, one.Role, one.Thing, fields);
        var (response, body) = await all.Send(request);
        if ((int)response.StatusCode >= 500) faults.Add((one, $"{(int)response.StatusCode}"));
        if (one.Rule.Always is { } always && (int)response.StatusCode != always) faults.Add((one, $"{always} was expected, and it was {(int)response.StatusCode}"));
        if (!mayRead && all.Secrets.FirstOrDefault(secret => body.Contains(secret, StringComparison.Ordinal)) is { } told) faults.Add((one, $"told {told}"));
        return AttackedHouse.Of(response.StatusCode, response.Headers.Location);
    }

    /// <summary>Nobody who has anything to do with the owner: what is open to her shows nothing of the owner's.</summary>
    static bool IsStranger(Role role) => role.Name is "nobody" or "neighbour" or "tahsildar elsewhere" or "cashier elsewhere" or "adhikari elsewhere" or "admin elsewhere" or "ended";

    /// <summary>Where one chooses for whom one acts, the neighbour reads the name of the owner: she lets him.</summary>
    static bool IsLet(Combination one) => one.Role.Name == "neighbour" && one.Route.Pattern.EndsWith("/sign-in/person", StringComparison.Ordinal);

    /// <summary>All that any form of the house asks for, as it would have to be sent to be taken.</summary>
    List<KeyValuePair<string, string>> Fields(Thing? thing) => [.. new Dictionary<string, string>
    {
        ["version"] = $"{thing?.Version ?? 0}", ["words"] = "पाहिले आहे.", ["forward-note"] = "पाहिले", ["report-recommends"] = "yes", ["report-words"] = "भेट दिली", ["return-stage"] = "scrutiny",
        ["return-words"] = "पुन्हा पाहा", ["start-words"] = "आदेश", ["query-words"] = "वाचता येत नाही.", ["query-reason-income_proof"] = "unreadable", ["query-why"] = "आधी पाहिले नाही.", ["ground"] = "income_not_proved", ["way"] = "only",
        ["means"] = "Cash", ["number"] = "123456", ["on-day"] = $"{Today.Day}", ["on-month"] = $"{Today.Month}", ["on-year"] = $"{Today.Year}", ["signed"] = "पार्वतीबाई कदम", ["verdict"] = "Keep", ["amount"] = "69", ["seen"] = "0",
        ["agrees"] = "yes", ["shown"] = "0", ["party"] = thing?.Party ?? "", ["earlier"] = "1", ["page"] = "remove-0", ["token"] = new('a', 22),
        ["holds"] = "yes", ["percent"] = "82", ["paid-day"] = $"{Today.Day}", ["paid-month"] = $"{Today.Month}", ["paid-year"] = $"{Today.Year}", ["bank"] = "UTR-9", ["reason"] = "account_closed",
        ["visit-name"] = "रामदास", ["visit-mobile"] = "9700000001", ["visit-words"] = "घर पाहा", ["visit"] = "1", ["duplicate-other"] = thing?.Reference ?? "", ["duplicate-words"] = "दोनदा",
        ["place"] = "pune.mulshi.devghar", ["recommends"] = "yes",
        ["ifsc"] = "MAHB0000456", ["again"] = "123456",
        ["request"] = $"{all.Access.Waiting}", ["notice"] = $"{all.Access.Notice}",
    }, .. all.Staff.Fields()];

    DateOnly Today => EkDwar.Foundation.Time.StateTime.Day(all.House.Clock.GetUtcNow().UtcDateTime);
}
