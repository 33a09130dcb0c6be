using System.Diagnostics;
using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Cases.Names;
using EkDwar.Catalogue;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.Onboarding;
using EkDwar.People;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>
/// Fills a database of its own with stored cases: at every size the same open cases on the desks of ten offices, all
/// others granted over the last two years. Every row goes into its real table; foreign keys hold by construction.
/// </summary>
public static class Generator
{
    public const int OpenPerDesk = 25;
    const int Batch = 2_000;
    const long LargestId = (1L << 60) - 1;

    public static async Task<IReadOnlyList<Store>> Run(BenchGround ground, IReadOnlyList<int> sizes)
    {
        var stores = new List<Store>();
        foreach (var size in sizes)
        {
            var store = Store.Of(ground, size);
            if (!await Exists(ground, store)) await Fill(ground, store);
            stores.Add(store);
        }
        return stores;
    }

    internal static async Task<bool> Exists(BenchGround ground, Store store)
    {
        await using var connection = new NpgsqlConnection($"{ground.Server};Database=postgres");
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("select shobj_description(oid, 'pg_database') from pg_database where datname = $1", connection) { Parameters = { new() { Value = store.Database } } };
        // A database that was not filled to the end has no such comment.
        if (await ask.ExecuteScalarAsync() is "filled") return true;
        await new NpgsqlCommand($"drop database if exists {store.Database}", connection).ExecuteNonQueryAsync();
        await new NpgsqlCommand($"create database {store.Database}", connection).ExecuteNonQueryAsync();
        return false;
    }

    static async Task Fill(BenchGround ground, Store store)
    {
        var watch = Stopwatch.StartNew();
        await using var house = new OpenHouse(store);
        IReadOnlyList<OfficeDesks> offices = [];
        await house.In(async services =>
        {
            await services.GetRequiredService<Migrations>().Run();
            await services.GetRequiredService<SeedDemo>().Run();
            offices = await OfficeDesks.MakeAll(services.GetRequiredService<EkDwarDb>(), services.GetRequiredService<OfficialLogins>(), TimeProvider.System.Today().AddYears(-3));
        });
        var applicants = await Applicants.Make(house, store, Math.Max(100, store.Cases / 5));
        var service = (await house.Get<PublishedServices>().Current("mh", "income-certificate"))!;
        var starts = new System.Collections.Concurrent.ConcurrentQueue<int>(Enumerable.Range(0, (store.Cases + Batch - 1) / Batch).Select(batch => batch * Batch));
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(() => Work(house, store, service, offices, applicants, starts))));
        await Settle(store);
        Report.Line($"{store.Cases} cases stored in {watch.Elapsed.TotalSeconds:0} s ({Report.Load})");
    }

    static async Task Work(OpenHouse house, Store store, ServiceDefinition service, IReadOnlyList<OfficeDesks> offices, IReadOnlyList<Applicant> applicants, System.Collections.Concurrent.ConcurrentQueue<int> starts)
    {
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var tables = TableCopy.All(db);
        var cases = new StoredCases(db, service, offices, house.Get<MasterKey>(), scope.ServiceProvider.GetRequiredService<CaseClock>(), scope.ServiceProvider.GetRequiredService<CaseWords>());
        await using var connection = await Loading(store);
        while (starts.TryDequeue(out var start))
        {
            for (var number = start; number < Math.Min(start + Batch, store.Cases); number++) await AddCase(cases, store, applicants, number);
            // Heads of stored cases count as anchored: checkpoints of two years are not part of what is measured.
            foreach (var rows in db.ChangeTracker.Entries().Select(entry => entry.Entity).GroupBy(row => row.GetType()).Where(rows => rows.Key != typeof(UnanchoredHead)).ToList())
                await tables[rows.Key].Write(connection, rows);
            await tables[typeof(CaseWord)].Write(connection, cases.Words);
            cases.Words.Clear();
            db.ChangeTracker.Clear();
        }
    }

    static Task AddCase(StoredCases cases, Store store, IReadOnlyList<Applicant> applicants, int number)
    {
        var width = LargestId / store.Cases;
        var id = number * width + 1 + (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) % (ulong)(width - 1));
        var isOpen = OpenNumber(number, store.Cases) is var open && open >= 0;
        var desk = isOpen ? open / OpenPerDesk : number;
        var office = cases.Offices[isOpen ? desk / StoredCases.OpenDesks : number % cases.Offices.Count];
        var daysAgo = isOpen ? 3 + open % 10 : 20 + number % 700;
        var at = UtcMicroseconds.Cut(TimeProvider.System.UtcNow().AddDays(-daysAgo).AddSeconds(-number % 20_000));
        return cases.Add(id, applicants[number % applicants.Count], office, isOpen ? desk % StoredCases.OpenDesks : StoredCases.OpenDesks, at);
    }

    // Open cases lie evenly among all, as random references do; the same number at every size.
    static int OpenNumber(int number, int all)
    {
        const int Open = OfficeDesks.Count * 3 * OpenPerDesk;
        var open = (int)((long)number * Open / all);
        return (int)(((long)open * all + Open - 1) / Open) == number ? open : -1;
    }

    internal static async Task<NpgsqlConnection> Loading(Store store)
    {
        var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        await new NpgsqlCommand("set session_replication_role = replica; set synchronous_commit = off", connection).ExecuteNonQueryAsync();
        return connection;
    }

    internal static async Task Settle(Store store)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString + ";Command Timeout=0");
        await connection.OpenAsync();
        await new NpgsqlCommand("vacuum (analyze)", connection).ExecuteNonQueryAsync();
        await new NpgsqlCommand("checkpoint", connection).ExecuteNonQueryAsync();
        await new NpgsqlCommand($"comment on database {store.Database} is 'filled'", connection).ExecuteNonQueryAsync();
    }
}
