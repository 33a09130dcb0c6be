using EkDwar.Cases.Visits;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;
using EkDwar.Places;

namespace EkDwar.Notifying;

/// <summary>From the outbox: sends the link of a field visit to the phone of who was asked, in the state's language. Says nothing of what is in the case.</summary>
public sealed class TellVisitor(FieldVisits visits, PostDirectory directory, Deliveries deliveries, TimeProvider time) : IOutboxHandler
{
    public string Kind => FieldVisits.AskVisitor;

    public async Task Handle(OutboxMessage message)
    {
        var (reference, seq) = EndVisit.Read(message.Body);
        // Withdrawn, or needed no more, since.
        if (await visits.Of(reference, seq) is not { } visit || visit.At(time.UtcNow()) != LinkState.Open)
        {
            await deliveries.Drop(new(message.Id, "", "", "en") { Template = "visit_asked", CaseId = reference.CaseId }, DropReason.NoLongerTrue);
            return;
        }
        var language = visits.LanguageOf(visit);
        var text = Texts.Get(language, "notifying.visit_asked", ("office", (await directory.Office(visit.File.Case.OfficeId)).Names.In(language)), ("reference", reference.Compact),
            ("until", LongDate.Of(StateTime.Day(visit.Visit.ExpiresAt), language)), ("link", visits.LinkOf(visit)));
        await deliveries.HandOver(new(message.Id, visit.Mobile.Digits, text, language.Code) { Template = "visit_asked", CaseId = reference.CaseId, Try = message.Attempts });
    }
}
