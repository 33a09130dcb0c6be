using System.Data.Common;
using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Foundation.Database;

/// <summary>
/// An empty, migrated database on the engine under test, gone when disposed. EKDWAR_TEST_ENGINE names the engine (SQLite
/// unless told), EKDWAR_TEST_POSTGRES a server on which databases may be made.
/// </summary>
sealed class FreshDatabase : IAsyncDisposable
{
    static readonly string? Server = Environment.GetEnvironmentVariable("EKDWAR_TEST_ENGINE") == "postgres"
        ? Environment.GetEnvironmentVariable("EKDWAR_TEST_POSTGRES") ?? throw new InvalidOperationException("EKDWAR_TEST_POSTGRES names no server")
        : null;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-db-");
    readonly string name = "ekdwar_" + Guid.CreateVersion7().ToString("N");

    FreshDatabase() => Place = new(folder.FullName, Server is null ? null : Server + ";Pooling=false;Database=" + name);

    public DatabasePlace Place { get; }

    public static async Task<FreshDatabase> Make(bool isMigrated = true)
    {
        var made = new FreshDatabase();
        if (Server is not null) await OnServer("create database " + made.name);
        if (isMigrated) await made.Migrate();
        return made;
    }

    public EkDwarDb Open()
    {
        var options = new DbContextOptionsBuilder<EkDwarDb>();
        Engines.Use(options, Place);
        return new(options.Options);
    }

    public async Task Migrate()
    {
        await using var db = Open();
        await new Migrations(db, Place, TimeProvider.System).Run();
    }

    public async Task Run(string sql)
    {
        await using var db = Open();
        await Run(db, sql);
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

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await OnServer($"drop database if exists {name} with (force)");
        else Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    static async Task OnServer(string sql)
    {
        var options = new DbContextOptionsBuilder<EkDwarDb>();
        Engines.Use(options, new("", Server + ";Pooling=false"));
        await using var db = new EkDwarDb(options.Options);
        await Run(db, sql);
    }

    static async Task Run(EkDwarDb db, string sql) => await (await Command(db, sql)).ExecuteNonQueryAsync();

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
