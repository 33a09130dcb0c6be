using System.Data.Common;
using EkDwar.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Cases;

/// <summary>What happened stays as it was written, and read again gives what the case's row says.</summary>
public sealed class The_ledger
{
    [Theory]
    [InlineData("update ledger_entries set kind = 'ApplicationRefused'")]
    [InlineData("delete from ledger_entries")]
    [InlineData("update checkpoints set body = ''")]
    [InlineData("delete from checkpoints")]
    [InlineData("update service_versions set definition = ''")]
    [InlineData("delete from service_versions")]
    [InlineData("update laws set calendar = ''")]
    [InlineData("delete from laws")]
    public async Task is_changed_by_nobody(string sql)
    {
        await using var house = await TestHouse.Open();
        await house.Case().Submitted();
        await house.Checkpoint();
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => new Attacker(house).Does(sql));
        Assert.Contains("append-only", refused.Message);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    public static TheoryData<string> Lives => ["awaiting papers", "papers given", "with the clerk", "queried", "answered late", "queried by the tahsildar", "granted", "certified", "refused", "revoked", "reissued"];

    static CaseBuilder Live(TestHouse house, string life) => life switch
    {
        "awaiting papers" => house.Case().WithoutPaper(),
        "papers given" => house.Case().WithoutPaper().After(4).PaperGiven(),
        "with the clerk" => house.Case().Submitted(),
        "queried" => house.Case().After(3).Queried(),
        "answered late" => house.Case().After(3).Queried().After(9).Answered(),
        "queried by the tahsildar" => house.Case().Reported().After(2).Queried().After(1).Answered(),
        "granted" => house.Case().After(1).Queried().After(1).Answered().Granted(),
        "refused" => house.Case().Refused(),
        _ => house.Case().Certified(),
    };

    [Theory, MemberData(nameof(Lives))]
    public async Task replayed_gives_the_row(string life)
    {
        await using var house = await TestHouse.Open();
        var c = await Live(house, life);
        if (life is "revoked" or "reissued") Assert.True((await c.Revoke(life == "reissued")).IsDone);
        await house.OutboxDrained();
        var (row, entries) = (await c.Row(), await c.Ledger());
        var last = LedgerFacts.Parse(entries[^1].Facts);
        Assert.Equal((last.Status, last.DueOn, last.IsPaused), (row.Status, row.DueOn, row.IsPaused));
        Assert.Equal((entries.Count, Convert.ToHexString(entries[^1].Hash)), (row.LedgerSeq, Convert.ToHexString(row.LedgerHash)));
        var desk = (await c.WorkItems()).SingleOrDefault(item => item.DoneAt is null);
        Assert.Equal((last.Stage, last.PostId, last.Stage is null ? null : row.DueOn), (desk?.Stage, desk?.PostId, desk?.DueOn));
        var record = ClockRecord.Of([.. entries.Select(entry => LedgerFacts.Parse(entry.Facts))]);
        var reading = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<CaseClock>()
            .Read((await services.GetRequiredService<CaseFiles>().Open(row.CaseId))!, record));
        Assert.Equal(reading.DueOn, row.DueOn);
        Assert.Equal(life == "awaiting papers", record.Facts.Count == 0);
        Assert.Equal(life == "awaiting papers", record.Law is null);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task starts_the_clock_only_when_papers_are_complete()
    {
        await using var house = await TestHouse.Open();
        var waiting = await house.Case().WithoutPaper();
        Assert.Null((await waiting.Row()).DueOn);
        Assert.Empty(await waiting.WorkItems());
        house.Clock.AdvanceDays(5);
        var atOnce = await house.Case().Submitted();
        Assert.True((await waiting.GivePaper()).IsDone);
        Assert.Equal((await atOnce.Row()).DueOn, (await waiting.Row()).DueOn);
    }

    [Fact]
    public async Task moves_the_due_date_by_the_days_of_the_pause_and_no_other()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        var before = (await c.Row()).DueOn!.Value;
        house.Clock.AdvanceDays(1);
        Assert.True((await c.Query()).IsDone);
        Assert.True((await c.Row()).IsPaused);
        house.Clock.AdvanceDays(7);
        Assert.True((await c.Answer()).IsDone);
        var after = (await c.Row()).DueOn!.Value;
        // 15 calendar days from 3 March end on Tuesday 17 March; the query was open when 3 to 9 March ended.
        Assert.Equal((new DateOnly(2026, 3, 17), new DateOnly(2026, 3, 24)), (before, after));
        Assert.False((await c.Row()).IsPaused);
    }

    [Fact]
    public async Task of_an_erased_case_still_proves_and_everything_else_says_it_is_gone()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Certified();
        await house.Checkpoint();
        house.Clock.Advance(TimeSpan.FromDays(11 * 366));
        Assert.True((await house.Use((ErasePerson erase) => erase.Run(c.Reference.ToString()))).IsDone);
        Assert.Null(await house.Use((CaseFiles cases) => cases.Open(c.CaseId)));
        Assert.Null(await house.Use((TrackCase track) => track.ForAccount(c.Citizen.Session, c.Reference)));
        Assert.Equal("cases.not_found", (await c.Grant()).Refusals.Single().Code);
        Assert.Equal("cases.not_found", (await c.Answer()).Refusals.Single().Code);
        var desk = await house.Desk("tahsildar");
        Assert.Equal("cases.not_found", (await house.Use((EkDwar.Cases.LookAtCase look) => look.Run(desk, c.Reference, "case"))).Refusals.Single().Code);
        await house.Db(async db =>
        {
            db.Add(EkDwar.Foundation.Outbox.OutboxMessage.Of("notice", $"{c.Reference.Compact} ApplicationGranted", house.Clock.GetUtcNow().UtcDateTime));
            await db.Save();
        });
        await house.OutboxDrained();
        // She was the last of her account: what had been told is gone too.
        Assert.Empty(await house.Phone());
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }
}
