using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EkDwar.Tests.Foundation.Database;

/// <summary>
/// PostgreSQL gives up waiting for its standby and says success with a notice. Only PostgreSQL has standbys: on SQLite
/// these tests have nothing to show and end at once. The server for tests names a standby that does not exist
/// (synchronous_standby_names=nosuch) and by itself does not wait for it (synchronous_commit=local); these tests do.
/// </summary>
public sealed class A_commit_nobody_confirmed
{
    [Fact]
    public async Task is_not_told_as_success_and_the_same_token_settles_it()
    {
        if (TestHouse.Engine == Engine.Sqlite) return;
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft();
        await using (var waiting = await Waiting(house, "synchronous_commit=on"))
        {
            var sending = Task.Run(() => Submit(waiting, citizen));
            await CancelTheWait(house);
            await Assert.ThrowsAsync<OutcomeUnknown>(() => sending);
        }
        var settled = await citizen.Submit("once");
        Assert.True(settled.IsDone);
        Assert.Equal(1, await house.Db(db => db.Set<Case>().CountAsync()));
    }

    [Fact]
    public async Task leaves_the_connection_fit_for_the_next_request()
    {
        if (TestHouse.Engine == Engine.Sqlite) return;
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft();
        await using var waiting = await Waiting(house, "synchronous_commit=on");
        var sending = Task.Run(() => Submit(waiting, citizen));
        await CancelTheWait(house);
        await Assert.ThrowsAsync<OutcomeUnknown>(() => sending);
        await waiting.Db(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlAsync($"set synchronous_commit = local");
            db.Add(new IdempotencyKey { Token = "another", Answer = "", At = TestClock.Start.UtcDateTime });
            Assert.True(await db.TrySave());
        });
    }

    static async Task<TestHouse> Waiting(TestHouse house, string option)
    {
        var text = new NpgsqlConnectionStringBuilder(house.Settings.Database.Postgres) { Options = "-c " + option }.ConnectionString;
        await using var connection = new NpgsqlConnection(text);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("show synchronous_standby_names", connection);
        Assert.True((string?)await command.ExecuteScalarAsync() == "nosuch", "start the server for tests with synchronous_standby_names=nosuch and synchronous_commit=local");
        return await house.NodeOn(house.Settings.Database with { Postgres = text });
    }

    static Task<Outcome<CaseReference>> Submit(TestHouse waiting, TestCitizen citizen) => citizen.At(waiting).Submit("once");

    static async Task CancelTheWait(TestHouse house)
    {
        var until = TimeSpan.FromSeconds(20);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < until)
        {
            var cancelled = await house.Db(db => db.Database.SqlQuery<bool>(
                $"select pg_cancel_backend(pid) as \"Value\" from pg_stat_activity where datname = current_database() and wait_event = 'SyncRep'").ToListAsync());
            if (cancelled.Contains(true)) return;
            await Task.Delay(20);
        }
        Assert.Fail("no commit came to wait for its standby");
    }
}
