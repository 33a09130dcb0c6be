using System.Text;
using EkDwar.Foundation.Database;
using EkDwar.Notifying;
using EkDwar.Notifying.Email;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EkDwar.Tests.Notifying.Email;

/// <summary>What comes back to the Maildir (RFC 3464): it tells what became of the one message it came back for, and nothing else of anything.</summary>
public sealed class A_bounce : IAsyncLifetime
{
    const string Domain = "returns.ekdwar.example";

    readonly string maildir = Directory.CreateTempSubdirectory("ekdwar-bounces").FullName;
    TestHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var folder in (string[])["new", "cur", "tmp"]) Directory.CreateDirectory(Path.Combine(maildir, folder));
        house = await TestHouse.Open(services => services.RemoveAll<MailSettings>().AddSingleton(MailServer.Settings() with { Bounces = maildir }));
    }

    Task<Guid> Sent(string outcome = MessageOutcome.Sent) => house.Use(async (EkDwarDb db) =>
    {
        var at = house.Clock.GetUtcNow().UtcDateTime;
        var message = new PhoneMessage { MessageId = Guid.CreateVersion7(), Channel = CodeChannels.Email, Language = "mr", Outcome = outcome, Provider = "smtp", SentAt = at, OutcomeAt = at };
        db.Add(message);
        await db.Save();
        return message.MessageId;
    });

    Task<PhoneMessage> Kept(Guid id) => house.Db(db => db.Set<PhoneMessage>().AsNoTracking().SingleAsync(message => message.MessageId == id));

    /// <summary>As RFC 3464 shows it in its appendix, with our addresses in it.</summary>
    static string Report(string returnAddress, string action = "failed", string status = "5.1.1") => $"""
        Return-Path: <>
        Delivered-To: {returnAddress}
        Date: Thu, 7 Jul 1994 17:16:05 -0400
        From: Mail Delivery Subsystem <MAILER-DAEMON@CS.UTK.EDU>
        Message-Id: <199407072116.RAA14128@CS.UTK.EDU>
        Subject: Returned mail: Cannot send message for 5 days
        To: <{returnAddress}>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
              boundary="RAA14128.773615765/CS.UTK.EDU"

        --RAA14128.773615765/CS.UTK.EDU

        The original message was received at Sat, 2 Jul 1994 17:10:28 -0400

        --RAA14128.773615765/CS.UTK.EDU
        content-type: message/delivery-status

        Reporting-MTA: dns; cs.utk.edu

        Original-Recipient: rfc822;louisl@larry.slip.umd.edu
        Final-Recipient: rfc822;louisl@larry.slip.umd.edu
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 426 connection timed out
        Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400

        --RAA14128.773615765/CS.UTK.EDU
        content-type: message/rfc822

        To: bounce+00000000000000000000000000000000@{Domain}
        Action: delivered

        [original message goes here]
        --RAA14128.773615765/CS.UTK.EDU--
        """;

    async Task Arrives(string name, string text)
    {
        await File.WriteAllBytesAsync(Path.Combine(maildir, "new", name), Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
        Assert.Equal(1, await house.Use((ReadBounces read) => read.Run()));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(maildir, "new")));
    }

    bool IsFlagged(string name) => File.Exists(Path.Combine(maildir, "cur", name + ":2,F")) != File.Exists(Path.Combine(maildir, "cur", name + ":2,S"))
        && File.Exists(Path.Combine(maildir, "cur", name + ":2,F"));

    [Theory]
    [InlineData("failed", "5.1.1", "failed", "no_such_address"), InlineData("failed", "5.2.2", "failed", "mailbox_full"), InlineData("failed", "5.3.4", "failed", "too_large")]
    [InlineData("Failed", "4.4.1", "failed", "unreachable"), InlineData("failed", "5.7.1", "failed", "refused"), InlineData("failed", "5.0.0", "failed", "not_delivered"), InlineData("failed", "no status", "failed", "not_delivered")]
    [InlineData("delivered", "2.1.5", "delivered", null), InlineData("delayed", "4.4.7", "sent", null), InlineData("relayed", "2.0.0", "sent", null)]
    public async Task says_what_became_of_its_message(string action, string status, string outcome, string? reason)
    {
        var (id, other) = (await Sent(), await Sent());
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await Arrives("1.report", Report(ReturnAddress.Of(id, Domain), action, status));
        var kept = await Kept(id);
        Assert.Equal((outcome, reason), (kept.Outcome, kept.Reason));
        Assert.Equal(outcome != "sent", kept.OutcomeAt > kept.SentAt);
        Assert.Equal("sent", (await Kept(other)).Outcome);
        Assert.False(IsFlagged("1.report"));
    }

    [Fact]
    public async Task with_the_line_ends_of_the_wire_is_read_alike()
    {
        var id = await Sent();
        await Arrives("1.wire", Report(ReturnAddress.Of(id, Domain)).ReplaceLineEndings("\r\n"));
        Assert.Equal("failed", (await Kept(id)).Outcome);
    }

    [Fact]
    public async Task that_comes_twice_or_late_changes_nothing_more()
    {
        var id = await Sent();
        await Arrives("1.first", Report(ReturnAddress.Of(id, Domain)));
        var first = await Kept(id);
        house.Clock.AdvanceDays(1);
        await Arrives("2.again", Report(ReturnAddress.Of(id, Domain)));
        await Arrives("3.late", Report(ReturnAddress.Of(id, Domain), "delivered", "2.0.0"));
        var last = await Kept(id);
        Assert.Equal((first.Outcome, first.Reason, first.OutcomeAt), (last.Outcome, last.Reason, last.OutcomeAt));
        var dropped = await Sent(MessageOutcome.Dropped);
        await Arrives("4.dropped", Report(ReturnAddress.Of(dropped, Domain)));
        Assert.Equal("dropped", (await Kept(dropped)).Outcome);
    }

    [Fact]
    public async Task that_is_forged_or_no_report_is_flagged_aside_and_changes_nothing()
    {
        var id = await Sent();
        var own = ReturnAddress.Of(id, Domain);
        string[] harmless =
        [
            Report(ReturnAddress.Of(Guid.CreateVersion7(), Domain)), Report(ReturnAddress.Of(id, "another.example")), Report("bounce+1234@" + Domain),
            Report("evil-" + own), Report("asha@mail.example").Replace("Original-Recipient: rfc822;", $"Original-Recipient: rfc822; {own} ", StringComparison.Ordinal),
            "", "no header", $"To: {own}\n\nI am on holiday.", Report(own).Replace("message/delivery-status", "text/plain", StringComparison.Ordinal),
            Report(own).Replace("Action:", "Act:", StringComparison.Ordinal), Report(own)[..600], $"To: {own}\nContent-Type: multipart/report; boundary=\"\"\n\n--\n",
            $"To: {own}\nContent-Type: multipart/mixed; boundary=a\n\n" + string.Concat(Enumerable.Repeat("--a\nContent-Type: multipart/mixed; boundary=a\n\n", 4000)),
            Report(own) + new string('x', BounceReport.Longest), "\0\u0001\u00ff" + new string('-', 5000),
        ];
        foreach (var (text, at) in harmless.Select((text, at) => (text, at)))
        {
            await Arrives($"{at}.harmless", text);
            Assert.True(IsFlagged($"{at}.harmless"), text[..Math.Min(text.Length, 200)]);
            Assert.Equal("sent", (await Kept(id)).Outcome);
        }
    }

    [Fact]
    public void says_nothing_where_there_is_no_Maildir_and_starts_no_house_with_a_wrong_one()
    {
        static IConfiguration Configured(params (string Key, string? Value)[] pairs) =>
            new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(pair => KeyValuePair.Create("Mail:" + pair.Key, pair.Value))).Build();
        Assert.False(MailSettings.Of(Configured(("From", MailServer.From))).IsGiven);
        var settings = MailSettings.Of(Configured(("From", MailServer.From), ("Bounces", maildir), ("Relays:0:Host", "mail.example"), ("Relays:0:Password", "hush"), ("Relays:1:Host", "::1"), ("Relays:1:Port", "25"), ("Relays:1:Plain", "true")));
        Assert.Equal(("ekdwar.example", maildir, "smtp", 587, "smtp-2", true), (settings.ReturnDomain, settings.Bounces, settings.Relays[0].Name, settings.Relays[0].Port, settings.Relays[1].Name, settings.Relays[1].IsPlain));
        Assert.DoesNotContain("hush", settings.ToString() + string.Join(' ', settings.Relays), StringComparison.Ordinal);
        (string, string?)[][] wrong =
        [
            [("Relays:0:Host", "mail.example")], [("From", "no address"), ("Relays:0:Host", "mail.example")], [("From", MailServer.From), ("Relays:0:Host", "a b")],
            [("From", MailServer.From), ("Relays:0:Host", "mail.example"), ("Relays:0:Plain", "true")], [("From", MailServer.From), ("Relays:0:Host", "mail.example"), ("Relays:0:Port", "99999")],
            [("From", MailServer.From), ("Relays:0:Host", "mail.example"), ("Bounces", "/nowhere")], [("From", MailServer.From), ("Relays:0:Host", "mail.example"), ("Relays:0:Authority", "/nowhere.pem")],
        ];
        foreach (var pairs in wrong) Assert.Throws<EkDwar.Foundation.CannotStart>(() => MailSettings.Of(Configured(pairs)));
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(maildir, recursive: true);
    }
}
