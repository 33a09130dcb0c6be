using System.Runtime.CompilerServices;
using EkDwar.Foundation.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Attacks;

/// <summary>
/// Whether anything was written, by anybody, into any table: two marks are equal only when nothing was. On SQLite the
/// engine counts commits for whoever looks on; on PostgreSQL every row written leaves one in a table of the test's own, in the
/// same transaction.
/// </summary>
sealed class Written : IAsyncDisposable
{
    const string Counting = """
        create table if not exists test_writes (written boolean not null);
        create or replace function test_count_write() returns trigger language plpgsql as 'begin insert into test_writes values (true); return null; end';
        """;

    readonly SqliteConnection? onlooker;
    readonly TestHouse house;

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
        var triggers = tables.Select(table => $"create or replace trigger test_counts_writes after insert or update or delete on {table} for each row execute function test_count_write();");
        await house.Db(db => db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(Counting + string.Join('\n', triggers))));
        return new(house, null);
    }

    public async Task<string> Mark()
    {
        if (onlooker is null) return $"{await house.Db(db => db.Database.SqlQueryRaw<long>("select count(*) as \"Value\" from test_writes").SingleAsync())}";
        await using var command = onlooker.CreateCommand();
        command.CommandText = "pragma data_version";
        return $"{await command.ExecuteScalarAsync()}";
    }

    public async ValueTask DisposeAsync()
    {
        if (onlooker is not null) await onlooker.DisposeAsync();
    }
}
