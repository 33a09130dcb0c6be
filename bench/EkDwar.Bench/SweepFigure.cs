using System.Diagnostics;
using EkDwar.Cases;
using EkDwar.Cases.Limits;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>
/// All cases of a store late at one instant: how long the worker takes until of each it is written that its limit passed, what pages
/// take meanwhile, and the same UPDATE and INSERT by hand. EKDWAR_BENCH_SWEEP says how many cases.
/// </summary>
public static class SweepFigure
{
    const double MostSeconds = 180, MostSlower = 1.5, PagesPerSecond = 20;
    const int AskedOf = 100_000;
    static readonly TimeSpan Alone = TimeSpan.FromSeconds(20);

    public static async Task Run(BenchGround ground)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("EKDWAR_BENCH_SWEEP"), out var given) ? given : AskedOf;
        // A store of its own: it is used up.
        var store = (await Generator.Run(ground, [count + 7]))[0];
        var pages = await Pages(store);
        await using var house = new OpenHouse(store);
        await using var server = await ServerProcess.Application(ground, store, works: true);
        Task Ask(RawConnection connection, int at) => connection.Get(pages[at % pages.Count].Path, pages[at % pages.Count].Cookies);
        // The first pages are compiled once more.
        await SteadyTraffic.Run(server, PagesPerSecond, Alone / 2, Ask);
        var alone = Report.Percentile(await SteadyTraffic.Run(server, PagesPerSecond, Alone, Ask), 95);

        // Late only now: a house that starts with late cases sets their timers itself.
        await Late(store, count);
        await Set(store, count);
        Report.Line($"  {count} timers set; pages alone p95 {alone:0.0} ms; {Report.Load}");
        var watch = Stopwatch.StartNew();
        using var over = new CancellationTokenSource();
        var during = new List<double>();
        var asking = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested) during.AddRange(await SteadyTraffic.Run(server, PagesPerSecond, TimeSpan.FromSeconds(2), Ask));
        });
        while (await Open(store) is > 0 and var left)
        {
            if (watch.Elapsed.TotalSeconds > MostSeconds * 5) throw new InvalidOperationException($"{left} timers are left");
            await Task.Delay(500);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        await over.CancelAsync();
        await asking;
        var written = await Count(store, "select count(*) from ledger_entries where kind = 'LimitPassed'");
        if (written != count) throw new InvalidOperationException($"{written} of {count} cases passed");
        var byHand = count / await ByHand(store, count);
        Report.Line($"  {count} cases in {seconds:0.0} s, {count / seconds:0} a second; by hand {byHand:0} a second; pages p95 {alone:0.0} ms alone, {Report.Percentile(during, 95):0.0} ms meanwhile; {Report.Load}");
        Report.Figure($"{count} timers due at one instant", seconds * AskedOf / count, MostSeconds, atLeast: false, $" s for {AskedOf}");
        Report.Figure("p95 of a page during the sweep ÷ without", Report.Percentile(during, 95) / alone, MostSlower, atLeast: false);
        Report.Line($"  sweep ÷ the same UPDATE and INSERT by hand: {count / seconds / byHand:0.00}");
    }

    /// <summary>Inboxes and trackers, by turns.</summary>
    static async Task<List<(string Path, string Cookies)>> Pages(Store store)
    {
        await using var house = new OpenHouse(store);
        var (sessions, pages) = (new SealedSessions(house), new List<(string, string)>());
        await house.In(async services =>
        {
            var db = services.GetRequiredService<EkDwarDb>();
            var offices = await OfficeDesks.Read(db);
            var cases = await db.Set<Case>().AsNoTracking().OrderBy(c => c.CaseId).Take(60).ToListAsync();
            foreach (var (c, at) in cases.Select((c, at) => (c, at)))
            {
                var office = offices[at % offices.Count];
                pages.Add(("/desk/mr/inbox", sessions.Of(new DeskSession(office.Officials[at % 3].OfficialId, office.Posts[at % 3].PostId)).Cookies));
                pages.Add(($"/mh/mr/cases/{c.Reference}", sessions.Of(new CitizenSession(c.FiledById, c.ApplicantId)).Cookies));
            }
        });
        return pages;
    }

    // Whatever was stored is open again and ended yesterday, on a desk of its office.
    static Task Late(Store store, int count) => Do(store, $"""
        update cases set status = 'InProcess', is_paused = false, due_on = current_date - 2, limit_passed_on = null where case_id in (select case_id from cases order by case_id limit {count});
        update work_items w set done_at = null, due_on = current_date - 2 where w.seq = (select max(seq) from work_items o where o.case_id = w.case_id);
        vacuum (analyze) cases; vacuum (analyze) work_items
        """);

    static async Task Set(Store store, int count)
    {
        var due = DateOnly.FromDateTime(TimeProvider.System.UtcNow().Date);
        var rows = new List<object>();
        await using var connection = await Generator.Loading(store);
        await using (var read = new NpgsqlCommand("select case_id, due_on from cases where limit_passed_on is null and due_on = current_date - 2 and status = 'InProcess' order by case_id", connection))
        await using (var reader = await read.ExecuteReaderAsync())
            while (rows.Count < count && await reader.ReadAsync())
                rows.Add(LimitTimer.First(CaseReference.Of("MH", reader.GetInt64(0)), reader.GetFieldValue<DateOnly>(1), due));
        await using var house = new OpenHouse(store);
        await house.In(async services => await TableCopy.All(services.GetRequiredService<EkDwarDb>())[typeof(OutboxMessage)].Write(connection, rows));
    }

    static Task<long> Open(Store store) => Count(store, "select count(*) from (select 1 from outbox where kind = 'limit' and done_at is null limit 1) one");

    /// <summary>The same rows without reading, sealing or hashing anything: one UPDATE and one INSERT a case, committed together.</summary>
    static async Task<double> ByHand(Store store, int count)
    {
        await Do(store, "create table if not exists swept (like ledger_entries including all); truncate swept");
        var next = 0;
        var ids = new List<long>();
        await using (var connection = await Generator.Loading(store))
        await using (var read = new NpgsqlCommand($"select case_id from cases order by case_id limit {Math.Min(count, 10_000)}", connection))
        await using (var reader = await read.ExecuteReaderAsync())
            while (await reader.ReadAsync()) ids.Add(reader.GetInt64(0));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(async _ =>
        {
            await using var connection = new NpgsqlConnection(store.ConnectionString);
            await connection.OpenAsync();
            for (var at = Interlocked.Increment(ref next) - 1; at < ids.Count; at = Interlocked.Increment(ref next) - 1)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await using var both = new NpgsqlBatch(connection, transaction)
                {
                    BatchCommands =
                    {
                        new("update cases set limit_passed_on = due_on, version = version + 1 where case_id = $1") { Parameters = { new() { Value = ids[at] } } },
                        new("insert into swept select stream_kind, stream_id, seq + 1000, kind, at, actor, post_id, facts, body, previous_hash, hash from ledger_entries where stream_kind = 'case' and stream_id = $1 order by seq desc limit 1") { Parameters = { new() { Value = ids[at] } } },
                    },
                };
                await both.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }
        }));
        return watch.Elapsed.TotalSeconds * count / ids.Count;
    }

    static async Task Do(Store store, string sql)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString + ";Command Timeout=0");
        await connection.OpenAsync();
        foreach (var one in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) await new NpgsqlCommand(one, connection).ExecuteNonQueryAsync();
    }

    static async Task<long> Count(Store store, string sql)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        return (long)(await new NpgsqlCommand(sql, connection).ExecuteScalarAsync())!;
    }
}
