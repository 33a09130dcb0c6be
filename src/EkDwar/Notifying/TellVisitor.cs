using EkDwar.Cases.Visits;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Time;

namespace EkDwar.Notifying;

/// <summary>From the outbox: sends the link of a field visit to the phone of who was asked, in the state's language. Says nothing of what is in the case.</summary>
public sealed class TellVisitor(FieldVisits visits, Deliveries deliveries, TimeProvider time) : IOutboxHandler
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
        await deliveries.HandOver(new(message.Id, visit.Mobile.Digits, Say(language), language.Code) { Template = "visit_asked", State = visit.File.Case.State, TextIn = Say, CaseId = reference.CaseId, Try = message.Attempts });

        string Say(LanguageCode language) => Texts.Get(language, "notifying.visit_asked", ("reference", reference.Compact),
            ("until", LongDate.Of(StateTime.Day(visit.Visit.ExpiresAt), language)), ("link", visits.LinkOf(visit)));
    }
}
