namespace EkDwar.Bench;

/// <summary>Submissions a second beside pgbench writing the same bytes.</summary>
public static class SubmitFigure
{
    public static async Task Run(BenchGround ground, Store store)
    {
        await using var house = new OpenHouse(store);
        var run = new SideBySide(ground, store, house);
        await run.Prepare();
        await run.Measure("submit", ["submit.sql"], entriesEach: 1, async (connection, _, draft) => (await Journey.Send(connection, draft)).Milliseconds);
        Report.Figure($"submit ÷ pgbench at {store.Cases} stored", run.Ratio, 0.45, atLeast: true);
    }
}
