using EkDwar.Cases;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Database;
using EkDwar.Notifying;
using EkDwar.Notifying.Email;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EkDwar.Tests.Notifying.Email;

/// <summary>A citizen with a proved address is told by e-mail too, by real SMTP; a granted certificate reaches portal and e-mail together.</summary>
public sealed class A_notice_by_email : IAsyncLifetime
{
    const string Address = "asha.patil@mail.example";

    readonly MailServer server = new();
    TestHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TestHouse.Open(services =>
    {
        services.RemoveAll<ISender>().RemoveAll<MailSettings>().AddSingleton<ISender>(new DevelopmentSender(CodeChannels.Sms));
        var relay = server.Relay();
        services.AddEmail(MailServer.Settings(relay));
    });

    async Task<TestCitizen> WithAddress(string address = Address, string? toldIn = null)
    {
        var citizen = await house.Citizen();
        await house.OutboxDrained();
        await Gives(citizen, address, toldIn);
        return citizen;
    }

    Task Gives(TestCitizen citizen, string address, string? toldIn = null) => house.Use(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<EkDwarDb>();
        var account = await db.Set<Account>().SingleAsync(one => one.AccountId == citizen.Session.AccountId);
        services.GetRequiredService<Accounts>().Give(account, MailServer.Parsed(address));
        account.ToldIn = toldIn;
        await db.Save();
    });

    Task<List<PhoneMessage>> Kept(TestCase c) => house.Db(db => db.Set<PhoneMessage>().AsNoTracking().Where(message => message.CaseId == c.CaseId).OrderBy(message => message.SentAt).ToListAsync());

    [Fact]
    public async Task brings_the_certificate_itself_when_it_is_on_the_portal()
    {
        var citizen = await WithAddress();
        var c = await house.Case().By(citizen).Granted();
        await house.OutboxDrained();
        var came = (await server.Came()).Single(mail => mail.Files.Count > 0);
        Assert.Equal([], came.Defects);
        Assert.Equal([Address], came.To);
        var certificate = Assert.Single(await c.Certificates());
        var pdf = await house.Use(async (IServiceProvider services) =>
            certificate.Read(services.GetRequiredService<FileStore>(), (await services.GetRequiredService<CaseFiles>().Open(c.CaseId))!.Seal));
        Assert.Equal(($"{c.Reference}-1.pdf", "application/pdf"), (came.Files[0].Name, came.Files[0].Type));
        Assert.Equal(pdf, came.Files[0].Content);
        Assert.Contains(c.Reference.ToString(), came.Header("subject"));
        // The name of the service in full, in her language; never hers.
        Assert.Contains("उत्पन्न", came.Text);
        Assert.DoesNotContain(citizen.Name, came.Text + came.Html);
        Assert.DoesNotContain(citizen.Mobile, came.Text + came.Html);
        Assert.Contains($"/mh/mr/cases/{c.Reference}", came.Text);
        var last = (await Kept(c)).Where(message => message.Template == "CertificateIssued").OrderBy(message => message.Channel).ToList();
        Assert.Equal([("email", "sent", "smtp"), ("sms", "shown", "development")], last.Select(message => (message.Channel, message.Outcome, message.Provider)));
        Assert.Equal(came.Header("message-id").Trim('<', '>'), last[0].ProviderId);
        Assert.Equal($"bounce+{last[0].MessageId:N}@returns.ekdwar.example", came.ReturnPath);
    }

    [Fact]
    public async Task is_told_in_the_language_she_chose_and_goes_to_nobody_without_an_address()
    {
        var other = await house.Citizen();
        var citizen = await WithAddress("chose@mail.example", "pa");
        await house.Case().By(other).Submitted();
        await house.Case().By(citizen).Submitted();
        await house.OutboxDrained();
        var came = Assert.Single(await server.Came());
        Assert.Equal(["chose@mail.example"], came.To);
        Assert.Equal("pa", came.Header("content-language"));
        Assert.Contains("ਅਰਜ਼ੀ", came.Text);
        Assert.Contains("lang=\"pa\"", came.Html);
        Assert.Contains((await house.Phone()).Where(sms => sms.To == citizen.Mobile), sms => sms.Language == "pa" && sms.Text.Contains("ਅਰਜ਼ੀ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task leaves_once_however_often_its_notice_is_handled()
    {
        var c = await house.Case().By(await WithAddress()).Submitted();
        await house.OutboxDrained();
        for (var again = 0; again < 3; again++)
        {
            await house.Db(db => db.Set<OutboxMessage>().Where(m => m.Kind == OutboxMessage.Notice || m.Kind == SendEmailNotice.OutboxKind)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, (DateTime?)null).SetProperty(m => m.ClaimedUntil, (DateTime?)null)));
            Assert.Equal(2, await house.OutboxDrained());
        }
        Assert.Single(await server.Came());
        Assert.Equal(2, (await Kept(c)).Count);
    }

    [Fact]
    public async Task is_tried_by_the_table_without_the_text_message_waiting_and_kept_as_failed_when_it_is_dead()
    {
        await server.Becomes("later");
        var c = await house.Case().By(await WithAddress()).Submitted();
        await house.OutboxDrained();
        Assert.Equal(["sms"], (await Kept(c)).Select(message => message.Channel));
        for (var tried = 0; tried < 8; tried++)
        {
            house.Clock.AdvanceDays(1);
            await house.OutboxDrained();
        }
        var failed = (await Kept(c)).Single(message => message.Channel == "email");
        Assert.Equal((MessageOutcome.Failed, Deliveries.NoAnswer), (failed.Outcome, failed.Reason));
        var dead = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.DeadAt != null));
        Assert.Equal(failed.MessageId, dead.Id);
        // Played again by a person once the server is well.
        await server.Becomes("take");
        Assert.True((await house.Use((ReplayDead replay) => replay.Run(dead.Id))).IsDone);
        Assert.Equal(1, await house.OutboxDrained());
        Assert.Single(await server.Came());
        var sent = (await Kept(c)).Single(message => message.Channel == "email");
        Assert.Equal((MessageOutcome.Sent, null), (sent.Outcome, sent.Reason));
    }

    [Fact]
    public async Task to_an_address_that_is_gone_is_kept_as_failed_at_once_and_tried_no_more()
    {
        await server.Becomes("gone");
        var c = await house.Case().By(await WithAddress()).Submitted();
        await house.OutboxDrained();
        var failed = (await Kept(c)).Single(message => message.Channel == "email");
        Assert.Equal((MessageOutcome.Failed, SmtpSender.NoSuchAddress, "smtp"), (failed.Outcome, failed.Reason, failed.Provider));
        house.Clock.AdvanceDays(1);
        await house.OutboxDrained();
        var asked = await house.Db(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Id == failed.MessageId));
        Assert.Equal((1, true), (asked.Attempts, asked.DoneAt is not null));
    }

    [Fact]
    public async Task of_a_certificate_taken_back_meanwhile_is_dropped_and_says_why()
    {
        await server.Becomes("later");
        var c = await house.Case().By(await WithAddress()).Granted();
        await house.OutboxDrained();
        Assert.True((await c.Revoke()).IsDone);
        await server.Becomes("take");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.OutboxDrained();
        Assert.DoesNotContain(await server.Came(), mail => mail.Files.Count > 0);
        var dropped = (await Kept(c)).Single(message => message is { Channel: "email", Template: "CertificateIssued" });
        Assert.Equal((MessageOutcome.Dropped, DropReason.NoLongerTrue), (dropped.Outcome, dropped.Reason));
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        await server.DisposeAsync();
    }
}
