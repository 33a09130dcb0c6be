namespace EkDwar.Bench;

/// <summary>Whole journeys a second and their cost in CPU, beside pgbench writing and reading the same rows.</summary>
public static class JourneyFigure
{
    const int EntriesEach = 4;

    public static async Task Run(BenchGround ground, Store store)
    {
        await using var house = new OpenHouse(store);
        var run = new SideBySide(ground, store, house);
        await run.Prepare();
        var browsers = Enumerable.Range(0, ground.Clients).Select(_ => new Journey(run.Haveli, run.Sessions)).ToArray();
        await run.Measure("journey", ["submit.sql", "journey.sql"], EntriesEach, (connection, client, draft) => browsers[client].Run(connection, draft));
        Report.Figure($"journeys a second at {store.Cases} stored", Report.Median(run.Ours.Select(round => round.PerSecond)), 250, atLeast: true);
        Report.Figure($"CPU a journey at {store.Cases} stored", Report.Median(run.Ours.Select(round => round.CpuEach)), 5, atLeast: false, unit: " ms");
        Report.Figure($"journey ÷ pgbench at {store.Cases} stored", run.Ratio, 0.5, atLeast: true);
    }
}
