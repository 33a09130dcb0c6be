using EkDwar.Cases;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Cases;

/// <summary>Whoever owns the database can write anything into it; verify-ledger names what was done.</summary>
public sealed class Verifying_the_ledger
{
    [Fact]
    public async Task of_a_clean_house_finds_nothing()
    {
        await using var house = await TestHouse.Open();
        await house.Case().Certified();
        Assert.Equal(1, await house.Checkpoint());
        await house.Case().Queried();
        await house.Case().WithoutPaper();
        Assert.Equal(2, await house.Checkpoint());
        Assert.Equal(0, await house.Checkpoint());
        await house.Case().Refused();
        var found = await house.VerifiedLedger();
        Assert.Empty(found.Faults);
        Assert.Equal("4 ledgers, 13 entries, 2 checkpoints, 0 faults", found.Summary);
    }

    [Theory]
    [InlineData("kind = 'ApplicationRefused'")]
    [InlineData("at = '2026-03-02 05:30:01'")]
    [InlineData("facts = '{\"status\":\"Granted\",\"is_paused\":false,\"clock\":[]}'")]
    [InlineData("actor = 'system'")]
    [InlineData("post_id = null")]
    [InlineData("body = previous_hash")]
    public async Task names_an_altered_entry(string change)
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        await house.Checkpoint();
        var attacker = await Attacker.In(house);
        Assert.Equal(1, await attacker.Does($"update ledger_entries set {change} where stream_id = {c.CaseId} and seq = 2"));
        Assert.Contains($"case {c.Reference}: entry 2 was altered", (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task names_a_missing_entry()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Reported();
        var attacker = await Attacker.In(house);
        await attacker.Does($"delete from ledger_entries where stream_id = {c.CaseId} and seq = 2");
        Assert.Contains($"case {c.Reference}: entry 2 is missing", (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task names_entries_that_changed_places()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Reported();
        var attacker = await Attacker.In(house);
        foreach (var (from, to) in new[] { (2, 99), (3, 2), (99, 3) })
            await attacker.Does($"update ledger_entries set seq = {to} where stream_id = {c.CaseId} and seq = {from}");
        var faults = (await house.VerifiedLedger()).Faults;
        Assert.Contains($"case {c.Reference}: entry 2 was altered", faults);
        await Rehash(house, c.CaseId, relink: false);
        Assert.Contains($"case {c.Reference}: entry 2 does not follow the one before it", (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task names_a_removed_last_entry_even_when_the_row_was_set_back()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Refused();
        await house.Checkpoint();
        var attacker = await Attacker.In(house);
        await attacker.Does($"delete from ledger_entries where stream_id = {c.CaseId} and seq = 4");
        Assert.Equal([$"case {c.Reference}: entry 4 was removed"], (await house.VerifiedLedger()).Faults);
        var third = (await c.Ledger())[2];
        var facts = LedgerFacts.Parse(third.Facts);
        await attacker.Writes($"update cases set ledger_seq = 3, ledger_hash = {third.Hash}, status = {facts.Status.ToString()} where case_id = {c.CaseId}");
        Assert.Equal([$"case {c.Reference}: entry 4 was removed"], (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task names_a_chain_that_was_rewritten_whole()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Refused();
        await house.Checkpoint();
        var attacker = await Attacker.In(house);
        await attacker.Does($"update ledger_entries set kind = 'ApplicationGranted' where stream_id = {c.CaseId} and seq = 4");
        await Rehash(house, c.CaseId, relink: true);
        Assert.Equal([$"case {c.Reference}: the chain was rewritten up to entry 4"], (await house.VerifiedLedger()).Faults);
    }

    [Theory]
    [InlineData("status = 'Granted'")]
    [InlineData("due_on = '2027-01-01'")]
    [InlineData("is_paused = true")]
    [InlineData("ledger_hash = wrapped_key")]
    [InlineData("ledger_seq = 1")]
    public async Task names_a_row_changed_behind_the_ledger(string change)
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        await house.Checkpoint();
        await new Attacker(house).Does($"update cases set {change} where case_id = {c.CaseId}");
        Assert.Equal([$"case {c.Reference}: the row does not match ledger entry 2"], (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task names_a_case_that_is_gone_with_everything_of_it()
    {
        await using var house = await TestHouse.Open();
        var gone = await house.Case().Forwarded();
        await house.Case().Forwarded();
        await house.Checkpoint();
        var attacker = await Attacker.In(house);
        foreach (var table in new[] { "work_items", "looks", "case_words", "certificates", "cases" }) await attacker.Does($"delete from {table} where case_id = {gone.CaseId}");
        await attacker.Does($"delete from ledger_entries where stream_id = {gone.CaseId}");
        Assert.Equal([$"case {gone.Reference.ToString()[3..17]}: the whole case is missing"], (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task names_an_entry_written_behind_the_house()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        await house.Checkpoint();
        await house.Db(async db =>
        {
            var row = await db.Set<Case>().SingleAsync(row => row.CaseId == c.CaseId);
            var last = await db.Set<LedgerEntry>().AsNoTracking().SingleAsync(entry => entry.StreamId == c.CaseId && entry.Seq == 2);
            var forged = new LedgerEntry
            {
                StreamKind = last.StreamKind, StreamId = last.StreamId, Seq = 3, Kind = "ApplicationGranted", At = last.At, Actor = "system",
                Facts = last.Facts, Body = last.Body, PreviousHash = last.Hash,
            };
            db.Add(forged.With(LedgerHash.Of(forged)));
            (row.LedgerSeq, row.LedgerHash) = (3, forged.Hash);
            await db.Save();
        });
        Assert.Equal([$"case {c.Reference}: no checkpoint covers entry 3 and none waits to"], (await house.VerifiedLedger()).Faults);
    }

    /// <summary>Hashes a chain anew, as one who knows the code would; with its links, rows and what waits.</summary>
    static Task Rehash(TestHouse house, long caseId, bool relink) => house.Db(async db =>
    {
        var previous = LedgerHash.Start;
        foreach (var entry in await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.StreamId == caseId).OrderBy(e => e.Seq).ToListAsync())
        {
            var linked = relink
                ? new LedgerEntry
                {
                    StreamKind = entry.StreamKind, StreamId = entry.StreamId, Seq = entry.Seq, Kind = entry.Kind, At = entry.At, Actor = entry.Actor,
                    PostId = entry.PostId, Facts = entry.Facts, Body = entry.Body, PreviousHash = previous,
                }
                : entry;
            previous = LedgerHash.Of(linked);
            await db.Database.ExecuteSqlAsync($"update ledger_entries set hash = {previous}, previous_hash = {linked.PreviousHash} where stream_id = {caseId} and seq = {entry.Seq}");
        }
        await db.Database.ExecuteSqlAsync($"update cases set ledger_hash = {previous} where case_id = {caseId}");
    });
}
