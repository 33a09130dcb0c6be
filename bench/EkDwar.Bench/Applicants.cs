using System.Globalization;
using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.People;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EkDwar.Bench;

/// <summary>Accounts with one person each, mobile and name sealed as the application seals them.</summary>
public static class Applicants
{
    const int Batch = 20_000;

    public static async Task<IReadOnlyList<Applicant>> Make(OpenHouse house, Store store, int count)
    {
        var made = new List<Applicant>(count);
        await house.In(async services =>
        {
            var db = services.GetRequiredService<EkDwarDb>();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var accounts = services.GetRequiredService<Accounts>();
            var tables = TableCopy.All(db);
            await using var connection = new NpgsqlConnection(store.ConnectionString);
            await connection.OpenAsync();
            // Numbers follow on those already there, so that no two accounts share one.
            await using var ask = new NpgsqlCommand("select count(*) from accounts", connection);
            var first = (long)(await ask.ExecuteScalarAsync())!;
            for (var from = 0; from < count; from += Batch)
            {
                for (var number = from; number < Math.Min(count, from + Batch); number++) made.Add(Add(accounts, first + number));
                foreach (var rows in db.ChangeTracker.Entries().Select(entry => entry.Entity).GroupBy(row => row.GetType()).OrderBy(rows => rows.Key == typeof(Person)).ToList())
                    await tables[rows.Key].Write(connection, rows);
                db.ChangeTracker.Clear();
            }
        });
        return made;
    }

    static Applicant Add(Accounts accounts, long number)
    {
        var digits = (6_000_000_000 + number).ToString(CultureInfo.InvariantCulture);
        if (!PhoneNumber.TryParse(digits, out var mobile)) throw new InvalidOperationException(digits);
        var account = accounts.Add(mobile);
        var person = accounts.AddPerson(account.AccountId, "ज्ञानेश्वर विठ्ठल र्‍हाळकर");
        return new(account.AccountId, person.PersonId);
    }
}
