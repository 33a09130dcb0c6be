using System.Globalization;

namespace EkDwar.Bench;

/// <summary>One figure per verb. `bench/run` starts the database, calls this and stops what it started.</summary>
public static class Bench
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        var verb = args.FirstOrDefault() ?? "";
        if (verb == "bare") return await BareKestrel.Serve(args[1], args.ElementAtOrDefault(2));
        if (verb == "check-services")
        {
            Report.Line($"{BenchGround.Machine} · {Report.Load}");
            CheckServicesFigure.Run(Environment.GetEnvironmentVariable("EKDWAR_BENCH_PROGRAM") ?? throw new InvalidOperationException("EKDWAR_BENCH_PROGRAM is not set: use bench/run"));
            return 0;
        }
        if (verb == "draw")
        {
            Report.Line($"{BenchGround.Machine} · {Report.Load}");
            await DrawFigure.Run();
            return 0;
        }
        var ground = BenchGround.FromEnvironment();
        Report.Line($"{BenchGround.Machine} · {Report.Load}");
        switch (verb)
        {
            case "find": FindFigure.Run(ground); break;
            case "generate": await Generator.Run(ground, ground.Sizes); break;
            case "journey": await ForEach(ground, store => JourneyFigure.Run(ground, store)); break;
            case "submit": await ForEach(ground, store => SubmitFigure.Run(ground, store)); break;
            case "status": await ForEach(ground, store => StatusFigure.Run(ground, store)); break;
            case "inbox": await InboxFigure.Run(ground, await Generator.Run(ground, ground.Sizes)); break;
            case "sweep": await SweepFigure.Run(ground); break;
            case "scale": await ScaleFigure.Run(ground); break;
            case "certificates": await CertificatesFigure.Run(ground, await Smallest(ground)); break;
            case "cold-start": await ColdStartFigure.Run(ground, await Idle(ground)); break;
            case "memory": await MemoryFigure.Run(ground, await Idle(ground)); break;
            default:
                Console.Error.WriteLine("draw, find, generate, journey, submit, status, inbox, scale, sweep, certificates, cold-start, memory or check-services");
                return 1;
        }
        return 0;
    }

    static async Task ForEach(BenchGround ground, Func<Store, Task> measure)
    {
        foreach (var store in await Generator.Run(ground, ground.Sizes)) await measure(store);
    }

    // A store in which no measured journey has left its messages to a worker: that would not be idle.
    static async Task<Store> Idle(BenchGround ground) => (await Generator.Run(ground, [ground.Sizes.Min() + 1]))[0];

    static async Task<Store> Smallest(BenchGround ground) => (await Generator.Run(ground, [ground.Sizes.Min()]))[0];
}
