namespace EkDwar.Bench;

/// <summary>From the start of the process to its first 200 over an existing database, beside bare Kestrel without one.</summary>
public static class ColdStartFigure
{
    public static async Task Run(BenchGround ground, Store store)
    {
        var (ours, bares) = (new List<double>(), new List<double>());
        for (var number = 0; number <= ground.Rounds; number++)
        {
            await using (var application = await ServerProcess.Application(ground, store, works: true)) ours.Add(application.StartMilliseconds);
            await using (var bare = await ServerProcess.Bare(null)) bares.Add(bare.StartMilliseconds);
            Report.Line($"  start {ours[^1]:0} ms, bare {bares[^1]:0} ms; {Report.Load}{(number == 0 ? " (not counted: files are read for the first time)" : "")}");
        }
        Report.Figure("cold start ÷ bare Kestrel", Report.Median(ours.Skip(1).Zip(bares.Skip(1), (our, bare) => our / bare)), 3, atLeast: false);
    }
}
