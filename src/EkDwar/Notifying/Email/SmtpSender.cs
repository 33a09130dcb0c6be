using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;
using EkDwar.People;

namespace EkDwar.Notifying.Email;

/// <summary>
/// E-mail by SMTP (RFC 5321) with STARTTLS: text and page side by side, UTF-8 throughout. Its Message-ID follows from the
/// message's key, so that one handed over again is known for the same; what comes back comes to an address of its own.
/// </summary>
public sealed partial class SmtpSender(MailRelay relay, MailSettings settings, TimeProvider time) : ISender
{
    /// <summary>Words of <see cref="NeverTaken"/>.</summary>
    public const string NoSuchAddress = "no_such_address", TooLarge = "too_large", Refused = "refused";

    readonly SmtpLines lines = new(relay, time);

    public string Channel => CodeChannels.Email;

    public string Provider => relay.Name;

    public async Task<Handed> Send(Outgoing message)
    {
        var letter = message.Mail ?? throw new InvalidOperationException("an e-mail without a subject");
        var text = new WatchedText(message.Text.ReplaceLineEndings("\r\n"));
        using var mail = Written(message, letter, text);
        var line = lines.Take();
        var isWell = false;
        try
        {
            // SendMailAsync does not end by its own token where a server stalls: the line is cut instead.
            var sending = line.SendMailAsync(mail);
            if (await Task.WhenAny(sending, Task.Delay(relay.Longest, TimeProvider.System)) != sending)
            {
                _ = sending.ContinueWith(late => late.Exception, TaskScheduler.Default);
                throw new TimeoutException("the mail server stalled");
            }
            await sending;
            isWell = true;
        }
        catch (Exception e) when (e is SmtpException or TimeoutException or IOException)
        {
            throw Told(e, text.IsRead);
        }
        finally
        {
            lines.Return(line, isWell);
        }
        return new(MessageOutcome.Sent) { ProviderId = MessageIdOf(message.Key) };
    }

    string MessageIdOf(Guid key) => $"{key:N}@{settings.ReturnDomain}";

    MailMessage Written(Outgoing message, Mail letter, WatchedText text)
    {
        var mail = new MailMessage
        {
            From = new(settings.From.Text, letter.FromName, Encoding.UTF8), Sender = new(ReturnAddress.Of(message.Key, settings.ReturnDomain)),
            Subject = letter.Subject, SubjectEncoding = Encoding.UTF8,
        };
        mail.To.Add(message.To);
        mail.Headers["Message-ID"] = $"<{MessageIdOf(message.Key)}>";
        // RFC 3834: no machine shall answer; nor may what the law has us tell be unsubscribed from.
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.Headers["Content-Language"] = message.Language;
        mail.AlternateViews.Add(new AlternateView(text, new ContentType("text/plain; charset=utf-8")) { TransferEncoding = TransferEncoding.Base64 });
        mail.AlternateViews.Add(new AlternateView(new MemoryStream(Encoding.UTF8.GetBytes(letter.Html)), new ContentType("text/html; charset=utf-8")) { TransferEncoding = TransferEncoding.Base64 });
        if (letter.File is { } file) mail.Attachments.Add(new Attachment(new MemoryStream(file.Pdf), file.Name, MediaTypeNames.Application.Pdf) { TransferEncoding = TransferEncoding.Base64 });
        return mail;
    }

    /// <summary>What a server's answer means: never, not now, or nobody knows.</summary>
    static Exception Told(Exception e, bool hadBegun)
    {
        if (e is not SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } refused) return hadBegun ? new MayHaveLeft(e) : e;
        // RFC 3463: x.7.x is policy, such as who may relay: somebody mends that, and no address is wrong by it.
        if (Policy().IsMatch(refused.Message)) return refused;
        return (int)refused.StatusCode switch
        {
            552 => new NeverTaken(TooLarge),
            550 or 551 or 553 when refused is SmtpFailedRecipientException => new NeverTaken(NoSuchAddress),
            550 or 553 or 554 => new NeverTaken(Refused),
            _ => refused,
        };
    }

    [GeneratedRegex(@"\b[45]\.7\.[0-9]")]
    private static partial Regex Policy();
}

/// <summary>Remembers whether it was read: that is when the message itself has begun to go over the line.</summary>
sealed class WatchedText(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public bool IsRead { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        IsRead = true;
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        IsRead = true;
        return base.Read(buffer);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        IsRead = true;
        return base.ReadAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        IsRead = true;
        return base.ReadAsync(buffer, offset, count, cancellationToken);
    }
}
