using System.Security.Cryptography;
using System.Text;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Bench;

/// <summary>Rounds of the application and of pgbench by turns, on the same store, each with drafts prepared before.</summary>
public sealed class SideBySide(BenchGround ground, Store store, OpenHouse house)
{
    readonly List<Round> ours = [], theirs = [];
    IReadOnlyList<PreparedDraft> drafts = [];

    public OfficeDesks Haveli { get; private set; } = null!;
    public SealedSessions Sessions { get; } = new(house);
    public IReadOnlyList<Round> Ours => ours;

    /// <summary>The median over rounds of ours to theirs.</summary>
    public double Ratio => Report.Median(ours.Zip(theirs, (our, their) => our.PerSecond / their.PerSecond));

    int Count => ground.Count / ground.Clients * ground.Clients;

    public async Task Prepare()
    {
        await house.In(async services => Haveli = (await OfficeDesks.Read(services.GetRequiredService<EkDwarDb>()))[0]);
        drafts = await PreparedDrafts.Make(house, store, Count * (ground.Rounds + Clients.WarmUps));
        await PreparedDrafts.MakeNumbered(house, store, Count * (ground.Rounds + Clients.WarmUps));
    }

    public async Task Measure(string name, IReadOnlyList<string> scripts, int entriesEach, Func<RawConnection, int, PreparedDraft, Task<double>> piece)
    {
        Report.Line($"{name}, {store.Cases} stored, {ground.Clients} clients, {ground.Rounds} rounds of {Count} after {Clients.WarmUps} to warm up");
        var before = await Written.Entries(store);
        var values = Values();
        await using var server = await ServerProcess.Application(ground, store);
        for (var number = 0; number < ground.Rounds + Clients.WarmUps; number++)
        {
            var first = number * Count;
            var our = await Clients.Run(ground, server, Count, (connection, client, at) => piece(connection, client, drafts[first + at]));
            var their = await Pgbench.Run(ground, store, scripts, Count, first, values);
            if (number < Clients.WarmUps) continue;
            ours.Add(our);
            theirs.Add(their);
            Report.Line($"  {our.PerSecond:0} a second (median {Report.Median(our.Latencies):0.0} ms, p95 {Report.Percentile(our.Latencies, 95):0.0}); CPU each {our.AppCpu / our.Done:0.00} app + "
                + $"{our.DatabaseCpu / our.Done:0.00} database, client apart {our.ClientCpu / our.Done:0.00} ms; pgbench {their.PerSecond:0} a second, {their.CpuEach:0.00} ms in the database; {Report.Load}");
        }
        await Written.Check(store, before, 2L * entriesEach * Count * (ground.Rounds + Clients.WarmUps));
    }

    Dictionary<string, string> Values() => new(Pgbench.Names(Haveli))
    {
        // As long as what the application writes, to the byte.
        ["answers"] = Bytes(Encoding.UTF8.GetByteCount(SampleAnswers.Of(1)) + Sealing.Overhead), ["wrapped"] = Bytes(Sealing.KeyLength + Sealing.Overhead),
        ["body"] = Bytes(2 + Sealing.Overhead), ["sent"] = Bytes(450 + Sealing.Overhead), ["words"] = Bytes(190 + Sealing.Overhead), ["hash"] = Bytes(32),
    };

    static string Bytes(int count) => "\\x" + Convert.ToHexString(RandomNumberGenerator.GetBytes(count));
}
