using System.Collections.Concurrent;
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
using EkDwar.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>
/// Fills a database with a state at work: its places, offices and officials, and open cases on the desks of all tahsils, then as many more
/// on those of one. Sealed, chained and counted by the application's own classes, on every core; copied in binary, with the indexes that no
/// load needs made afterwards.
/// </summary>
public sealed class ScaleStore(BenchGround ground, ScaleSize size)
{
    const int Batch = 1_000, CasesOfApplicant = 5;
    const long LargestId = (1L << 60) - 1;
    static readonly string[] Loaded = ["cases", "work_items", "case_words", "outbox", "looks", "accounts", "persons", "officials", "official_words", "posts", "post_holdings", "places", "place_spells", "offices"];

    readonly Store store = size.StoreOf(ground);

    /// <summary>The store, and its tahsils; the last is the loud one.</summary>
    public async Task<(Store Store, IReadOnlyList<Tahsil> Tahsils)> Open()
    {
        if (!await Generator.Exists(ground, store)) await Fill();
        await using var house = new OpenHouse(store);
        IReadOnlyList<Tahsil> tahsils = [];
        await house.In(async services => tahsils = await Read(services.GetRequiredService<EkDwarDb>()));
        return (store, tahsils);
    }

    async Task Fill()
    {
        var watch = Stopwatch.StartNew();
        await using var house = new OpenHouse(store);
        await house.In(async services =>
        {
            await services.GetRequiredService<Migrations>().Run();
            await services.GetRequiredService<SeedDemo>().Run();
        });
        Report.Line($"  seeded after {watch.Elapsed.TotalSeconds:0} s");
        await using var connection = await Generator.Loading(store);
        var indexes = await DropIndexes(connection);
        IReadOnlyList<Tahsil> tahsils = [];
        await house.In(async services => tahsils = await new ScalePeople(services.GetRequiredService<EkDwarDb>(), services.GetRequiredService<OfficialLogins>(), size).Make(connection));
        Report.Line($"  people and places after {watch.Elapsed.TotalSeconds:0} s");
        var applicants = await Applicants.Make(house, store, Math.Max(100, (size.Open + size.Loud) / CasesOfApplicant));
        Report.Line($"  applicants after {watch.Elapsed.TotalSeconds:0} s");
        await Load(house, [.. tahsils.SkipLast(1)], applicants, size.Open, 0);
        Report.Line($"  {size.Open} open cases after {watch.Elapsed.TotalSeconds:0} s");
        // What comes now is the loud office's: until here the state is what has to be there within its time.
        var made = watch.Elapsed.TotalSeconds;
        await Load(house, [tahsils[^1]], applicants, size.Loud, size.Open);
        Report.Line($"  {size.Loud} more of one office after {watch.Elapsed.TotalSeconds:0} s");
        var loud = watch.Elapsed.TotalSeconds - made;
        foreach (var index in indexes) await Run(connection, index);
        await Generator.Settle(store);
        var settled = watch.Elapsed.TotalSeconds - made - loud;
        Report.Line($"  indexes, vacuum and checkpoint of both: {settled:0} s ({Report.Load})");
        // Indexes were made of both loads at once; the state's share is that of its cases.
        var whole = made + settled * size.Open / Math.Max(1, size.Open + size.Loud);
        if (size.IsWhole) Report.Figure($"{size.Officials} officials, {size.Places} places, {size.Open} open cases made", whole, 600, atLeast: false, " s");
        else Report.Line($"  made in {whole:0} s; a whole state is to be made in 600 s");
    }

    async Task Load(OpenHouse house, IReadOnlyList<Tahsil> tahsils, IReadOnlyList<Applicant> applicants, int count, int first)
    {
        var service = (await house.Get<PublishedServices>().Current("mh", "income-certificate"))!;
        var starts = new ConcurrentQueue<int>(Enumerable.Range(0, (count + Batch - 1) / Batch).Select(batch => batch * Batch));
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            await using var scope = house.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<EkDwarDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var tables = TableCopy.All(db);
            var cases = new StoredCases(db, service, [.. tahsils.Select(tahsil => tahsil.Desks)], house.Get<MasterKey>(), scope.ServiceProvider.GetRequiredService<CaseClock>(), scope.ServiceProvider.GetRequiredService<CaseWords>());
            await using var connection = await Generator.Loading(store);
            while (starts.TryDequeue(out var start))
            {
                for (var number = start; number < Math.Min(start + Batch, count); number++) await AddCase(cases, tahsils, applicants, first + number, count);
                foreach (var rows in db.ChangeTracker.Entries().Select(entry => entry.Entity).GroupBy(row => row.GetType()).Where(rows => rows.Key != typeof(UnanchoredHead)).ToList())
                    await tables[rows.Key].Write(connection, rows);
                await tables[typeof(CaseWord)].Write(connection, cases.Words);
                cases.Words.Clear();
                db.ChangeTracker.Clear();
            }
        })));
    }

    Task AddCase(StoredCases cases, IReadOnlyList<Tahsil> tahsils, IReadOnlyList<Applicant> applicants, int number, int count)
    {
        var width = LargestId / (size.Open + size.Loud);
        var id = number * width + 1 + (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) % (ulong)(width - 1));
        var tahsil = tahsils[number % tahsils.Count];
        var village = tahsil.Villages[number / tahsils.Count % tahsil.Villages.Count];
        var (local, latin) = IndianNames.Of(id);
        var at = UtcMicroseconds.Cut(TimeProvider.System.UtcNow().AddSeconds(-(long)number % count * (40 * 86_400L / count) - 60).AddDays(-1));
        // Drawn before, as it is from an officer's second look on: how long drawing takes is a figure of its own.
        cases.Drawn(new() { FileId = SampleAnswers.FileOf(id), Page = 1, PictureId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)), DrawnAt = at });
        // Six of ten with the clerk, three with who reports, one with who decides.
        var stage = (number / tahsils.Count % 10) switch { < 6 => 0, < 9 => 1, _ => 2 };
        return cases.Add(id, applicants[(int)((uint)id.GetHashCode() % applicants.Count)], tahsil.Desks, stage, at, new(SampleAnswers.Of(id, local, latin, village.Code), village.PlaceId));
    }

    // Each is made anew from its own words. Keys stay: rows come in their order.
    static async Task<IReadOnlyList<string>> DropIndexes(NpgsqlConnection connection)
    {
        var indexes = new List<(string Name, string Words)>();
        await using (var ask = new NpgsqlCommand("select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename = any($1) and indexdef not like 'CREATE UNIQUE%'", connection) { Parameters = { new() { Value = Loaded } } })
        await using (var reader = await ask.ExecuteReaderAsync())
            while (await reader.ReadAsync()) indexes.Add((reader.GetString(0), reader.GetString(1)));
        foreach (var (name, _) in indexes) await Run(connection, $"drop index {name}");
        await Run(connection, "set maintenance_work_mem = '512MB'");
        return [.. indexes.Select(index => index.Words)];
    }

    static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<IReadOnlyList<Tahsil>> Read(EkDwarDb db)
    {
        var held = await (from office in db.Set<Office>().AsNoTracking()
                          join place in db.Set<Place>() on office.PlaceId equals place.PlaceId
                          where place.Kind == "taluka" && place.Code.StartsWith("scale.")
                          join post in db.Set<Post>() on office.OfficeId equals post.OfficeId
                          join holding in db.Set<PostHolding>() on post.PostId equals holding.PostId
                          join official in db.Set<Official>() on holding.OfficialId equals official.OfficialId
                          select new { office, place.Code, post, official }).ToListAsync();
        return [.. held.GroupBy(row => row.office.OfficeId).OrderBy(office => int.Parse(office.First().Code["scale.t".Length..]))
            .Select(office => new Tahsil(new(office.First().office, [.. office.Select(row => row.post)], [.. office.Select(row => row.official)]), []))];
    }
}
