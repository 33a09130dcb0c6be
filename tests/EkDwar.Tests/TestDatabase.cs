using System.Runtime.CompilerServices;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Onboarding;
using EkDwar.Places;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EkDwar.Tests;

/// <summary>
/// Databases for tests: one template is migrated and seeded in each test process, and every house gets a copy of it.
/// EKDWAR_TEST_ENGINE chooses sqlite (the default) or postgres; EKDWAR_TEST_POSTGRES then names the server's own database.
/// </summary>
static class TestDatabase
{
    static readonly string Root = Directory.CreateTempSubdirectory("ekdwar-test-").FullName;
    static readonly string RunName = $"ekdwar_test_{Environment.ProcessId}_{Path.GetRandomFileName()[..6]}";
    static readonly Lazy<Task<Settings>> Template = new(MakeTemplate);
    static int count;

    public static Engine Engine { get; } = Environment.GetEnvironmentVariable("EKDWAR_TEST_ENGINE") == "postgres" ? Engine.Postgres : Engine.Sqlite;

    static string Server => Environment.GetEnvironmentVariable("EKDWAR_TEST_POSTGRES")
        ?? throw new InvalidOperationException("EKDWAR_TEST_POSTGRES must say where the PostgreSQL server for tests is");

    /// <summary>Development, as for whoever walks through the demo. Set before any host is built.</summary>
    [ModuleInitializer]
    internal static void BeDevelopment()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Development");
        // No test edits settings while a house stands: it need not watch every folder around them.
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }

    /// <summary>A migrated and seeded database and data folder of its own.</summary>
    public static async Task<Settings> New()
    {
        var template = await Template.Value;
        var settings = Empty();
        Copy(template.Folders.Keys, settings.Folders.Keys);
        if (Engine == Engine.Sqlite) File.Copy(template.Database.SqliteFile, settings.Database.SqliteFile);
        else await OnServer($"create database {NameOf(settings)} template {NameOf(template)} strategy file_copy");
        return settings;
    }

    /// <summary>A place for a database that does not exist yet on SQLite, and is empty on PostgreSQL.</summary>
    public static async Task<Settings> NewEmpty()
    {
        var settings = Empty();
        if (Engine == Engine.Postgres) await OnServer($"create database {NameOf(settings)} template template0");
        return settings;
    }

    /// <summary>A backup: the database as it is now, in a place of its own. What lies outside the database is not in it.</summary>
    public static async Task<Settings> BackupOf(Settings settings)
    {
        var backup = Empty();
        if (settings.Database.Postgres is not null)
        {
            // PostgreSQL copies a database only when nobody is connected to it.
            await using (var connection = new NpgsqlConnection(Engines.PostgresText(settings.Database))) NpgsqlConnection.ClearPool(connection);
            await OnServer($"create database {NameOf(backup)} template {NameOf(settings)}");
            return backup;
        }
        await using var from = new SqliteConnection(Engines.SqliteText(settings.Database));
        await using var to = new SqliteConnection(Engines.SqliteText(backup.Database));
        await from.OpenAsync();
        await to.OpenAsync();
        from.BackupDatabase(to);
        await to.CloseAsync();
        SqliteConnection.ClearPool(to);
        return backup;
    }

    public static async Task Drop(Settings settings)
    {
        if (settings.Database.Postgres is not null)
        {
            await using (var connection = new NpgsqlConnection(Engines.PostgresText(settings.Database))) NpgsqlConnection.ClearPool(connection);
            await OnServer($"drop database if exists {NameOf(settings)} with (force)");
        }
        else
        {
            await using var connection = new SqliteConnection(Engines.SqliteText(settings.Database));
            SqliteConnection.ClearPool(connection);
        }
        await Delete(settings.Folders.Data);
    }

    /// <summary>A file whose sender was cut off may still be written to its folder while that is emptied: it is then emptied again.</summary>
    static async Task Delete(string folder)
    {
        for (var again = 5; ; again--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (again > 0)
            {
                await Task.Delay(100);
            }
        }
    }

    static Settings Empty()
    {
        var number = Interlocked.Increment(ref count);
        var data = Directory.CreateDirectory(Path.Combine(Root, $"{number}")).FullName;
        var postgres = Engine == Engine.Sqlite ? null : new NpgsqlConnectionStringBuilder(Server)
        {
            Database = $"{RunName}_{number}", MaxPoolSize = 20, ConnectionIdleLifetime = 5, ConnectionPruningInterval = 1,
        }.ConnectionString;
        return new("http://localhost", new(Path.Combine(AppContext.BaseDirectory, "services"), data), new(data, postgres), Works: false);
    }

    static async Task<Settings> MakeTemplate()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Clean();
        var settings = await NewEmpty();
        await (await TestHouse.On(settings, async services =>
        {
            await services.GetRequiredService<Migrations>().Run();
            await services.GetRequiredService<SeedDemo>().Run();
            await OneClerk(services.GetRequiredService<EkDwarDb>());
        })).DisposeAsync();
        // PostgreSQL copies a template only when nobody is connected to it.
        NpgsqlConnection.ClearAllPools();
        if (Engine == Engine.Postgres) return settings;
        await using var file = new SqliteConnection(Engines.SqliteText(settings.Database));
        await file.OpenAsync();
        await using var command = file.CreateCommand();
        command.CommandText = "pragma wal_checkpoint(truncate)";
        await command.ExecuteNonQueryAsync();
        await file.CloseAsync();
        SqliteConnection.ClearPool(file);
        return settings;
    }

    /// <summary>
    /// Most tests know one clerk at Haveli, on whose desk a case lies at once. Her colleagues come in where the demo is seeded
    /// again, as into a house that stood before them: <see cref="TestHouse.SharesWork"/>.
    /// </summary>
    static async Task OneClerk(EkDwarDb db)
    {
        var posts = await (from post in db.Set<Post>()
                           join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                           where office.Code == "haveli_tahsil" && post.Designation == "clerk"
                           select post).ToListAsync();
        posts.Single(post => post.Number == 1).Names = posts.Single(post => post.IsShared).Names;
        var others = posts.Where(post => post.Number != 1).ToList();
        var ids = others.Select(post => post.PostId).ToList();
        db.RemoveRange(await db.Set<PostHolding>().Where(holding => ids.Contains(holding.PostId)).ToListAsync());
        db.RemoveRange(others);
        await db.Save();
    }

    static void Clean()
    {
        try
        {
            if (Engine == Engine.Postgres && Template.Value.IsCompletedSuccessfully)
                OnServer($"drop database if exists {NameOf(Template.Value.Result)} with (force)").Wait(TimeSpan.FromSeconds(5));
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception e) when (e is IOException or NpgsqlException or AggregateException)
        {
            // The process ends; what is left lies in the temporary folder and on a server made for the tests.
        }
    }

    static string NameOf(Settings settings) => new NpgsqlConnectionStringBuilder(settings.Database.Postgres).Database!;

    static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
