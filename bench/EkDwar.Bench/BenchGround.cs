using System.Runtime.InteropServices;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;

namespace EkDwar.Bench;

/// <summary>Where the benchmark stands: its own PostgreSQL cluster, its folder, the built application. Set by `bench/run`.</summary>
/// <param name="Server">A connection string without a database.</param>
/// <param name="Count">Journeys or requests a round.</param>
/// <param name="Program">EkDwar.dll as it is delivered.</param>
public sealed record BenchGround(string Server, string Folder, string Program, IReadOnlyList<int> Sizes, int Rounds, int Clients, int Count)
{
    public static string Machine => $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}";

    public static BenchGround FromEnvironment() => new(
        Needed("EKDWAR_BENCH_SERVER"), Needed("EKDWAR_BENCH_FOLDER"), Needed("EKDWAR_BENCH_PROGRAM"),
        [.. Numbers("EKDWAR_BENCH_SIZES", "1000 1000000")], Numbers("EKDWAR_BENCH_ROUNDS", "5").First(), Numbers("EKDWAR_BENCH_CLIENTS", "8").First(),
        Numbers("EKDWAR_BENCH_COUNT", "1200").First());

    /// <summary>The process id of the cluster's first process, for its CPU time.</summary>
    public int Postmaster => int.Parse(File.ReadLines(Path.Combine(Folder, "cluster", "postmaster.pid")).First());

    static string Needed(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set: use bench/run");

    static IEnumerable<int> Numbers(string name, string otherwise) =>
        (Environment.GetEnvironmentVariable(name) is { Length: > 0 } given ? given : otherwise).Split(' ').Select(int.Parse);
}

/// <summary>One generated database and the data folder that belongs to it (master key, papers).</summary>
public sealed record Store(int Cases, string Database, string DataFolder, string ConnectionString)
{
    public static Store Of(BenchGround ground, int cases)
    {
        var database = $"ekdwar_{cases}";
        return new(cases, database, Path.Combine(ground.Folder, database), $"{ground.Server};Database={database};Maximum Pool Size=60");
    }

    public Settings Settings => new("http://127.0.0.1:0", new(Path.Combine(AppContext.BaseDirectory, "services"), DataFolder),
        new DatabasePlace(DataFolder, ConnectionString), Works: false);
}
