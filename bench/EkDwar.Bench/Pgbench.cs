using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>The database's own limit: the same rows by hand-written SQL, prepared, over the same number of connections.</summary>
public static partial class Pgbench
{
    /// <summary>The channel of cases that open: pgbench writes random bytes for sealed ones, and 'pgb' for the channel.</summary>
    public const string OursChannel = "web";

    /// <summary>Runs the scripts, one after the other as one, so many times in all. <paramref name="first"/> is the number of the first prepared draft of the round.</summary>
    public static async Task<Round> Run(BenchGround ground, Store store, IReadOnlyList<string> scripts, int count, int first, IReadOnlyDictionary<string, string> values)
    {
        var server = new NpgsqlConnectionStringBuilder(store.ConnectionString);
        var each = count / ground.Clients;
        // Of several files pgbench runs any one each time; a journey is all of them in order.
        var script = Path.Combine(Path.GetTempPath(), $"ekdwar-{string.Join('-', scripts)}");
        await File.WriteAllLinesAsync(script, scripts.SelectMany(name => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "pgbench", name))));
        string[] arguments =
        [
            "-n", "-M", "prepared", "-c", $"{ground.Clients}", "-j", "2", "-t", $"{each}", "-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!,
            "-f", script, "-D", $"first={first}", "-D", $"each={each}", "-D", "done=0",
            .. values.SelectMany(value => new[] { "-D", $"{value.Key}={value.Value}" }), store.Database,
        ];
        var database = CpuTime.Of(ground.Postmaster);
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("EKDWAR_BENCH_PGBENCH") ?? "pgbench", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException(await errors);
        var rate = double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        return new(each * ground.Clients, each * ground.Clients / rate, 0, CpuTime.Of(ground.Postmaster) - database, 0, []);
    }

    /// <summary>What the scripts name: the office, its posts and who holds them.</summary>
    public static Dictionary<string, string> Names(OfficeDesks office) => new()
    {
        ["office"] = office.Office.OfficeId.ToString(),
        ["clerk"] = office.Posts[0].PostId.ToString(), ["circle"] = office.Posts[1].PostId.ToString(), ["tahsildar"] = office.Posts[2].PostId.ToString(),
    };

    [GeneratedRegex(@"tps = ([0-9.]+) \(without")]
    internal static partial Regex Rate();
}
