using System.Data;
using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Foundation.Database;

/// <summary>
/// Brings the database to this version: numbered plain-SQL scripts, each once, each with its checksum. A script runs for
/// both engines; its twin <c>.sqlite.sql</c> or <c>.postgres.sql</c> follows it. Expand only: nothing is altered or dropped.
/// </summary>
public sealed class Migrations(EkDwarDb db, DatabasePlace place, TimeProvider time)
{
    const string Prefix = "EkDwar.Foundation.Database.Migrations.";

    /// <summary>Runs what is missing. Throws <see cref="CannotStart"/> for a database newer than this program, or a changed script.</summary>
    public async Task Run()
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        try
        {
            if (place.Engine == Engine.Sqlite) await Execute(connection, null, "pragma journal_mode=wal");
            await Execute(connection, null,
                "create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at timestamptz not null)");
            var done = await Applied(connection);
            var scripts = Scripts(place.Engine);
            Refuse(done, scripts);
            if (scripts.All(script => done.ContainsKey(script.Name))) return;
            await Apply(connection, scripts);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Whether there is a database with tables of ours, of whatever version. Makes nothing.</summary>
    public async Task<bool> IsMade()
    {
        if (place.Engine == Engine.Sqlite && !File.Exists(place.SqliteFile)) return false;
        await db.Database.OpenConnectionAsync();
        try
        {
            return (await Applied(db.Database.GetDbConnection())).Count > 0;
        }
        catch (DbException e) when (Engines.IsNoSuchTable(e))
        {
            return false;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>As <see cref="Run"/> for who only reads: throws <see cref="CannotStart"/> as well where there is no database of this version yet.</summary>
    public async Task Require()
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        try
        {
            var done = await Applied(connection);
            var scripts = Scripts(place.Engine);
            Refuse(done, scripts);
            if (!scripts.All(script => done.ContainsKey(script.Name))) throw NoDatabase(connection);
        }
        catch (DbException e) when (Engines.IsNoSuchTable(e))
        {
            throw NoDatabase(connection);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    CannotStart NoDatabase(DbConnection connection) =>
        new("foundation.start.no_database", ("place", place.Engine == Engine.Sqlite ? place.SqliteFile : connection.Database));

    async Task Apply(DbConnection connection, IReadOnlyList<Script> scripts)
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable);
        // Two nodes may start at once: the second waits here, then finds nothing left to do.
        if (place.Engine == Engine.Postgres) await Execute(connection, transaction, "lock table schema_migrations in access exclusive mode");
        var done = await Applied(connection, transaction);
        foreach (var script in scripts.Where(script => !done.ContainsKey(script.Name)))
        {
            await Execute(connection, transaction, script.Sql);
            await Execute(connection, transaction, "insert into schema_migrations (name, sha256, applied_at) values (@name, @sha256, @at)",
                ("@name", script.Name), ("@sha256", script.Sha256), ("@at", UtcMicroseconds.Cut(time.GetUtcNow().UtcDateTime)));
        }
        await transaction.CommitAsync();
    }

    static void Refuse(Dictionary<string, string> done, IReadOnlyList<Script> scripts)
    {
        foreach (var (name, sha256) in done)
        {
            var script = scripts.FirstOrDefault(script => script.Name == name)
                ?? throw new CannotStart("foundation.start.newer_database", ("migration", name));
            if (script.Sha256 != sha256) throw new CannotStart("foundation.start.changed_migration", ("migration", name));
        }
    }

    static async Task<Dictionary<string, string>> Applied(DbConnection connection, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select name, sha256 from schema_migrations";
        await using var reader = await command.ExecuteReaderAsync();
        var done = new Dictionary<string, string>();
        while (await reader.ReadAsync()) done[reader.GetString(0)] = reader.GetString(1);
        return done;
    }

    static async Task Execute(DbConnection connection, DbTransaction? transaction, string sql, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text is a script of ours, embedded in this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The scripts for this engine, in order, each script before its twin.</summary>
    internal static IReadOnlyList<Script> Scripts(Engine engine)
    {
        var other = engine == Engine.Sqlite ? ".postgres.sql" : ".sqlite.sql";
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.EndsWith(other, StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(script => script.Name[..4], StringComparer.Ordinal).ThenBy(script => script.Name.Length)];
    }

    static Script Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        var sql = reader.ReadToEnd();
        return new(name[Prefix.Length..], sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }

    internal sealed record Script(string Name, string Sql, string Sha256);
}
