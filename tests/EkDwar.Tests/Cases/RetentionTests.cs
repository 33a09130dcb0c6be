using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Papers;
using EkDwar.Foundation.Clearing;
using EkDwar.Foundation.Outbox;
using EkDwar.People;
using EkDwar.Tests.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Cases;

/// <summary>What is past its time: cases the law keeps no longer, on order; and what is kept for a while only, by itself.</summary>
public sealed class What_need_not_be_kept_any_more
{
    [Fact]
    public async Task of_cases_is_told_service_by_service_and_erased_on_order_alone()
    {
        await using var house = await TestHouse.Open();
        var (refused, granted, open) = (await house.Case().Refused(), await house.Case().Certified(), await house.Case().Reported());
        var pension = await A_pension.Granted(house, await house.Citizen(name: "पार्वतीबाई कदम"), "old-age-pension");
        Task<IReadOnlyList<PastKeeping>> Run(bool erases) => house.Use((EraseKeptCases erase) => erase.Run("mh", erases));
        house.Clock.Set(house.Clock.GetUtcNow().AddYears(10).AddDays(-30));
        Assert.Empty(await Run(erases: true));
        house.Clock.AdvanceDays(60);
        Assert.Equal([new("income-certificate", 2)], await Run(erases: false));
        Assert.NotNull((await refused.Row()).WrappedKey);
        Assert.Equal([new("income-certificate", 2)], await Run(erases: true));
        foreach (var gone in new[] { refused, granted })
        {
            Assert.Null((await gone.Row()).WrappedKey);
            Assert.Equal(nameof(CaseEvent.CaseErased), (await gone.Ledger())[^1].Kind);
        }
        // What is open stays, and so does that by which somebody is paid.
        foreach (var kept in new[] { open, pension }) Assert.NotNull((await kept.Row()).WrappedKey);
        Assert.Equal([Erasure.OfCase(granted.CaseId), Erasure.OfCase(refused.CaseId)], house.Services.GetRequiredService<ErasureList>().Read().OrderBy(one => one.Id == Erasure.OfCase(refused.CaseId).Id));
        Assert.Empty(await Run(erases: true));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task is_told_by_the_verb_of_a_state_there_is()
    {
        await using var house = await TestHouse.Open();
        string[] on = ["--data", house.Settings.Folders.Data, "--services", house.Settings.Folders.Services, .. house.Settings.Database.Postgres is { } place ? new[] { "--postgres", place } : []];
        Assert.Equal(0, await CommandLine.Run(["retention", "mh", .. on]));
        Assert.Equal(0, await CommandLine.Run(["retention", "mh", "--erase", .. on]));
        Assert.Equal(1, await CommandLine.Run(["retention", "zz", .. on]));
        Assert.Equal(1, await CommandLine.Run(["retention", .. on]));
    }

    [Fact]
    public async Task of_codes_goes_a_day_after_they_could_be_used_and_not_before()
    {
        await using var house = await TestHouse.Open();
        await house.SignedInCitizen();
        Task<int> Codes() => house.Db(db => db.Set<OneTimeCode>().CountAsync());
        house.Clock.Advance(TimeSpan.FromHours(24));
        await Cleared(house);
        Assert.Equal(1, await Codes());
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await Cleared(house));
        Assert.Equal(0, await Codes());
    }

    [Fact]
    public async Task of_drafts_goes_with_its_files_when_nobody_has_touched_it_for_the_days_of_the_states_file()
    {
        await using var house = await TestHouse.Open();
        var (left, touched, erased) = (await house.Citizen(), await house.Citizen(), await house.Citizen());
        foreach (var citizen in new[] { left, touched, erased }) await citizen.Draft();
        await house.Db(db => db.Set<Person>().Where(person => person.PersonId == erased.Session.PersonId).ExecuteUpdateAsync(change => change.SetProperty(person => person.WrappedKey, (byte[]?)null)));
        house.Clock.AdvanceDays(100);
        await house.OutboxDrained();
        await touched.Draft();
        house.Clock.AdvanceDays(79);
        await Cleared(house);
        Assert.Equal(3, await house.Db(db => db.Set<Draft>().CountAsync()));
        house.Clock.AdvanceDays(2);
        await Cleared(house);
        Assert.Equal([touched.Session.PersonId!.Value], await house.Db(db => db.Set<Draft>().Select(draft => draft.PersonId).ToListAsync()));
        // Its paper is held by nobody, and removed from the disk a day later.
        Assert.Equal(0, await house.Db(db => db.Set<LooseFile>().CountAsync(file => file.PersonId == left.Session.PersonId)));
        var loose = await house.Db(db => db.Set<LooseFile>().CountAsync());
        house.Clock.AdvanceDays(2);
        await house.OutboxDrained();
        Assert.True(await house.Db(db => db.Set<LooseFile>().CountAsync()) < loose);
        Assert.Equal(0, await house.Db(db => db.Set<OutboxMessage>().CountAsync(message => message.DoneAt == null && message.Attempts > 0)));
    }

    static Task<int> Cleared(TestHouse house) => house.Services.GetRequiredService<ClearingRound>().Run(TestContext.Current.CancellationToken);
}
