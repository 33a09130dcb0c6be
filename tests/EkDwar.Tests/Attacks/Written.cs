using EkDwar.Foundation.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Attacks;

/// <summary>
/// Whether anything was written, by anybody, into any table: two marks are equal only when nothing was. On SQLite the
/// engine counts commits for whoever looks on; on PostgreSQL every row of every table is summed up.
/// </summary>
sealed class Written : IAsyncDisposable
{
    readonly SqliteConnection? onlooker;
    readonly TestHouse house;
    string sums = "";

    Written(TestHouse house, SqliteConnection? onlooker) => (this.house, this.onlooker) = (house, onlooker);

    public static async Task<Written> In(TestHouse house)
    {
        if (TestHouse.Engine == Engine.Sqlite)
        {
            var connection = new SqliteConnection(Engines.SqliteText(house.Settings.Database));
            await connection.OpenAsync();
            return new(house, connection);
        }
        var tables = await house.Db(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order().ToList()));
        return new(house, null) { sums = string.Join(" union all ", tables.Select(table => $"select '{table}' || count(*) || ':' || coalesce(sum(hashtext(t::text)::bigint), 0) as \"Value\" from {table} t")) };
    }

    public async Task<string> Mark()
    {
        if (onlooker is null) return string.Join(' ', (await house.Db(db => db.Database.SqlQueryRaw<string>(sums).ToListAsync())).Order(StringComparer.Ordinal));
        await using var command = onlooker.CreateCommand();
        command.CommandText = "pragma data_version";
        return $"{await command.ExecuteScalarAsync()}";
    }

    public async ValueTask DisposeAsync()
    {
        if (onlooker is not null) await onlooker.DisposeAsync();
    }
}
