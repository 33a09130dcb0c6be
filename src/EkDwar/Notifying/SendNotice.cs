using EkDwar.Cases;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Notifying;

/// <summary>From the outbox: tells the applicant what happened to her case, in the case's language, with the reference and what to do.</summary>
public sealed class SendNotice(EkDwarDb db, CaseFiles cases, Accounts accounts, Deliveries deliveries) : IOutboxHandler
{
    public string Kind => "notice";

    public async Task Handle(OutboxMessage message)
    {
        var parts = message.Body.Split(' ');
        if (!CaseReference.TryParse(parts[0], out var reference)) throw new FormatException("no case reference");
        var file = await cases.Open(reference.CaseId);
        if (file is null) return;
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.AccountId == file.Case.FiledById);
        var language = LanguageCode.Parse(file.Case.Language);
        var waits = parts[1] == nameof(CaseEvent.ApplicationSubmitted) && file.Case.Status == CaseStatus.AwaitingRegister ? "_register_away"
            : file.Case.DueOn is not null || parts[1] != nameof(CaseEvent.ApplicationSubmitted) ? ""
            : file.Case.Status == CaseStatus.AwaitingFee ? "_fee_unpaid" : file.Case.Status == CaseStatus.AwaitingConsent ? "_consent_missing" : "_papers_missing";
        var key = $"notifying.{parts[1]}{waits}";
        var text = Texts.Get(language, key, ("service", file.Service.ShortNames.In(language)), ("reference", reference.Compact),
            ("due", file.Case.DueOn is { } due ? LongDate.Of(due, language) : ""));
        await deliveries.HandOver(new(message.Id, accounts.MobileOf(account).Digits, text, language.Code));
    }
}
