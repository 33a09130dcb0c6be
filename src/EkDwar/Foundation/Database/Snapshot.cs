using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Foundation.Database;

/// <summary>The database as it is at one instant, for a long read while others write. It blocks nobody and writes nothing.</summary>
public sealed class Snapshot : IAsyncDisposable
{
    readonly EkDwarDb db;
    readonly DbTransaction transaction;

    Snapshot(EkDwarDb db, DbTransaction transaction) => (this.db, this.transaction) = (db, transaction);

    public static async Task<Snapshot> Take(EkDwarDb db)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        // On SQLite every isolation level but a deferred transaction takes the one write lock.
        var transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await db.Database.UseTransactionAsync(transaction);
        return new(db, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await db.Database.UseTransactionAsync(null);
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
