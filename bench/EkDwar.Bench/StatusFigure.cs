using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Bench;

/// <summary>The tracker of stored cases, each for its own signed-in citizen, beside bare Kestrel with one row by its primary key.</summary>
public static class StatusFigure
{
    const int Different = 500;

    public static async Task Run(BenchGround ground, Store store)
    {
        await using var house = new OpenHouse(store);
        var pages = new List<(string Path, string Cookies, string Bare)>();
        await house.In(async services =>
        {
            var sessions = new SealedSessions(house);
            var cases = await services.GetRequiredService<EkDwarDb>().Set<Case>().AsNoTracking()
                .Where(c => c.Channel == Pgbench.OursChannel).OrderBy(c => c.CaseId).Take(Different).ToListAsync();
            pages.AddRange(cases.Select(c => ($"/mh/mr/cases/{c.Reference}", sessions.Of(new CitizenSession(c.FiledById, c.ApplicantId)).Cookies, $"/cases/{c.CaseId}")));
        });
        await using var ours = await ServerProcess.Application(ground, store);
        await using var bare = await ServerProcess.Bare(store);
        var rounds = new List<(Round Ours, Round Bare)>();
        Report.Line($"status, {store.Cases} stored, {ground.Clients} clients, {ground.Rounds} rounds of {ground.Count} after {Clients.WarmUps} to warm up");
        for (var number = 0; number < ground.Rounds + Clients.WarmUps; number++)
        {
            var our = await Clients.Run(ground, ours, ground.Count, async (connection, _, at) =>
                (await connection.Get(pages[at % pages.Count].Path, pages[at % pages.Count].Cookies)).Must(200, "status").Milliseconds);
            var their = await Clients.Run(ground, bare, ground.Count * 4, async (connection, _, at) =>
                (await connection.Get(pages[at % pages.Count].Bare, "")).Must(200, "bare").Milliseconds);
            if (number < Clients.WarmUps) continue;
            rounds.Add((our, their));
            Report.Line($"  {our.PerSecond:0} a second, CPU each {our.AppCpu / our.Done:0.000} app + {our.DatabaseCpu / our.Done:0.000} database (client {our.ClientCpu / our.Done:0.000}); "
                + $"bare {their.PerSecond:0} a second, {their.AppCpu / their.Done:0.000} + {their.DatabaseCpu / their.Done:0.000} (client {their.ClientCpu / their.Done:0.000}) ms; {Report.Load}");
        }
        Report.Figure($"status ÷ bare Kestrel at {store.Cases} stored", Report.Median(rounds.Select(round => round.Ours.PerSecond / round.Bare.PerSecond)), 0.7, atLeast: true);
    }
}
