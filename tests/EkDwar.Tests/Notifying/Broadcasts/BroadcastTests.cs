using EkDwar.Catalogue;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using EkDwar.Notifying;
using EkDwar.Notifying.Broadcasts;
using EkDwar.People;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Notifying.Broadcasts;

/// <summary>A message to everybody of an area: previewed, answered by a second official, told to each once, stopped, and gone on with wherever it was cut off.</summary>
public sealed class A_broadcast : IAsyncLifetime
{
    BroadcastHouse of = null!;

    TestHouse House => of.House;

    public async ValueTask InitializeAsync() => of = await BroadcastHouse.Open();

    public ValueTask DisposeAsync() => of.DisposeAsync();

    [Fact]
    public async Task is_counted_when_it_is_previewed_and_told_to_each_person_once_in_her_language()
    {
        var (two, closed, told) = (await House.Citizen(), await House.Citizen(), await House.Citizen());
        await of.Case(two);
        await of.Case(two);
        await House.Case().By(closed).Granted();
        await of.Case(told);
        await House.Db(db => db.Set<Account>().Where(one => one.AccountId == told.Session.AccountId).ExecuteUpdateAsync(set => set.SetProperty(one => one.ToldIn, "pa")));
        await House.OutboxDrained();
        of.Taken.Clear();

        var id = await of.Approved();
        var row = await of.Row(id);
        // The first one of the house, the one with two applications, the one told in Punjabi; the granted one waits for nothing.
        string[] languages = ["mr", "mr", "pa"];
        var segments = languages.Sum(language => ShortMessage.Segments(row.Words[language]));
        Assert.Equal((3, 0, segments, segments * 20L), (row.People, row.Letters, row.Segments, row.CostMinor));
        Assert.Contains("केसनंद", row.Words["mr"], StringComparison.Ordinal);
        Assert.Contains(LongDate.Of(of.Day, LanguageCode.English), row.Words["en"], StringComparison.Ordinal);

        await House.OutboxDrained();
        Assert.Equal(3, of.Taken.Count);
        Assert.Equal(row.Words["pa"], Assert.Single(of.Taken, message => message.To == told.Mobile).Text);
        Assert.Equal(row.Words["mr"], Assert.Single(of.Taken, message => message.To == two.Mobile).Text);
        Assert.DoesNotContain(of.Taken, message => message.To == closed.Mobile);
        House.Clock.Advance(TimeSpan.FromMinutes(2));
        await House.OutboxDrained();
        row = await of.Row(id);
        Assert.Equal((BroadcastStatus.Sent, 3, "sent 3"), (row.Status, row.Handed, row.Outcomes));
        // She reads of it in the archive of her own data.
        Assert.Single(await of.Messages(id), message => message.AccountId == told.Session.AccountId);
    }

    [Fact]
    public async Task reaches_her_by_mail_too_where_she_proved_an_address()
    {
        var citizen = await House.Citizen();
        await of.Case(citizen);
        await House.Use(async (IServiceProvider services) =>
        {
            var (db, accounts) = (services.GetRequiredService<EkDwar.Foundation.Database.EkDwarDb>(), services.GetRequiredService<Accounts>());
            Assert.True(EmailAddress.TryParse("her@example.in", out var address));
            accounts.Give(await db.Set<Account>().SingleAsync(one => one.AccountId == citizen.Session.AccountId), address);
            await db.Save();
        });
        var row = await of.Row(await of.Approved());
        Assert.Equal((2, 1), (row.People, row.Letters));
        await House.Db(async db => Assert.Equal(0, await db.Set<PhoneMessage>().CountAsync(one => one.BroadcastId == row.BroadcastId)));
        await House.OutboxDrained();
        // No mail server is there: the e-mail is tried again, and the text message left.
        var waiting = await House.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(one => one.Kind == SendBroadcast.OutboxKind && one.DoneAt == null).ToListAsync());
        Assert.EndsWith(" email", Assert.Single(waiting).Body, StringComparison.Ordinal);
        Assert.Equal(2, of.Taken.Count(message => message.BroadcastId == row.BroadcastId));
    }

    [Fact]
    public async Task is_answered_by_a_second_person_who_looks_after_the_office_and_has_proved_who_she_is()
    {
        var id = (await of.Previews(of.Writer, of.Camp)).Value;
        Assert.Equal("notifying.broadcasts.not_yours", (await of.Answers(of.Second, id)).Refused());
        Assert.Equal("notifying.broadcasts.not_yours", (await of.Asks(of.Second, id)).Refused());
        Assert.True((await of.Asks(of.Writer, id)).IsDone);
        // Not herself, from whatever post; no clerk; nobody of another office; nobody who has proved nothing.
        Assert.Equal("notifying.broadcasts.not_your_own", (await of.Answers(of.Writer, id)).Refused());
        foreach (var wrong in (DeskSession[])[await House.At("haveli_tahsil", "circle_officer"), await House.At("mulshi_tahsil", "tahsildar")])
            Assert.Equal("notifying.broadcasts.not_yours", (await of.Answers(wrong, id)).Refused());
        Assert.Equal("cases.prove_first", (await of.Answers(of.Second with { SinceProof = null }, id)).Refused());
        Assert.Equal("cases.holder_signs", (await of.Answers(of.Second with { IsDelegate = true }, id)).Refused());
        Assert.Equal("cases.words_needed", (await of.Answers(of.Second, id, isApproved: false, " ")).Refused());
        // Two answers at once: one counts.
        var answers = await Task.WhenAll(of.Answers(of.Second, id), of.Answers(of.Second, id, isApproved: false, "नको"));
        Assert.Single(answers, answer => answer.IsDone);
        Assert.Equal("notifying.broadcasts.answered", (await of.Answers(of.Second, id)).Refused());
        await House.OutboxDrained();
        Assert.Equal((await of.Row(id)).Status == BroadcastStatus.Refused ? 0 : 1, of.Taken.Count);
        // Whoever looks after the office above may answer too; a count that is too old is answered by nobody.
        var other = (await of.Previews(of.Writer, of.Camp)).Value;
        Assert.True((await of.Asks(of.Writer, other)).IsDone);
        Assert.True((await of.Answers(await House.At("pune_sub_division", "administrator"), other, isApproved: false, "दिवस चुकला")).IsDone);
        var old = (await of.Previews(of.Writer, of.Camp)).Value;
        Assert.True((await of.Asks(of.Writer, old)).IsDone);
        House.Clock.Advance(TimeSpan.FromHours(72));
        Assert.Equal("notifying.broadcasts.too_old", (await of.Answers(of.Second, old)).Refused());
    }

    [Fact]
    public async Task is_written_for_her_own_area_and_of_registered_kinds_alone()
    {
        async Task<string> No(BroadcastForm form) => (await of.Previews(of.Writer, form)).Refused();
        Assert.Equal("notifying.broadcasts.area_needed", await No(of.Camp with { Area = "pune_sub_division" }));
        Assert.Equal("notifying.broadcasts.area_needed", await No(of.Camp with { Area = "pune.mulshi" }));
        Assert.Equal("notifying.broadcasts.venue_needed", await No(of.Camp with { Venue = "pune.mulshi" }));
        Assert.Equal("notifying.broadcasts.kind_needed", await No(of.Camp with { Kind = "7", Venue = null, Service = null }));
        Assert.Equal("notifying.broadcasts.service_unknown", await No(of.Camp with { Service = "none" }));
        Assert.Equal("notifying.broadcasts.from_wrong", await No(of.Camp with { FromOn = House.Clock.Today().AddDays(-1) }));
        Assert.Equal("notifying.broadcasts.until_wrong", await No(of.Camp with { UntilOn = of.Day.AddDays(-1) }));
        Assert.Equal("notifying.broadcasts.not_yours", (await of.Previews(await House.At("haveli_tahsil", "circle_officer"), of.Camp)).Refused());
        Assert.Equal("notifying.broadcasts.nobody", (await of.Previews(await House.At("mulshi_tahsil", "tahsildar"), new(nameof(BroadcastKind.Outage), "pune.mulshi", null, null, of.Day, of.Day.AddDays(1)))).Refused());
        Assert.Equal(0, await House.Db(db => db.Set<Broadcast>().CountAsync()));
    }

    [Fact]
    public async Task waits_for_the_morning_and_says_nothing_once_its_days_are_over()
    {
        var id = await of.Approved(of.Camp with { FromOn = House.Clock.Today(), UntilOn = House.Clock.Today() });
        // 22:30 in India.
        House.Clock.Set(new(House.Clock.Today().ToDateTime(new(17, 0)), TimeSpan.Zero));
        await House.OutboxDrained();
        Assert.Empty(of.Taken);
        House.Clock.Set(new(House.Clock.Today().AddDays(1).ToDateTime(new(2, 30)), TimeSpan.Zero));
        await House.OutboxDrained();
        Assert.Empty(of.Taken);
        House.Clock.Advance(TimeSpan.FromMinutes(2));
        await House.OutboxDrained();
        Assert.Equal((BroadcastStatus.Sent, 0), ((await of.Row(id)).Status, (await of.Row(id)).Handed));
        var other = await of.Approved();
        House.Clock.Set(new(House.Clock.Today().ToDateTime(new(17, 0)), TimeSpan.Zero));
        await House.OutboxDrained();
        Assert.Empty(of.Taken);
        House.Clock.Set(new(House.Clock.Today().AddDays(1).ToDateTime(new(2, 30)), TimeSpan.Zero));
        await House.OutboxDrained();
        Assert.Equal(other, Assert.Single(of.Taken).BroadcastId);
    }
}
