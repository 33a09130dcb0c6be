using System.Net.Mail;
using EkDwar.Notifying;
using EkDwar.Notifying.Email;

namespace EkDwar.Tests.Notifying.Email;

/// <summary>Mail by SMTP to a real server: that it arrives as it was meant, and what each way of a server to say no means.</summary>
public sealed class Mail_by_SMTP : IClassFixture<Mail_by_SMTP.Servers>
{
    public sealed class Servers : IAsyncDisposable
    {
        public MailServer Server { get; } = new();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }

    const string Subject = "उत्पन्नाचा दाखला, MH-7KQ4-2M9T-XB3W-C: ज्ञानेश्वर र्‍हाळकर यांच्या अर्जाबाबत, स्वाक्षरी केलेला दाखला सोबत जोडला आहे";

    readonly MailServer server;

    public Mail_by_SMTP(Servers servers) => server = servers.Server;

    static Outgoing Letter(byte[]? pdf = null) => new(Guid.CreateVersion7(), "Asha.Patil@mail.example", "नमस्कार\n.एक ओळ\n\nशेवट", "mr")
    {
        Channel = "email", Mail = new(Subject, "<!DOCTYPE html><p>नमस्कार</p>", "महाराष्ट्र शासन") { File = pdf is null ? null : new("MH-7KQ4-2M9T-XB3W-C-1.pdf", pdf) },
    };

    SmtpSender Sender(Func<MailRelay, MailRelay>? change = null)
    {
        var relay = change is null ? server.Relay() : change(server.Relay());
        return new(relay, MailServer.Settings(relay), TimeProvider.System);
    }

    [Fact]
    public async Task arrives_with_its_subject_both_bodies_its_file_and_an_address_of_its_own_to_come_back_to()
    {
        await server.Becomes("take");
        byte[] pdf = [.. Enumerable.Range(0, 70_000).Select(at => (byte)(at * 31 >> 3))];
        var letter = Letter(pdf);
        var before = (await server.Came()).Count;
        var handed = await Sender().Send(letter);
        var came = Assert.Single((await server.Came()).Skip(before));
        Assert.Equal([], came.Defects);
        Assert.Equal((Subject, "महाराष्ट्र शासन", "mr"), (came.Header("subject"), came.FromName, came.Header("content-language")));
        Assert.Equal("नमस्कार\n.एक ओळ\n\nशेवट", came.Text.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("<!DOCTYPE html><p>नमस्कार</p>", came.Html.TrimEnd());
        var file = Assert.Single(came.Files);
        Assert.Equal(("MH-7KQ4-2M9T-XB3W-C-1.pdf", "application/pdf"), (file.Name, file.Type));
        Assert.Equal(pdf, file.Content);
        Assert.Equal((true, $"bounce+{letter.Key:N}@returns.ekdwar.example"), (came.CameByTls, came.ReturnPath));
        Assert.Equal(["Asha.Patil@mail.example"], came.To);
        Assert.Equal(($"<{letter.Key:N}@returns.ekdwar.example>", "auto-generated"), (came.Header("message-id"), came.Header("auto-submitted")));
        Assert.EndsWith($"<{MailServer.From}>", came.Header("from"), StringComparison.Ordinal);
        Assert.False(came.Has("list-unsubscribe"));
        Assert.Equal(("sent", $"{letter.Key:N}@returns.ekdwar.example"), (handed.Outcome, handed.ProviderId));
    }

    [Fact]
    public async Task handed_over_again_carries_the_same_name_on_a_line_that_is_used_again()
    {
        await server.Becomes("take");
        var (letter, sender, before) = (Letter(), Sender(), (await server.Came()).Count);
        await sender.Send(letter);
        await sender.Send(letter);
        Assert.Single((await server.Came()).Skip(before).Select(mail => mail.Header("message-id")).Distinct());
    }

    [Fact]
    public async Task proves_who_sends_it_where_the_server_asks()
    {
        await server.Becomes("log-in");
        var before = (await server.Came()).Count;
        await Sender(relay => relay with { User = "ekdwar", Password = "a long secret" }).Send(Letter());
        Assert.True(Assert.Single((await server.Came()).Skip(before)).HadLogin);
        // Without the right password it is the house that is wrong, not her address: tried again once somebody mended it.
        var refused = await Assert.ThrowsAnyAsync<SmtpException>(() => Sender(relay => relay with { User = "ekdwar", Password = "another" }).Send(Letter()));
        Assert.DoesNotContain("another", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_an_address_that_is_not_there_is_never_taken()
    {
        await server.Becomes("gone");
        var never = await Assert.ThrowsAsync<NeverTaken>(() => Sender().Send(Letter()));
        Assert.Equal(SmtpSender.NoSuchAddress, never.Reason);
        Assert.DoesNotContain("Asha", never.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, InlineData("later"), InlineData("bare")]
    public async Task that_cannot_go_now_is_tried_again(string mode)
    {
        await server.Becomes(mode);
        var before = (await server.Came()).Count;
        await Assert.ThrowsAnyAsync<SmtpException>(() => Sender().Send(Letter()));
        Assert.Equal(before, (await server.Came()).Count);
    }

    [Fact]
    public async Task goes_in_clear_only_where_the_settings_say_so_of_this_very_machine()
    {
        await server.Becomes("bare");
        var before = (await server.Came()).Count;
        await Sender(relay => relay with { IsPlain = true }).Send(Letter());
        Assert.False(Assert.Single((await server.Came()).Skip(before)).CameByTls);
    }

    [Fact]
    public async Task goes_to_no_server_whose_certificate_nobody_trusts()
    {
        await using var stranger = new MailServer(isStranger: true);
        var relay = stranger.Relay();
        await Assert.ThrowsAnyAsync<SmtpException>(() => new SmtpSender(relay, MailServer.Settings(relay), TimeProvider.System).Send(Letter()));
        Assert.Empty(await stranger.Came());
    }

    [Theory, InlineData("stall"), InlineData("cut")]
    public async Task after_which_the_server_fell_silent_may_have_left(string mode)
    {
        await server.Becomes(mode);
        await Assert.ThrowsAsync<MayHaveLeft>(() => Sender(relay => relay with { Longest = TimeSpan.FromSeconds(3) }).Send(Letter()));
    }

    [Fact]
    public async Task to_a_server_that_is_not_there_has_not_left()
    {
        var relay = server.Relay() with { Port = 1 };
        var away = await Assert.ThrowsAnyAsync<Exception>(() => new SmtpSender(relay, MailServer.Settings(relay), TimeProvider.System).Send(Letter()));
        Assert.IsNotType<MayHaveLeft>(away);
    }
}
