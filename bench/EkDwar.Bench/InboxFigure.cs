using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>The inbox's 95th percentile in a large store to that in a small one, over the same open cases on each desk.</summary>
public static class InboxFigure
{
    public static async Task Run(BenchGround ground, IReadOnlyList<Store> stores)
    {
        // Two clients: a percentile of waiting in a queue would say little of the inbox.
        var calm = ground with { Clients = 2 };
        var inboxes = new List<(Store Store, ServerProcess Server, BrowserSession[] Desks, List<double> P95)>();
        foreach (var store in stores) inboxes.Add((store, await ServerProcess.Application(ground, store), await Desks(store), []));
        for (var number = 0; number < ground.Rounds + Clients.WarmUps; number++)
            foreach (var (store, server, desks, p95) in inboxes)
            {
                var round = await Clients.Run(calm, server, ground.Count, async (connection, _, at) =>
                    (await connection.Get("/desk/mr/inbox", desks[at % desks.Length].Cookies)).Must(200, "inbox").Milliseconds);
                if (number < Clients.WarmUps) continue;
                p95.Add(Report.Percentile(round.Latencies, 95));
                Report.Line($"  inbox at {store.Cases} stored: median {Report.Median(round.Latencies):0.00} ms, p95 {p95[^1]:0.00} ms, CPU each {round.AppCpu / round.Done:0.00} + {round.DatabaseCpu / round.Done:0.00} ms; {Report.Load}");
            }
        foreach (var inbox in inboxes) await inbox.Server.DisposeAsync();
        Report.Figure($"inbox p95 at {stores[^1].Cases} ÷ at {stores[0].Cases}", Report.Median(inboxes[^1].P95.Zip(inboxes[0].P95, (large, small) => large / small)), 1.3, atLeast: false);
        foreach (var line in await Plan(stores[^1])) Report.Line("  " + line);
    }

    static async Task<BrowserSession[]> Desks(Store store)
    {
        await using var house = new OpenHouse(store);
        var sessions = new SealedSessions(house);
        IReadOnlyList<OfficeDesks> offices = [];
        await house.In(async services => offices = await OfficeDesks.Read(services.GetRequiredService<EkDwarDb>()));
        return [.. offices.SelectMany(office => office.Posts.Zip(office.Officials, (post, official) => sessions.Of(new DeskSession(official.OfficialId, post.PostId))))];
    }

    // The partial index, in its order: a sort here would grow with what lies on the desk.
    static async Task<List<string>> Plan(Store store)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        await using var explain = new NpgsqlCommand("""
            explain (analyze, costs off, timing off) select i.stage, i.due_on, i.since_at, c.* from work_items i join cases c on i.case_id = c.case_id
            where i.post_id = (select post_id from work_items where done_at is null limit 1) and i.is_paused = false and i.done_at is null order by i.due_on, i.case_id limit 21
            """, connection);
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }
}
