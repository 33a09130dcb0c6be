using Npgsql;

namespace EkDwar.Bench;

/// <summary>
/// Inbox, search by name and case page over HTTP in a state at work, from many offices; and the same from all others while one office, as large
/// as all of them together, asks seven times as much.
/// </summary>
public static class ScaleFigure
{
    const double Most = 300, MostSlower = 1.5;
    const int MostDesks = 300, MostOfLoud = 200;
    static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    public static async Task Run(BenchGround ground)
    {
        var size = ScaleSize.FromEnvironment();
        var (store, tahsils) = await new ScaleStore(ground, size).Open();
        await using var house = new OpenHouse(store);
        var others = await ScaleDesk.Of(house, tahsils.SkipLast(1).Where((_, at) => at % Math.Max(1, tahsils.Count * 3 / MostDesks) == 0));
        var loud = await ScaleDesk.Of(house, [tahsils[^1]]);
        Report.Line($"  {others.Count} desks of {others.Count / 3} offices; the loud one has {size.Loud} cases");
        await using (var server = await ServerProcess.Application(ground, store))
        {
            await Each(ground, server, store, others, ground.Count, "");
            await Each(ground, server, store, loud, Math.Min(ground.Count, MostOfLoud), $", in an office of {size.Loud} cases");
            await Loudness(ground, server, store, size, others, loud);
        }
        foreach (var line in await Plans.Of(house, store, loud[^1])) Report.Line("  " + line);
    }

    static async Task Each(BenchGround ground, ServerProcess server, Store store, IReadOnlyList<ScaleDesk> desks, int count, string where)
    {
        // Two clients: a percentile of waiting in a queue would say little of a page.
        var calm = ground with { Clients = 2 };
        foreach (var (what, address) in Reads)
        {
            var p95 = new List<double>();
            for (var number = 0; number < ground.Rounds + Clients.WarmUps; number++)
            {
                var from = number * count;
                var round = await Clients.Run(calm, server, number < Clients.WarmUps ? Math.Min(count, MostOfLoud) : count, async (connection, _, at) =>
                    (await connection.Get(address(desks[(from + at) % desks.Count], (from + at) / desks.Count), desks[(from + at) % desks.Count].Cookies)).Must(200, what).Milliseconds);
                await Forget(store);
                if (number < Clients.WarmUps) continue;
                p95.Add(Report.Percentile(round.Latencies, 95));
                Report.Line($"  {what}{where}: median {Report.Median(round.Latencies):0.00} ms, p95 {p95[^1]:0.00} ms, CPU each {round.AppCpu / round.Done:0.00} + {round.DatabaseCpu / round.Done:0.00} ms; {Report.Load}");
            }
            Report.Figure($"{what} p95{where}", Report.Median(p95), Most, atLeast: false, " ms");
        }
    }

    static IEnumerable<(string What, Func<ScaleDesk, int, string> Address)> Reads =>
    [
        ("inbox", (_, _) => ScaleDesk.Inbox), ("search by name", (desk, at) => desk.Searches[at % desk.Searches.Count]), ("case page", (desk, at) => desk.Cases[at % desk.Cases.Count]),
    ];

    static async Task Loudness(BenchGround ground, ServerProcess server, Store store, ScaleSize size, IReadOnlyList<ScaleDesk> others, IReadOnlyList<ScaleDesk> loud)
    {
        Task<IReadOnlyList<double>> Asks(IReadOnlyList<ScaleDesk> desks, double perSecond) => SteadyTraffic.Run(server, perSecond, Length, async (connection, at) =>
            (await connection.Get(desks[at % desks.Count].Mixed(at / desks.Count + at), desks[at % desks.Count].Cookies)).Must(200, "page"));

        var slower = new List<double>();
        for (var number = 0; number < ground.Rounds; number++)
        {
            // The one before and the one after it: what else the machine does meanwhile falls on both.
            var alone = await Asks(others, size.PerSecond);
            await Forget(store);
            var loudly = Asks(loud, size.PerSecond * ScaleSize.LoudTimes);
            var beside = await Asks(others, size.PerSecond);
            var own = await loudly;
            await Forget(store);
            alone = [.. alone, .. await Asks(others, size.PerSecond)];
            await Forget(store);
            slower.Add(Report.Percentile(beside, 95) / Report.Percentile(alone, 95));
            Report.Line($"  others at {size.PerSecond} a second: p95 {Report.Percentile(alone, 95):0.00} ms alone, {Report.Percentile(beside, 95):0.00} ms beside the loud office at {size.PerSecond * ScaleSize.LoudTimes} a second (its own {Report.Percentile(own, 95):0.00} ms); {Report.Load}");
        }
        Report.Figure($"p95 of the others beside an office of {size.Loud} cases and {ScaleSize.LoudTimes} times the traffic ÷ without it", Report.Median(slower), MostSlower, atLeast: false);
    }

    // The house lets one official search so often within an hour; the few of a bench would come to that.
    static async Task Forget(Store store)
    {
        await using var connection = await Generator.Loading(store);
        await using var command = new NpgsqlCommand("truncate searches", connection);
        await command.ExecuteNonQueryAsync();
    }
}
