using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying.Email;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying.Broadcasts;

/// <summary>
/// From the outbox: one message of a broadcast, to one person by one channel. Dropped where it was stopped or its days are over
/// by then. Its body names her account and the broadcast, and holds nothing of either.
/// </summary>
public sealed class SendBroadcast(EkDwarDb db, Accounts accounts, MailWriter writer, Deliveries deliveries, BroadcastHours hours) : IOutboxHandler
{
    public const string OutboxKind = "broadcast_message";

    public string Kind => OutboxKind;

    /// <summary>What one person is sent: a text message, and an e-mail beside it where she proved an address.</summary>
    public static IEnumerable<OutboxMessage> To(AreaPerson person, Broadcast broadcast, DateTime now)
    {
        yield return Message(CodeChannels.Sms);
        if (person.HasEmail) yield return Message(CodeChannels.Email);

        OutboxMessage Message(string channel) => new()
        {
            Id = DerivedId.Of($"{OutboxKind} {broadcast.BroadcastId:N} {person.AccountId:N} {channel}"), Kind = OutboxKind, Lane = OutboxLane.Broadcasts, DueAt = UtcMicroseconds.Cut(now),
            Body = $"{person.AccountId:N} {broadcast.BroadcastId:N} {person.Language} {channel}",
        };
    }

    public async Task Handle(OutboxMessage message)
    {
        var parts = message.Body.Split(' ');
        var (accountId, broadcastId, language, channel) = (Guid.Parse(parts[0]), Guid.Parse(parts[1]), LanguageCode.Parse(parts[2]), parts[3]);
        var broadcast = await db.Set<Broadcast>().AsNoTracking().SingleAsync(one => one.BroadcastId == broadcastId);
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(one => one.AccountId == accountId);
        var text = broadcast.Words.In(language);
        var outgoing = new Outgoing(message.Id, "", "", language.Code)
        {
            Channel = channel, Template = broadcast.Template, State = broadcast.State, BroadcastId = broadcastId, Try = message.Attempts, TextIn = broadcast.Words.In,
        };
        if (account.IsErased) await deliveries.Drop(outgoing, DropReason.Erased);
        else if (broadcast.Status == BroadcastStatus.Stopped) await Drop(DropReason.Stopped);
        else if (hours.IsOver(broadcast)) await Drop(DropReason.NoLongerTrue);
        else if (channel == CodeChannels.Email)
        {
            // Removed since, there is nowhere to write.
            if (accounts.EmailOf(account) is not { } address) await Drop(DropReason.NoAddress);
            else
            {
                var (letter, mail) = await writer.Of(text, Texts.Get(language, $"notifying.broadcasts.kind_{broadcast.Kind}"), broadcast.State, language);
                await deliveries.HandOver(outgoing with { To = address.Text, Text = letter, Mail = mail, AccountId = accountId });
            }
        }
        else
        {
            if (hours.WaitsUntil(outgoing) is { } morning) throw new NotYet(morning);
            await deliveries.HandOver(outgoing with { To = accounts.MobileOf(account).Digits, Text = text, AccountId = accountId });
        }

        Task Drop(string reason) => deliveries.Drop(outgoing with { AccountId = accountId }, reason);
    }
}
