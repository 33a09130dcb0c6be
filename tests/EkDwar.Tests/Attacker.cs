using EkDwar.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests;

/// <summary>Somebody with every right in the database and none outside it: drops the triggers, then writes what he likes.</summary>
sealed class Attacker(TestHouse house)
{
    static readonly string[] OnSqlite = ["ledger_entries_no_update", "ledger_entries_no_delete", "checkpoints_no_update", "checkpoints_no_delete", "looks_no_delete", "laws_no_update", "laws_no_delete"];
    static readonly (string Trigger, string Table)[] OnPostgres =
        [("ledger_entries_no_change", "ledger_entries"), ("checkpoints_no_change", "checkpoints"), ("looks_no_change", "looks"), ("laws_no_change", "laws")];

    public static async Task<Attacker> In(TestHouse house)
    {
        var attacker = new Attacker(house);
        if (TestHouse.Engine == Engine.Sqlite)
            foreach (var trigger in OnSqlite) await attacker.Does($"drop trigger {trigger}");
        else
            foreach (var (trigger, table) in OnPostgres) await attacker.Does($"drop trigger {trigger} on {table}");
        return attacker;
    }

    /// <summary>Runs a statement as it stands; gives how many rows it met.</summary>
    public Task<int> Does(string sql) => house.Db(db => db.Database.ExecuteSqlAsync(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql.Replace("{", "{{").Replace("}", "}}"))));

    /// <summary>As <see cref="Does"/>, with values as parameters.</summary>
    public Task<int> Writes(FormattableString sql) => house.Db(db => db.Database.ExecuteSqlAsync(sql));
}
