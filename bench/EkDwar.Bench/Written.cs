using Npgsql;

namespace EkDwar.Bench;

/// <summary>Holds a run against the database: what was not written was not measured.</summary>
public static class Written
{
    public static async Task<long> Entries(Store store)
    {
        await using var connection = new NpgsqlConnection(store.ConnectionString);
        await connection.OpenAsync();
        return (long)(await new NpgsqlCommand("select count(*) from ledger_unanchored", connection).ExecuteScalarAsync())!;
    }

    public static async Task Check(Store store, long before, long expected)
    {
        var written = await Entries(store) - before;
        if (written != expected) throw new InvalidOperationException($"{written} ledger entries instead of {expected}");
        Report.Line($"  checked: {written} ledger entries were written");
    }
}
