using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying.Email;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>
/// From the outbox: tells the applicant what happened to her case by text message, in her language, with the reference and
/// what to do. Where she proved an e-mail address, an e-mail of its own is put into the outbox first, once.
/// </summary>
public sealed class SendNotice(EkDwarDb db, NoticeWords words, Accounts accounts, Deliveries deliveries, NightRest night) : IOutboxHandler
{
    public string Kind => OutboxMessage.Notice;

    public async Task Handle(OutboxMessage message)
    {
        if (await words.Of(message.Body) is not { } notice)
        {
            await deliveries.Drop(new(message.Id, "", "", "en"), DropReason.Erased);
            return;
        }
        var sms = new Outgoing(message.Id, accounts.MobileOf(notice.Account).Digits, notice.Text, notice.Language.Code)
        {
            Template = notice.Template, Service = notice.Service, State = notice.File.Case.State, TextIn = notice.Say, HouseTextIn = notice.Service.Length > 0 ? notice.House : null, AccountId = notice.Account.AccountId, CaseId = notice.File.Case.CaseId, Try = message.Attempts,
        };
        if (notice.IsPast)
        {
            await deliveries.Drop(sms, DropReason.NoLongerTrue);
            return;
        }
        if (notice.Account.Email is not null) await AlsoByMail(message);
        // What was deferred before it was past is asked anew in the morning.
        if (night.WaitsUntil(notice, sms) is { } morning) throw new NotYet(morning);
        await deliveries.HandOver(sms);
    }

    /// <summary>Its key follows from this message's, so that a second run finds it there.</summary>
    async Task AlsoByMail(OutboxMessage message)
    {
        var key = SendEmailNotice.KeyOf(message.Id);
        if (await db.Set<OutboxMessage>().AnyAsync(other => other.Id == key)) return;
        db.Add(new OutboxMessage { Id = key, Kind = SendEmailNotice.OutboxKind, Body = message.Body, Lane = OutboxLane.Mail, DueAt = message.DueAt });
        if (!await db.TrySave()) db.ChangeTracker.Clear();
    }
}
