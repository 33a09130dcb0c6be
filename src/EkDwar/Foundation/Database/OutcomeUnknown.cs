using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EkDwar.Foundation.Database;

/// <summary>
/// A commit of which nobody can say whether it is safe on a standby: PostgreSQL gave up waiting and answered success with
/// a notice. Callers answer 503; the same idempotency key settles it. Not a failure: the rows may well be there.
/// </summary>
public sealed class OutcomeUnknown() : Exception("the commit was not confirmed by the standby")
{
    static readonly ConditionalWeakTable<NpgsqlConnection, object> Noticed = [];
    static readonly ConditionalWeakTable<NpgsqlConnection, object> Watched = [];
    static readonly object Mark = new();

    /// <summary>Listens on a connection for the notice that a replication wait was cancelled.</summary>
    internal static void Watch(NpgsqlConnection connection)
    {
        // A context keeps its connection object and opens it often; it is listened to once.
        if (!Watched.TryAdd(connection, Mark)) return;
        connection.Notice += (_, e) =>
        {
            if (IsCancelledWait(e.Notice.SqlState, e.Notice.MessageText)) Noticed.AddOrUpdate(connection, Mark);
        };
    }

    internal static bool IsCancelledWait(string sqlState, string text) =>
        sqlState == "01000" && text.StartsWith("canceling wait for synchronous replication", StringComparison.Ordinal);

    internal static void ThrowIfNoticed(DbContext db)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection connection && Noticed.Remove(connection)) throw new OutcomeUnknown();
    }
}
