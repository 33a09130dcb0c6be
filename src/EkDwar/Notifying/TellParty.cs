using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying.Sms;

namespace EkDwar.Notifying;

/// <summary>From the outbox: tells a party of a case that her consent is asked, on the mobile the application names for her. Says nothing of what is in it.</summary>
public sealed class TellParty(CaseFiles cases, CaseParties parties, Deliveries deliveries) : IOutboxHandler
{
    public string Kind => CaseParties.AskParty;

    public async Task Handle(OutboxMessage message)
    {
        var parts = message.Body.Split(' ');
        if (!CaseReference.TryParse(parts[0], out var reference)) throw new FormatException("no case reference");
        // Closed or erased, answered, or another was named, since.
        if (await cases.Open(reference.CaseId) is not { } file || file.Case.Status.IsClosed()
            || (await parties.Of(file)).FirstOrDefault(party => party.Party.Key == parts[1]) is not { Row.Status: PartyStatus.Asked, Party: { Mobile: { } mobile } party })
        {
            await deliveries.Drop(new(message.Id, "", "", "en") { Template = "consent_asked", CaseId = reference.CaseId }, DropReason.NoLongerTrue);
            return;
        }
        var language = LanguageCode.Parse(file.Case.Language);
        await deliveries.HandOver(new(message.Id, mobile.Digits, Say(language), language.Code) { Template = "consent_asked", State = file.Case.State, TextIn = Say, CaseId = reference.CaseId, Try = message.Attempts });

        string Say(LanguageCode language) => Texts.Get(language, "notifying.consent_asked", ("service", PlainValue.Of(file.Service.ShortNames.In(language))),
            ("reference", reference.Compact), ("party", PlainValue.Of(party.Rule.Names.In(language))));
    }
}
