using System.Data.Common;
using EkDwar.Foundation.Database;

namespace EkDwar.Tests.Foundation.Database;

public class An_append_only_table
{
    public static readonly TheoryData<string> Tables = ["ledger_entries", "checkpoints", "looks", "searches", "service_versions", "laws", "payment_events", "postings", "office_changes"];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task refuses_every_change(string table)
    {
        await using var database = await FreshDatabase.Make();
        var columns = (await Schema.Of(database)).Columns.Where(column => column.Table == table).ToList();
        var isPostgres = database.Place.Engine == Engine.Postgres;
        // The one row stands for itself: what it refers to is not needed here.
        var (open, shut) = isPostgres ? ("set session_replication_role = replica", "set session_replication_role = default") : ("pragma foreign_keys = off", "select 1");
        await database.Run($"{open}; insert into {table} ({string.Join(", ", columns.Select(column => column.Name))}) values ({string.Join(", ", columns.Select(column => Value(column.Type)))}); {shut}");

        await Refuses(database, $"update {table} set {columns[0].Name} = {columns[0].Name}");
        await Refuses(database, $"delete from {table}");
        if (isPostgres) await Refuses(database, $"truncate {table}");
        Assert.Equal("1", (await database.Rows($"select count(*) from {table}"))[0][0]);
    }

    static async Task Refuses(FreshDatabase database, string sql)
    {
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => database.Run(sql));
        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
    }

    static string Value(string type) => type switch
    {
        "uuid" => "'01970000-0000-7000-8000-000000000001'",
        "bigint" or "integer" => "1",
        "bytea" => "'x'",
        "date" => "'2026-01-01'",
        "timestamptz" or "timestamp with time zone" => "'2026-01-01 00:00:00+00'",
        _ => "'x'",
    };
}
