using System.Security.Cryptography;
using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Email;

/// <summary>From the outbox: the e-mail of a notice, beside its text message and tried on its own. A granted certificate goes with it.</summary>
public sealed class SendEmailNotice(EkDwarDb db, NoticeWords words, Accounts accounts, MailWriter writer, Deliveries deliveries) : IOutboxHandler
{
    public const string OutboxKind = "email_notice";

    public string Kind => OutboxKind;

    /// <summary>The key of the e-mail of a notice; the same whenever it is asked for.</summary>
    public static Guid KeyOf(Guid notice)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. notice.ToByteArray(bigEndian: true), .. "email"u8], hash);
        return new(hash[..16], bigEndian: true);
    }

    public async Task Handle(OutboxMessage message)
    {
        if (await words.Of(message.Body) is not { } notice)
        {
            await deliveries.Drop(new(message.Id, "", "", "en") { Channel = CodeChannels.Email }, DropReason.Erased);
            return;
        }
        var address = accounts.EmailOf(notice.Account);
        var outgoing = new Outgoing(message.Id, address?.Text ?? "", "", notice.Language.Code)
        {
            Channel = CodeChannels.Email, Template = notice.Template, AccountId = notice.Account.AccountId, CaseId = notice.File.Case.CaseId, Try = message.Attempts,
        };
        var isCertificate = notice.Event == nameof(CaseEvent.CertificateIssued);
        var certificate = isCertificate ? await db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == notice.File.Case.CaseId && one.Status == CertificateStatus.Valid) : null;
        // Taken back since, a certificate is not sent to be relied on.
        if (notice.IsPast || (isCertificate && certificate is null)) await deliveries.Drop(outgoing, DropReason.NoLongerTrue);
        else if (address is null) await deliveries.Drop(outgoing, DropReason.NoAddress);
        else
        {
            var (text, mail) = await writer.Of(notice, certificate);
            await deliveries.HandOver(outgoing with { Text = text, Mail = mail });
        }
    }
}
