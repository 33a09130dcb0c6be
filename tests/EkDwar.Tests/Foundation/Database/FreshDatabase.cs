using System.Data.Common;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Foundation.Database;

/// <summary>A database without anything in it, migrated unless told, on the engine under test; gone when disposed.</summary>
sealed class FreshDatabase : IAsyncDisposable
{
    readonly Settings settings;

    FreshDatabase(Settings settings) => this.settings = settings;

    public DatabasePlace Place => settings.Database;

    public static async Task<FreshDatabase> Make(bool isMigrated = true)
    {
        var made = new FreshDatabase(await TestDatabase.NewEmpty());
        if (!isMigrated) return made;
        await using var db = made.Open();
        await new Migrations(db, made.Place, TimeProvider.System).Run();
        return made;
    }

    public EkDwarDb Open()
    {
        var options = new DbContextOptionsBuilder<EkDwarDb>();
        Engines.Use(options, Place);
        return new(options.Options);
    }

    public async Task Run(string sql)
    {
        await using var db = Open();
        await (await Command(db, sql)).ExecuteNonQueryAsync();
    }

    /// <summary>The rows a query answers, each as its columns' texts; null where the database says null.</summary>
    public async Task<List<string?[]>> Rows(string sql)
    {
        await using var db = Open();
        await using var reader = await (await Command(db, sql)).ExecuteReaderAsync();
        var rows = new List<string?[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i).ToString())]);
        return rows;
    }

    public async ValueTask DisposeAsync() => await TestDatabase.Drop(settings);

    static async Task<DbCommand> Command(EkDwarDb db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
