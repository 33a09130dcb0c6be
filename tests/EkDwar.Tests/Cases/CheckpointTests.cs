using EkDwar.Cases;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Tests.Cases;

/// <summary>Checkpoints stand in the database and in a file outside it; neither can be changed unseen, and a crash is no fault.</summary>
public sealed class A_checkpoint
{
    static async Task<TestHouse> HouseWithThree()
    {
        var house = await TestHouse.Open();
        for (var i = 0; i < 3; i++)
        {
            await house.Case().Submitted();
            Assert.Equal(1, await house.Checkpoint());
        }
        return house;
    }

    static string Log(TestHouse house) => house.Settings.Folders.CheckpointFile;

    [Theory]
    [InlineData("delete from checkpoints where checkpoint_no = 3", "checkpoint 3 was removed from the database")]
    [InlineData("delete from checkpoints where checkpoint_no = 2", "checkpoint 2 was removed from the database")]
    [InlineData("update checkpoints set body = replace(body, 'case', 'cash') where checkpoint_no = 2", "checkpoint 2 differs between the database and the file")]
    public async Task changed_in_the_database_is_named(string sql, string fault)
    {
        await using var house = await HouseWithThree();
        await (await Attacker.In(house)).Does(sql);
        Assert.Contains(fault, (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task forged_without_the_key_is_named()
    {
        await using var house = await HouseWithThree();
        using (var other = new SigningKeys(Path.Combine(house.Settings.Folders.Data, "other"), TimeProvider.System).LoadOrCreate("checkpoint"))
        {
            var text = await File.ReadAllTextAsync(Log(house));
            var second = text.Split("\n\n")[1];
            var body = second[..second.LastIndexOf("signature ", StringComparison.Ordinal)];
            var forged = body + "signature " + Convert.ToBase64String(other.Sign(System.Text.Encoding.UTF8.GetBytes(body)));
            await File.WriteAllTextAsync(Log(house), text.Replace(second, forged));
        }
        Assert.Equal(["checkpoint 2 is not whole or its signature is not ours", "checkpoint 2 is in the database and missing from the file; nodes must share one file (--shared)"], (await house.VerifiedLedger()).Faults);
    }

    [Theory]
    [InlineData(0, new[] { 1, 2, 3 })]
    [InlineData(1, new[] { 2, 3 })]
    [InlineData(2, new[] { 3 })]
    public async Task cut_off_the_file_is_named(int kept, int[] missing)
    {
        await using var house = await HouseWithThree();
        var blocks = (await File.ReadAllTextAsync(Log(house))).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        await File.WriteAllTextAsync(Log(house), string.Concat(blocks.Take(kept).Select(block => block + "\n\n")));
        Assert.Equal(missing.Select(no => $"checkpoint {no} is in the database and missing from the file; nodes must share one file (--shared)"), (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task cut_in_the_middle_of_its_text_is_named()
    {
        await using var house = await HouseWithThree();
        await using (var file = new FileStream(Log(house), FileMode.Open)) file.SetLength(file.Length - 40);
        Assert.Equal(["checkpoint 3 is in the database and missing from the file; nodes must share one file (--shared)"], (await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task written_and_not_committed_because_of_a_crash_is_no_fault()
    {
        await using var house = await HouseWithThree();
        var before = await File.ReadAllBytesAsync(Log(house));
        await house.Case().Submitted();
        await house.Checkpoint();
        var whole = await File.ReadAllBytesAsync(Log(house));
        // As if the process had died between file and commit: the row is not there and its head still waits.
        var last = (await house.Db(db => Task.FromResult(db.Set<Checkpoint>().OrderByDescending(c => c.CheckpointNo).First())));
        var head = CheckpointText.Parse(last.Body)!.Heads.Single();
        var crash = await Attacker.In(house);
        await crash.Does("delete from checkpoints where checkpoint_no = 4");
        await crash.Writes($"insert into ledger_unanchored (stream_kind, stream_id, seq, hash) values ({head.StreamKind}, {head.StreamId}, {head.Seq}, {Convert.FromHexString(head.Hash)})");
        Assert.Empty((await house.VerifiedLedger()).Faults);
        house.Clock.AdvanceDays(1);
        await house.Case().Submitted();
        Assert.Equal(2, await house.Checkpoint());
        Assert.Empty((await house.VerifiedLedger()).Faults);
        Assert.Equal(5, (await File.ReadAllTextAsync(Log(house))).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(whole.Length > before.Length);
    }

    [Fact]
    public async Task half_written_by_a_crash_is_cut_off_before_the_next()
    {
        await using var house = await HouseWithThree();
        await house.Case().Submitted();
        await File.AppendAllTextAsync(Log(house), "ekdwar checkpoint 1\nno 4\nat 2026-");
        Assert.Empty((await house.VerifiedLedger()).Faults);
        Assert.Equal(1, await house.Checkpoint());
        Assert.Empty((await house.VerifiedLedger()).Faults);
        Assert.DoesNotContain("at 2026-ekdwar", await File.ReadAllTextAsync(Log(house)));
    }

    [Fact]
    public async Task of_two_nodes_at_once_is_made_once()
    {
        await using var house = await TestHouse.Open();
        await using var second = await house.SecondNode();
        for (var round = 0; round < 5; round++)
        {
            await house.Case().Forwarded();
            var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? house : second).Checkpoint())));
            Assert.True(made.Sum() <= 1);
            if (made.Sum() == 0) await house.Checkpoint();
        }
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public void heads_too_many_for_memory_come_back_in_order()
    {
        using var heads = new StatedHeads(inMemory: 7);
        var given = Enumerable.Range(0, 100).Select(i => new StatedHead(i * 37 % 50, i % 9 + 1, (UInt128)i, (UInt128)(i * 3), i, i % 2 == 0)).ToList();
        given.ForEach(heads.Add);
        var read = heads.InOrder().ToList();
        Assert.Equal(read.OrderBy(head => head.StreamId).ThenBy(head => head.Seq), read);
        Assert.Equal(given.OrderBy(head => head.CheckpointNo), read.OrderBy(head => head.CheckpointNo));
    }
}
