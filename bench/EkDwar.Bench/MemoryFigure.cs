using EkDwar.Foundation.Database;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Bench;

/// <summary>Resident memory of the application with its workers, ten seconds after one journey and its certificate.</summary>
public static class MemoryFigure
{
    public static async Task Run(BenchGround ground, Store store)
    {
        await using var house = new OpenHouse(store);
        OfficeDesks? haveli = null;
        await house.In(async services => haveli = (await OfficeDesks.Read(services.GetRequiredService<EkDwarDb>()))[0]);
        var drafts = await PreparedDrafts.Make(house, store, ground.Rounds);
        var sizes = new List<double>();
        for (var number = 0; number < ground.Rounds; number++)
        {
            await using var server = await ServerProcess.Application(ground, store, works: true);
            using (var connection = await RawConnection.Open(server.Port)) await new Journey(haveli!, new SealedSessions(house)).Run(connection, drafts[number]);
            await Task.Delay(TimeSpan.FromSeconds(10));
            sizes.Add(Resident(server.Id));
            Report.Line($"  {sizes[^1]:0} MB; {Report.Load}");
        }
        Report.Figure("idle memory after a journey", Report.Median(sizes), 200, atLeast: false, unit: " MB");
    }

    static double Resident(int id) => File.ReadLines($"/proc/{id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) / 1024).Single();
}
