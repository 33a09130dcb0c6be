using EkDwar.Cases;
using EkDwar.Foundation;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Cases;

/// <summary>What was erased can be read by nobody, also not from a backup; and the ledger proves as before.</summary>
public sealed class An_erased_person
{
    [Fact]
    public async Task has_no_key_no_name_and_no_papers_and_everybody_else_keeps_theirs()
    {
        await using var house = await TestHouse.Open();
        var gone = await house.Case().Certified();
        var refused = await house.Case().By(gone.Citizen).Refused();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var sibling = await house.Case().By(await house.Citizen(gone.Citizen.Mobile, "सोपान र्‍हाळकर")).Submitted();
        var papers = StoredPapers(house);
        await house.Checkpoint();
        Assert.Equal(2, (await Erase(house, gone.Reference.ToString())).Value);
        foreach (var c in new[] { gone, refused })
        {
            Assert.Null((await c.Row()).WrappedKey);
            Assert.Equal(nameof(CaseEvent.CaseErased), (await c.Ledger())[^1].Kind);
        }
        Assert.Equal(["सोपान र्‍हाळकर"], (await house.Use((Accounts accounts) => accounts.Persons(gone.Citizen.Session.AccountId))).Select(person => person.Name));
        Assert.NotNull(await house.Use((CaseFiles cases) => cases.Open(sibling.CaseId)));
        // Three papers and one certificate were kept; of the sibling's case one paper is left.
        Assert.Equal((4, 1), (papers.Count, StoredPapers(house).Count));
        Assert.Empty((await house.VerifiedLedger()).Faults);
        await house.Checkpoint();
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task was_kept_as_long_as_the_law_says_and_the_rehearsal_told_until_when()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Refused();
        var decided = DateOnly.FromDateTime((await c.Ledger())[^1].At.AddHours(5.5));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var open = await house.Case().By(c.Citizen).Reported();
        Task<EkDwar.Foundation.Outcomes.Outcome<int>> Run() => house.Use((ErasePerson erase) => erase.Run(c.Reference.ToString()));
        async Task<IEnumerable<(CaseReference, bool, DateOnly?)>> Rehearsed() =>
            (await house.Use((ErasePerson erase) => erase.Rehearse(c.Reference.ToString()))).Value!.OrderBy(one => one.IsOpen).Select(one => (one.Reference, one.IsOpen, one.KeptUntil));
        Assert.Equal([(c.Reference, false, decided.AddYears(10)), (open.Reference, true, null)], await Rehearsed());
        Assert.True((await open.Refuse()).IsDone);
        var refused = (await Run()).Refusals.Single();
        Assert.Equal(("cases.erase.kept", c.Reference.ToString()), (refused.Code, refused.Values[0].Value));
        // To the end of the last of those days.
        house.Clock.Set(new DateTimeOffset(decided.AddYears(10).ToDateTime(new TimeOnly(23, 59)), TimeSpan.FromHours(5.5)));
        Assert.Equal("cases.erase.kept", (await Run()).Refusals.Single().Code);
        Assert.Equal(0, await CommandLine.Run(On(house.Settings, "erase-person", c.Reference.ToString(), "--dry-run")));
        Assert.NotNull((await c.Row()).WrappedKey);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await Run()).Value);
    }

    [Fact]
    public async Task takes_the_mobile_of_an_account_along_and_what_was_sent_to_it_when_she_was_the_last()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var brother = await house.Citizen(citizen.Mobile, "सोपान र्‍हाळकर");
        var other = await house.Citizen();
        await house.OutboxDrained();
        await Erase(house, citizen.Session.PersonId.ToString()!);
        await house.OutboxDrained();
        Assert.Contains(await house.Phone(), message => message.To == citizen.Mobile);
        await Erase(house, brother.Session.PersonId.ToString()!);
        await house.OutboxDrained();
        Assert.Equal([other.Mobile], (await house.Phone()).Select(message => message.To).Distinct());
        var account = await house.Db(db => db.Set<Account>().AsNoTracking().SingleAsync(account => account.AccountId == citizen.Session.AccountId));
        Assert.True(account.IsErased);
        Assert.Equal(1, await house.Db(db => db.Set<OneTimeCode>().Select(code => code.MobileHash).Distinct().CountAsync()));
        // Whoever has the number now begins anew.
        Assert.NotEqual(citizen.Session.AccountId, (await house.Citizen(citizen.Mobile)).Session.AccountId);
    }

    [Fact]
    public async Task is_erased_again_when_an_older_backup_is_started()
    {
        await using var house = await TestHouse.Open();
        var decided = await house.Case().Refused();
        // When the backup was made this one was still on a desk.
        var open = await house.Case().By(decided.Citizen).Reported();
        await house.Checkpoint();
        var backup = await TestDatabase.BackupOf(house.Settings);
        try
        {
            Assert.True((await open.Refuse()).IsDone);
            Assert.True((await Erase(house, decided.Reference.ToString())).IsDone);
            CopyOutside(house.Settings, backup);
            await using (var restored = await TestHouse.On(backup, _ => Task.CompletedTask))
            {
                var cases = new[] { decided.Reference, open.Reference };
                Assert.Equal(cases.Select(c => $"case {c}: was erased, and its key is here again").Append($"person {decided.Citizen.Session.PersonId}: was erased, and its key is here again").Order(),
                    (await restored.VerifiedLedger()).Faults.Order());
                Assert.Equal(0, await CommandLine.Run(On(backup, "migrate")));
                Assert.All(await restored.Db(db => db.Set<Case>().AsNoTracking().ToListAsync()), row => Assert.Null(row.WrappedKey));
                Assert.Null((await restored.Db(db => db.Set<Person>().AsNoTracking().SingleAsync())).WrappedKey);
                Assert.All(await restored.Db(db => db.Set<WorkItem>().AsNoTracking().ToListAsync()), item => Assert.NotNull(item.DoneAt));
                Assert.Empty((await restored.VerifiedLedger()).Faults);
                var entries = await restored.Db(db => db.Set<LedgerEntry>().CountAsync());
                Assert.Equal(0, await CommandLine.Run(On(backup, "verify-ledger")));
                Assert.Equal(entries, await restored.Db(db => db.Set<LedgerEntry>().CountAsync()));
            }
        }
        finally
        {
            await TestDatabase.Drop(backup);
        }
    }

    [Fact]
    public async Task is_erased_by_verify_ledger_too()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Refused();
        List(house).Add([Erasure.OfCase(c.CaseId)], house.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal(0, await CommandLine.Run(On(house.Settings, "verify-ledger")));
        Assert.Null((await c.Row()).WrappedKey);
    }

    [Theory]
    [InlineData("awaiting papers")]
    [InlineData("with the clerk")]
    [InlineData("granted without certificate")]
    [InlineData("certificate to be made anew")]
    public async Task has_no_open_case(string life)
    {
        await using var house = await TestHouse.Open();
        var c = await (life switch
        {
            "awaiting papers" => house.Case().WithoutPaper(),
            "with the clerk" => house.Case().Submitted(),
            "granted without certificate" => house.Case().Granted(),
            _ => house.Case().Certified(),
        });
        if (life == "certificate to be made anew") Assert.True((await c.Revoke(reissue: true)).IsDone);
        Assert.Equal("cases.erase.open", (await Erase(house, c.Reference.ToString())).Refusals.Single().Code);
        Assert.NotNull((await c.Row()).WrappedKey);
        Assert.Empty(List(house).Read());
    }

    [Theory]
    [InlineData("MH-7KQ4-2M9T-XB3W-C")]
    [InlineData("01970000-0000-7000-8000-000000000001")]
    [InlineData("all of them")]
    public async Task is_somebody_who_is_here(string about)
    {
        await using var house = await TestHouse.Open();
        Assert.Equal("cases.erase.nobody", (await Erase(house, about)).Refusals.Single().Code);
    }

    [Fact]
    public async Task may_have_a_name_and_a_draft_only()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen();
        await citizen.Draft();
        Assert.Equal(0, (await Erase(house, citizen.Session.PersonId.ToString()!)).Value);
        Assert.Empty(await house.Use((Accounts accounts) => accounts.Persons(citizen.Session.AccountId)));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task that_no_list_names_is_a_fault()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        await new Attacker(house).Does("update cases set wrapped_key = null");
        await new Attacker(house).Does("update persons set wrapped_key = null");
        Assert.Equal([$"person {c.Citizen.Session.PersonId}: has no key, and the erasure list does not name it", $"case {c.Reference}: has no key, and the erasure list does not name it"],
            (await house.VerifiedLedger()).Faults);
    }

    /// <summary>Long after everything the law keeps.</summary>
    static Task<EkDwar.Foundation.Outcomes.Outcome<int>> Erase(TestHouse house, string about)
    {
        house.Clock.Advance(TimeSpan.FromDays(31 * 366));
        return house.Use((ErasePerson erase) => erase.Run(about));
    }

    static ErasureList List(TestHouse house) => house.Services.GetRequiredService<ErasureList>();

    static List<string> StoredPapers(TestHouse house) =>
        [.. Directory.EnumerateFiles(house.Settings.Folders.Papers, "*", SearchOption.AllDirectories)];

    static string[] On(Settings settings, params string[] words) =>
        [.. words, "--data", settings.Folders.Data, "--services", settings.Folders.Services, .. settings.Database.Postgres is { } place ? new[] { "--postgres", place } : []];

    /// <summary>What no backup of the database holds: keys, checkpoints, the erasure list, papers.</summary>
    static void CopyOutside(Settings from, Settings to)
    {
        foreach (var file in Directory.EnumerateFiles(from.Folders.Data, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from.Folders.Data, file);
            if (path.StartsWith("ekdwar.db", StringComparison.Ordinal)) continue;
            var copy = Path.Combine(to.Folders.Data, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}

/// <summary>The list outside the database, on whose word keys are destroyed.</summary>
public sealed class The_erasure_list : IDisposable
{
    static readonly DateTime At = new(2026, 3, 2, 5, 30, 0, DateTimeKind.Utc);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-erasures-");

    DataFolders Folders => new("", folder.FullName);
    ErasureList List => new(new SigningKeys(Folders.Keys, TimeProvider.System), Folders);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void keeps_what_was_added_and_drops_a_line_that_a_crash_left_half_written()
    {
        Assert.Empty(List.Read());
        List.Add([Erasure.OfCase(1), Erasure.OfCase(2)], At);
        var whole = File.ReadAllText(Folders.ErasureFile);
        File.AppendAllText(Folders.ErasureFile, whole[..(whole.Length / 3)]);
        Assert.Equal([Erasure.OfCase(1), Erasure.OfCase(2)], List.Read());
        var person = Guid.CreateVersion7();
        List.Add([Erasure.OfPerson(person)], At);
        Assert.Equal([Erasure.OfCase(1), Erasure.OfCase(2), Erasure.OfPerson(person)], List.Read());
        Assert.StartsWith(whole, File.ReadAllText(Folders.ErasureFile));
    }

    [Theory]
    [InlineData("erased case 1 ", "erased case 3 ")]
    [InlineData("erased case 2 ", "erased person 2 ")]
    [InlineData("2026", "2025")]
    [InlineData("\n", " \n")]
    [InlineData("\n", "\n\n")]
    public void with_a_line_that_is_not_ours_is_believed_by_nobody(string ours, string theirs)
    {
        List.Add([Erasure.OfCase(1), Erasure.OfCase(2)], At);
        File.WriteAllText(Folders.ErasureFile, File.ReadAllText(Folders.ErasureFile).Replace(ours, theirs));
        Assert.Equal("cases.erase.list_broken", Assert.Throws<CannotStart>(() => List.Read()).Key);
    }

    [Fact]
    public void is_written_by_one_at_a_time()
    {
        List.Add([Erasure.OfCase(1)], At);
        using (AppendOnlyFile.TryHold(Folders.ErasureFile, "\n"))
            Assert.Equal("cases.erase.busy", Assert.Throws<CannotStart>(() => List.Add([Erasure.OfCase(2)], At)).Key);
        Assert.Equal([Erasure.OfCase(1)], List.Read());
    }
}
