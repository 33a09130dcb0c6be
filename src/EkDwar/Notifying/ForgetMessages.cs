using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying.Sms;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>From the outbox: the messages that left for a mobile number are removed, when nobody it belonged to is here any more.</summary>
public sealed class ForgetMessages(EkDwarDb db) : IOutboxHandler
{
    public string Kind => ErasedAccounts.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var parts = message.Body.Split(' ');
        var (to, account) = (parts[0], Guid.Parse(parts[1]));
        // To whatever number or address they went.
        await db.Set<PhoneMessage>().Where(sent => sent.ToHash == to || sent.AccountId == account).ExecuteDeleteAsync();
        await db.Set<StatusAsk>().Where(ask => ask.FromHash == to).ExecuteDeleteAsync();
    }
}
