using EkDwar.Foundation.Database;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>
/// Hands messages to a channel and keeps that it was done, under the key of the outbox message. A message handled twice
/// leaves once, save when the house dies between the channel's word and the commit: then only a channel that knows keys can tell.
/// </summary>
public sealed class Deliveries(EkDwarDb db, IEnumerable<ISender> senders, MasterKey master, KeyedHash hash, TimeProvider time)
{
    internal static readonly byte[] Context = Sealing.Context("phone-message");

    public async Task HandOver(Outgoing message)
    {
        if (await db.Set<PhoneMessage>().AnyAsync(sent => sent.MessageId == message.Key)) return;
        var sender = senders.Where(sender => sender.Channel == message.Channel && sender.Rank(message) is not null).MinBy(sender => sender.Rank(message))
            ?? throw new InvalidOperationException($"nothing carries {message.Channel}");
        var handed = await sender.Send(message);
        var (text, language) = handed.Left ?? (message.Text, message.Language);
        db.Add(new PhoneMessage
        {
            MessageId = message.Key, Channel = sender.Channel, Language = language, Outcome = handed.Outcome, SentAt = time.UtcNow(),
            SealedTo = Sealed(message.To), ToHash = hash.Of("mobile", message.To), SealedText = Sealed(text),
            Provider = sender.Provider, ProviderId = handed.ProviderId, Segments = handed.Segments, Purse = handed.Purse,
        });
        // False: a worker whose claim ran out has noted the same delivery.
        if (!await db.TrySave()) db.ChangeTracker.Clear();
    }

    byte[] Sealed(string text) => Sealing.SealText(text, master.Derive("messages"), Context);
}
