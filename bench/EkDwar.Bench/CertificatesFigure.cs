using EkDwar.Cases;
using EkDwar.Delivering;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Bench;

/// <summary>Certificates laid out, coded and signed a second, on all cores, from granted cases as they are stored. Nothing is kept.</summary>
public static class CertificatesFigure
{
    const int Different = 40;

    public static async Task Run(BenchGround ground, Store store)
    {
        await using var house = new OpenHouse(store);
        var granted = new List<(CaseFile File, LedgerEntry Decision)>();
        await house.In(async services =>
        {
            var db = services.GetRequiredService<EkDwarDb>();
            foreach (var id in await db.Set<Case>().Where(c => c.Status == CaseStatus.Granted && c.Channel == Pgbench.OursChannel).OrderBy(c => c.CaseId).Select(c => c.CaseId).Take(Different).ToListAsync())
                granted.Add(((await services.GetRequiredService<CaseFiles>().Open(id))!, await db.Set<LedgerEntry>().AsNoTracking().FirstAsync(e => e.StreamId == id && e.Kind == nameof(CaseEvent.ApplicationGranted))));
        });
        var rates = new List<double>();
        var each = Math.Max(50, ground.Count / 4);
        for (var number = 0; number <= ground.Rounds; number++)
        {
            var (cpu, began, bytes) = (Environment.CpuUsage.TotalTime, TimeProvider.System.GetTimestamp(), 0);
            await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(worker => Task.Run(() => house.In(async services =>
            {
                var maker = services.GetRequiredService<CertificateMaker>();
                for (var at = worker; at < each; at += Environment.ProcessorCount)
                    bytes = (await maker.Make(granted[at % granted.Count].File, 1, granted[at % granted.Count].Decision, null, TimeProvider.System.UtcNow())).Pdf.Length;
            }))));
            var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            if (number == 0) continue;
            rates.Add(each / seconds);
            Report.Line($"  {rates[^1]:0} certificates a second, CPU each {(Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / each:0.00} ms, {bytes / 1024} KB; {Report.Load}");
        }
        Report.Figure("certificates a second", Report.Median(rates), 100, atLeast: true);
    }
}
