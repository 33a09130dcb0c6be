using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace EkDwar.Foundation.Database;

/// <summary>Which database the house stands on: the embedded SQLite file, or a PostgreSQL server.</summary>
public enum Engine { Sqlite, Postgres }

/// <summary>Where the database is. A null <paramref name="Postgres"/> means SQLite in <paramref name="DataFolder"/>.</summary>
public sealed record DatabasePlace(string DataFolder, string? Postgres)
{
    public Engine Engine => Postgres is null ? Engine.Sqlite : Engine.Postgres;

    /// <summary>The SQLite file; meaningless on PostgreSQL.</summary>
    public string SqliteFile => Path.Combine(DataFolder, "ekdwar.db");
}

/// <summary>All that differs between the two engines, apart from the migration twins.</summary>
public static class Engines
{
    public static void Use(DbContextOptionsBuilder options, DatabasePlace place)
    {
        if (place.Engine == Engine.Postgres)
            options.UseNpgsql(PostgresText(place), postgres => postgres.CommandTimeout(30));
        else
            options.UseSqlite(SqliteText(place));
        options.AddInterceptors(OnOpen.Instance);
        // One request, one context, one thing at a time: the check for two at once costs every query.
        options.EnableThreadSafetyChecks(false);
        // Of rows that are only counted, up to so many, the order is nobody's concern; that others have one is a rule of the house.
        options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.FirstWithoutOrderByAndFilterWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning));
    }

    /// <summary>Makes the model of the tables before somebody waits for it. EF Core keeps it for every context alike; no database is asked.</summary>
    public static void MakeModel(DatabasePlace place)
    {
        var options = new DbContextOptionsBuilder<EkDwarDb>();
        Use(options, place);
        using var db = new EkDwarDb(options.Options);
        _ = db.Model;
    }

    /// <summary>What is wrong with a connection string before anybody is called; null when it can be read.</summary>
    public static string? Unreadable(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is null ? "Host" : null;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    /// <summary>How the embedded database is opened; also the name of its connection pool.</summary>
    public static string SqliteText(DatabasePlace place) =>
        new SqliteConnectionStringBuilder { DataSource = place.SqliteFile, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    /// <summary>How the server is spoken to; also the name of its connection pool. What is asked often is planned once a connection.</summary>
    public static string PostgresText(DatabasePlace database)
    {
        var given = database.Postgres!;
        // The house sets nothing on a session, so there is nothing to reset.
        var place = new NpgsqlConnectionStringBuilder(given) { NoResetOnClose = true };
        // Asked of the text as given: Npgsql's own builder says it contains every key it knows.
        var isSaid = new DbConnectionStringBuilder { ConnectionString = given }.ContainsKey("Max Auto Prepare");
        if (!isSaid) (place.MaxAutoPrepare, place.AutoPrepareMinUsages) = (200, 2);
        return place.ConnectionString;
    }

    /// <summary>
    /// Claims messages that are due, the longest due first, and gives them. PostgreSQL passes over rows another worker is claiming;
    /// on SQLite one statement is alone while it writes.
    /// </summary>
    public static IQueryable<Outbox.OutboxMessage> Claim(DbSet<Outbox.OutboxMessage> outbox, Engine engine, Outbox.OutboxLane lane, (DateTime Now, DateTime Until) at, int atMost) => engine == Engine.Postgres
        ? outbox.FromSql($"""
            update outbox set claimed_until = {at.Until}, attempts = attempts + 1 where id in (
              select id from outbox where lane = {lane.ToString()} and done_at is null and dead_at is null and due_at <= {at.Now} and (claimed_until is null or claimed_until < {at.Now})
              order by due_at limit {atMost} for update skip locked)
            returning *
            """)
        : outbox.FromSql($"""
            update outbox set claimed_until = {at.Until}, attempts = attempts + 1 where id in (
              select id from outbox where lane = {lane.ToString()} and done_at is null and dead_at is null and due_at <= {at.Now} and (claimed_until is null or claimed_until < {at.Now})
              order by due_at limit {atMost})
            returning *
            """);

    public static bool IsDuplicateKey(DbException e) => e switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067,
        _ => false,
    };

    /// <summary>The engine could not be reached, as opposed to refused what was asked.</summary>
    public static bool IsUnreachable(Exception e) => e switch
    {
        PostgresException postgres => postgres.SqlState is "57P03" or "57P01" or "28P01" or "28000" or "3D000" or "53300",
        NpgsqlException => true,
        // EF Core wraps what it thinks will pass.
        _ => e.InnerException is { } inner && IsUnreachable(inner),
    };

    /// <summary>The embedded database may not be written, or its file not be opened.</summary>
    public static bool IsReadOnly(Exception e) => e is SqliteException { SqliteErrorCode: 8 or 14 };

    /// <summary>A text that no column can hold was sent (U+0000, say): PostgreSQL refuses it, SQLite finds nothing by it.</summary>
    public static bool IsUnfitText(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
        || (e.InnerException is { } inner && IsUnfitText(inner));

    /// <summary>The file in the database's place is something else.</summary>
    public static bool IsNoDatabase(Exception e) => e is SqliteException { SqliteErrorCode: 26 };

    public static bool IsNoSuchTable(DbException e) => e switch
    {
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UndefinedTable,
        SqliteException sqlite => sqlite.SqliteErrorCode == 1 && sqlite.Message.Contains("no such table", StringComparison.Ordinal),
        _ => false,
    };

    sealed class OnOpen : DbConnectionInterceptor
    {
        internal static readonly OnOpen Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Ready(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Ready(connection);
            return Task.CompletedTask;
        }

        static void Ready(DbConnection connection)
        {
            if (connection is NpgsqlConnection postgres)
            {
                OutcomeUnknown.Watch(postgres);
                return;
            }
            using var command = connection.CreateCommand();
            // FULL: in 400 simulated power cuts NORMAL lost acknowledged commits in 307, FULL in none.
            command.CommandText = "pragma synchronous=full; pragma busy_timeout=30000";
            command.ExecuteNonQuery();
        }
    }
}
