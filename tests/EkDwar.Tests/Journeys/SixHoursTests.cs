using EkDwar.Cases;
using EkDwar.Foundation.Outages;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying;
using EkDwar.Paying.Razorpay;
using EkDwar.People;
using EkDwar.Tests.Cases.Registers;
using EkDwar.Tests.Notifying.Email;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EkDwar.Tests.Journeys;

/// <summary>What the house stands beside is away for hours: nobody is kept from applying, everybody can read it, and afterwards nothing is lost and nothing is told twice.</summary>
public sealed class A_part_that_is_away
{
    const int Hours = 6;

    sealed class Line(string channel) : ISender
    {
        public bool IsAway { get; set; }
        public bool IsCapped { get; set; }
        public List<Outgoing> Took { get; } = [];
        public string Channel => channel;
        public string Provider => "line";

        public Task<Handed> Send(Outgoing message)
        {
            if (IsCapped) return Task.FromException<Handed>(new NeverTaken("day_spent"));
            if (IsAway) return Task.FromException<Handed>(new HttpRequestException("503"));
            Took.Add(message);
            return Task.FromResult(new Handed(MessageOutcome.Sent));
        }
    }

    static Task<List<Outage>> Outages(TestHouse house) => house.Db(db => db.Set<Outage>().AsNoTracking().OrderBy(outage => outage.Part).ToListAsync());

    static async Task<string> Said(TestHouse house, string state = "mh") => (await house.Browser().Open($"/{state}/en/delays")).Text;

    static async Task Pass(TestHouse house, TimeSpan time, TimeSpan step)
    {
        for (var gone = TimeSpan.Zero; gone < time; gone += step)
        {
            house.Clock.Advance(step);
            await house.OutboxDrained();
        }
    }

    static Task GivesAddress(TestHouse house, TestCitizen citizen, int number) => house.Use(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<EkDwar.Foundation.Database.EkDwarDb>();
        var account = await db.Set<Account>().SingleAsync(one => one.AccountId == citizen.Session.AccountId);
        services.GetRequiredService<Accounts>().Give(account, MailServer.Parsed($"asha{number}@mail.example"));
        await db.Save();
    });

    [Fact]
    public async Task for_six_hours_keeps_nobody_from_applying_and_everything_is_told_once_when_it_is_back()
    {
        Line sms = new(CodeChannels.Sms), mail = new(CodeChannels.Email);
        await using var house = await TestHouse.Open(services => services.RemoveAll<ISender>().AddSingleton<ISender>(sms).AddSingleton<ISender>(mail));
        var citizens = new List<TestCitizen>();
        for (var i = 0; i < Hours; i++)
        {
            citizens.Add(await house.Citizen($"98765400{i:D2}", $"सुनीता क्र. {i}"));
            await GivesAddress(house, citizens[i], i);
        }
        await house.OutboxDrained();
        Assert.Contains("Nothing is delayed", await Said(house));
        sms.Took.Clear();
        (sms.IsAway, mail.IsAway) = (true, true);
        var began = house.Clock.GetUtcNow().UtcDateTime;
        var cases = new List<TestCase>();
        foreach (var citizen in citizens)
        {
            var at = house.Clock.GetUtcNow().UtcDateTime;
            cases.Add(await house.Case().By(citizen).Submitted());
            var row = await cases[^1].Row();
            Assert.Equal(at, row.SubmittedAt);
            Assert.NotNull(row.DueOn);
            await house.OutboxDrained();
            await Pass(house, TimeSpan.FromHours(1), TimeSpan.FromMinutes(20));
        }
        Assert.Equal([("email", began, true), ("sms", began, true)], (await Outages(house)).Select(outage => (outage.Part, outage.BeganAt, outage.EndedAt is null)));
        var said = await Said(house);
        Assert.Contains("Text messages are late", said);
        Assert.Contains("E-mails are late", said);
        Assert.Equal((0, 0), (sms.Took.Count, mail.Took.Count));

        // Somebody asks for a code before the line is back: that leaves first, and what waited follows without waiting for its turn in the table.
        await house.Use((SendSignInCode send) => send.Run("9876540099", "en"));
        (sms.IsAway, mail.IsAway) = (false, false);
        await house.OutboxDrained();
        await Pass(house, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
        Assert.Equal("one_time_code", sms.Took[0].Template);
        foreach (var c in cases)
        {
            Assert.Single(sms.Took, message => message.CaseId == c.CaseId && message.Template == nameof(CaseEvent.ApplicationSubmitted));
            Assert.Single(mail.Took, message => message.CaseId == c.CaseId);
        }
        Assert.Empty(await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().Where(message => message.DeadAt != null || message.DoneAt == null && message.Attempts > 0).ToListAsync()));
        Assert.All(await Outages(house), outage => Assert.NotNull(outage.EndedAt));
        said = await Said(house);
        Assert.Contains("Nothing is delayed", said);
        Assert.Contains("Over within the last seven days", said);
        Assert.Empty((await house.VerifiedLedger()).Faults);
        house.Clock.Advance(TimeSpan.FromDays(8));
        Assert.DoesNotContain("Over within the last seven days", await Said(house));
    }

    [Fact]
    public async Task as_a_register_is_said_with_the_services_that_come_from_it_in_their_state_alone()
    {
        await using var house = await TestHouse.Open();
        house.Registers().IsAway = true;
        var c = await house.Asked712("142", "1");
        await Pass(house, TimeSpan.FromHours(Hours), TimeSpan.FromHours(1));
        var said = await Said(house);
        Assert.Contains("A department’s register does not answer", said);
        Assert.Contains("Digitally signed 7/12 extract", said);
        Assert.Contains("Nothing is delayed", await Said(house, "hr"));
        house.Registers().IsAway = false;
        await Pass(house, TimeSpan.FromHours(2), TimeSpan.FromHours(1));
        Assert.Equal(CaseStatus.AwaitingFee, (await c.Row()).Status);
        Assert.Contains("Nothing is delayed", await Said(house));
    }

    [Fact]
    public async Task as_the_gateway_is_said_once_it_has_been_for_two_minutes()
    {
        await using var house = await TestHouse.Open(services => services.PostConfigure<RazorpayOptions>(options => options.BaseUrl = "http://localhost/nowhere/"));
        var c = await house.Case().Submitted();
        await c.StartsToPay();
        house.Clock.Advance(TimeSpan.FromSeconds(119));
        await c.StartsToPay();
        Assert.Empty(await Outages(house));
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        await c.StartsToPay();
        await c.StartsToPay();
        Assert.Equal([OutageBook.Payments], (await Outages(house)).Select(outage => outage.Part));
        Assert.Contains("Online payment does not work", await Said(house));
    }

    [Fact]
    public async Task is_not_back_because_a_message_was_refused_without_asking_it()
    {
        Line sms = new(CodeChannels.Sms) { IsAway = true };
        await using var house = await TestHouse.Open(services => services.RemoveAll<ISender>().AddSingleton<ISender>(sms));
        Task Hand() => house.Use((Deliveries deliveries) => deliveries.HandOver(new(Guid.CreateVersion7(), "9876540001", "text", "en")));
        await Assert.ThrowsAsync<HttpRequestException>(Hand);
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAsync<HttpRequestException>(Hand);
        sms.IsCapped = true;
        await Hand();
        Assert.Null(Assert.Single(await Outages(house)).EndedAt);
        (sms.IsCapped, sms.IsAway) = (false, false);
        await Hand();
        Assert.NotNull(Assert.Single(await Outages(house)).EndedAt);
    }

    [Fact]
    public async Task is_written_down_once_by_two_nodes_and_ended_by_either()
    {
        await using var house = await TestHouse.Open();
        await using var other = await house.SecondNode();
        var books = new[] { house, other }.Select(one => one.Services.GetRequiredService<OutageBook>()).ToList();
        foreach (var book in books) await book.Failed("sms");
        house.Clock.Advance(TimeSpan.FromMinutes(2));
        foreach (var book in books) await book.Failed("sms");
        Assert.Single(await Outages(house));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await books[1].Worked("sms");
        Assert.NotNull(Assert.Single(await Outages(house)).EndedAt);
        // One failure among others is no outage.
        await books[0].Worked("sms");
        await books[0].Failed("sms");
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await books[0].Worked("sms");
        await books[0].Failed("sms");
        Assert.Single(await Outages(house));
    }
}
