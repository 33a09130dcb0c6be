using EkDwar.Cases;
using EkDwar.Deadlines;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Cases.Limits;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Cases;

/// <summary>A case names the act and the calendar it was counted with; what is notified later changes other cases, not this one.</summary>
public sealed class A_calendar_that_changes : IDisposable
{
    // 15 calendar days from Monday 2 March 2026: every day counts, and this one is open.
    static readonly DateOnly Due = new(2026, 3, 17);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ekdwar-law-");
    int changes;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task changes_new_cases_and_leaves_old_ones()
    {
        await using var house = await TestHouse.Open();
        var old = await house.Case().Submitted();
        await using var later = await house.NodeWith(WithHolidays(Due));
        var young = await later.Case().By(await later.Citizen("9700000001")).Submitted();
        Assert.Equal((Due, Due.AddDays(1)), ((await old.Row()).DueOn, (await young.Row()).DueOn));
        Assert.Equal((Due, Due.AddDays(1)), ((await Recounted(later, old)).DueOn, (await Recounted(house, young)).DueOn));
        Assert.NotEqual(LawsOf(await old.Ledger()), LawsOf(await young.Ledger()));
    }

    [Fact]
    public async Task leaves_an_old_case_alone_when_its_pause_ends()
    {
        await using var house = await TestHouse.Open();
        var old = await house.Case().After(1).Queried().After(7);
        await using var later = await house.NodeWith(WithHolidays(Due, Due.AddDays(7)));
        Assert.True((await new TestCase(later, old.Citizen.At(later), old.Reference).Answer()).IsDone);
        Assert.Equal(Due.AddDays(7), (await old.Row()).DueOn);
        Assert.Single(LawsOf(await old.Ledger()));
        Assert.Equal(2, (await old.Ledger()).Count(entry => LedgerFacts.Parse(entry.Facts).Law is not null));
    }

    [Fact]
    public async Task is_explained_day_by_day_as_each_case_was_counted()
    {
        await using var house = await TestHouse.Open();
        var old = await house.Case().Submitted();
        await using var later = await house.NodeWith(WithHolidays(Due));
        var young = await later.Case().By(await later.Citizen("9700000001")).Submitted();
        Assert.Equal((DayReason.Late, DayReason.MovedToOpenDay), ((await Explained(later, old))[Due.AddDays(1)], (await Explained(later, young))[Due.AddDays(1)]));
    }

    [Fact]
    public async Task moves_the_warnings_and_what_passes_with_the_date()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Submitted();
        await house.Comes(Due.AddDays(-2));
        await using var later = await house.NodeWith(WithHolidays(Due));
        Assert.Equal(1, await later.Use((RecountDueDates recount) => recount.Run("mh")));
        await house.Comes(Due);
        Assert.Equal(["clerk: LimitWarning_80"], await c.Told());
        await house.Comes(Due.AddDays(1));
        Assert.Contains("clerk: LimitWarning_100", await c.Told());
        Assert.Empty(await c.Passed());
        await house.Comes(Due.AddDays(2));
        Assert.Equal(Due.AddDays(1), Assert.Single(await c.Passed()).DueOn);
    }

    [Fact]
    public async Task moves_a_date_only_by_an_entry_that_names_the_new_law_and_the_citizen_is_told()
    {
        await using var house = await TestHouse.Open();
        var old = await house.Case().Submitted();
        var decided = await house.Case().By(await house.Citizen("9700000002")).Refused();
        Assert.Equal(0, await house.Use((RecountDueDates recount) => recount.Run("mh")));
        await using var later = await house.NodeWith(WithHolidays(Due));
        // One at a time: none is passed over.
        var others = new[] { await house.Case().By(old.Citizen).Submitted(), await house.Case().By(old.Citizen).Submitted() };
        Assert.Equal(3, await later.Use((RecountDueDates recount) => recount.Run("mh", 1)));
        foreach (var other in others) Assert.Equal(Due.AddDays(1), (await other.Row()).DueOn);
        Assert.Equal(0, await later.Use((RecountDueDates recount) => recount.Run("mh")));
        Assert.Equal((Due.AddDays(1), Due), ((await old.Row()).DueOn, (await decided.Row()).DueOn));
        Assert.Equal(Due.AddDays(1), (await old.WorkItems()).Single().DueOn);
        Assert.Equal(Due.AddDays(1), (await Recounted(house, old)).DueOn);
        Assert.Equal(["ApplicationSubmitted", "DueDateRecounted"], (await old.Ledger()).Select(entry => entry.Kind));
        Assert.Equal(DayReason.MovedToOpenDay, (await Explained(house, old))[Due.AddDays(1)]);
        await later.OutboxDrained();
        Assert.Contains(await later.Phone(), message => message.To == old.Citizen.Mobile && message.Text.Contains(LongDate.Of(Due.AddDays(1), LanguageCode.Parse("mr"))));
        Assert.Empty((await later.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task any_number_of_times_never_moves_a_date_counted_before()
    {
        await using var house = await TestHouse.Open();
        var chance = new Random(2026);
        var counted = new List<(TestCase Case, DateOnly? DueOn)>();
        for (var round = 0; round < 12; round++)
        {
            var holidays = Enumerable.Range(0, chance.Next(1, 12)).Select(_ => house.Clock.GetUtcNow().Date.AddDays(chance.Next(0, 40))).Select(DateOnly.FromDateTime);
            await using var node = await house.NodeWith(WithHolidays([.. holidays]));
            var life = node.Case().By(await node.Citizen($"97000001{round:00}"));
            if (chance.Next(2) == 0) life = life.After(chance.Next(5)).Queried().After(chance.Next(9)).Answered();
            var lived = await life;
            var c = new TestCase(house, lived.Citizen.At(house), lived.Reference);
            counted.Add((c, (await c.Row()).DueOn));
            foreach (var (earlier, dueOn) in counted)
                Assert.Equal((dueOn, dueOn), ((await earlier.Row()).DueOn, (await Recounted(node, earlier)).DueOn));
        }
        Assert.True(counted.Select(one => one.DueOn).Distinct().Count() > 3);
        Assert.True(await house.Db(db => db.Set<KeptLaw>().CountAsync()) > 6);
    }

    [Theory]
    [InlineData("delete from laws")]
    [InlineData("update laws set calendar = replace(calendar, '2026-03-19', '2026-03-18')")]
    public async Task behind_the_house_is_named_by_verify_ledger(string sql)
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        await (await Attacker.In(house)).Does(sql);
        Assert.Equal([$"case {c.Reference}: the law that entry 1 was counted with is missing or was altered"], (await house.VerifiedLedger()).Faults);
        await using var later = await house.NodeWith(WithHolidays(Due));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Recounted(later, c));
    }

    [Fact]
    public async Task counts_the_days_a_case_was_given_and_not_those_of_its_service()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Forwarded();
        var (asked, started) = ((await c.Row()).DueOn!.Value, (await Recounted(house, c)).StartedOn!.Value);
        await (await Attacker.In(house)).Does("update cases set terms = replace(terms, '\"days\":15', '\"days\":40')");
        var reading = await Recounted(house, c);
        Assert.Equal(40, reading.Limit.Days);
        Assert.True(reading.DueOn >= started.AddDays(40) && reading.DueOn > asked);
    }

    static Task<ClockReading> Recounted(TestHouse node, TestCase c) => node.Use(async (IServiceProvider services) =>
    {
        var file = await Service<CaseFiles>(services).Open(c.CaseId) ?? throw new InvalidOperationException("no such case");
        return await Service<CaseClock>(services).Read(file, await file.ClockRecord());
    });

    static Task<Dictionary<DateOnly, DayReason>> Explained(TestHouse node, TestCase c) => node.Use(async (IServiceProvider services) =>
    {
        var file = await Service<CaseFiles>(services).Open(c.CaseId) ?? throw new InvalidOperationException("no such case");
        var view = await Service<ReadTrackerView>(services).Run(file, LanguageCode.English, Due.AddDays(2), mayAct: true);
        return view.Days.ToDictionary(day => day.On, day => day.Reason);
    });

    static T Service<T>(IServiceProvider services) where T : notnull => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<T>(services);

    static IReadOnlyList<string> LawsOf(IEnumerable<LedgerEntry> ledger) => [.. ledger.Select(entry => LedgerFacts.Parse(entry.Facts).Law).OfType<string>().Distinct()];

    /// <summary>The state folders, with holidays added to the calendar of Maharashtra.</summary>
    string WithHolidays(params DateOnly[] days)
    {
        var to = folder.CreateSubdirectory($"{changes++}").FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "services"), "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".yaml" or ".csv"))
        {
            var copy = Path.Combine(to, Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileName(file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var calendar = Path.Combine(to, "mh", "calendar.yaml");
        var text = File.ReadAllText(calendar);
        var known = CalendarFile.Load(text).Years.SelectMany(year => year.Holidays).Select(holiday => holiday.On);
        foreach (var day in days.Distinct().Except(known).Order())
        {
            // Holidays stand in the order of their days.
            var next = CalendarFile.Load(text).Years.SelectMany(year => year.Holidays).Select(holiday => holiday.On).First(on => on > day);
            var added = string.Concat(LanguageCode.All.Select(language => $"          {language.Code}: \"A new holiday\"\n"));
            text = text.Replace($"      - on: {next:yyyy-MM-dd}\n", $"      - on: {day:yyyy-MM-dd}\n        name:\n{added}      - on: {next:yyyy-MM-dd}\n");
        }
        File.WriteAllText(calendar, text);
        return to;
    }
}
