using System.Data.Common;
using System.Diagnostics;
using EkDwar.Cases;
using EkDwar.Processing;
using EkDwar.Processing.Searches;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>What the database does for each of the three reads of a desk: every statement the use cases send, asked again for its plan.</summary>
public static class Plans
{
    public static async Task<IReadOnlyList<string>> Of(OpenHouse house, Store store, ScaleDesk desk)
    {
        var lines = new List<string>();
        foreach (var (name, read) in Reads(desk))
        {
            var sent = new List<(string Sql, List<NpgsqlParameter> Parameters)>();
            using (DiagnosticListener.AllListeners.Subscribe(new Listeners(command => sent.Add((command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(parameter => parameter.Clone())])))))
                await house.In(read);
            lines.Add($"plan of {name}: {sent.Count} statements");
            await using var connection = new NpgsqlConnection(store.ConnectionString);
            await connection.OpenAsync();
            foreach (var (sql, parameters) in sent.Where(one => one.Sql.StartsWith("SELECT", StringComparison.Ordinal))) lines.AddRange(await Plan(connection, sql, parameters));
        }
        return lines;
    }

    static IEnumerable<(string Name, Func<IServiceProvider, Task> Read)> Reads(ScaleDesk desk) =>
    [
        ("the inbox", services => services.GetRequiredService<ReadInbox>().Run(desk.Session, new(), 0)),
        ("a search for a common name", services => services.GetRequiredService<FindCases>().Run(desk.Session, new() { Words = "Pateel" }, 0)),
        ("a search for two words", services => services.GetRequiredService<FindCases>().Run(desk.Session, new() { Words = "Suneeta Powar" }, 0)),
        ("a case", services => CaseReference.TryParse(desk.Cases[0].Split('/')[^1], out var reference) ? services.GetRequiredService<LookAtCase>().Run(desk.Session, reference, LookBook.Whole) : throw new InvalidOperationException("no reference")),
    ];

    static async Task<IReadOnlyList<string>> Plan(NpgsqlConnection connection, string sql, List<NpgsqlParameter> parameters)
    {
        await using var explain = new NpgsqlCommand("explain (analyze, costs off, timing off, summary on) " + sql, connection);
        explain.Parameters.AddRange(parameters.ToArray());
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add("    " + reader.GetString(0));
        // A table read from end to end is told apart: that is what has no index.
        var whole = lines.Where(line => line.Contains("Seq Scan", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        var flat = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return ["  " + flat[..Math.Min(160, flat.Length)], .. whole.Count > 0 ? new[] { "  WITHOUT AN INDEX: " + string.Join("; ", whole) } : [], .. lines];
    }

    sealed class Listeners(Action<DbCommand> sent) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == DbLoggerCategory) listener.Subscribe(new Commands(sent)!);
        }

        const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";

        public void OnCompleted() { }
        public void OnError(Exception error) { }
    }

    sealed class Commands(Action<DbCommand> sent) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> told)
        {
            if (told.Key == RelationalEventId.CommandExecuting.Name && told.Value is CommandEventData { Command: { } command }) sent(command);
        }

        public void OnCompleted() { }
        public void OnError(Exception error) { }
    }
}
