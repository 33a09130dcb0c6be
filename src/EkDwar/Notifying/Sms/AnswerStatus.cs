using EkDwar.Cases;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Places;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// From the outbox: answers a question about a status with where the application stands and its legal date. Whoever has the
/// slip may ask: it says neither whose application it is nor what for.
/// </summary>
public sealed class AnswerStatus(CaseFiles cases, Deliveries deliveries, MasterKey master, IReadOnlyDictionary<string, StateProfile> states) : IOutboxHandler
{
    public string Kind => AskStatus.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var (mobile, state, asked) = AskStatus.Read(message.Body, master);
        var file = CaseReference.TryParse(asked, out var reference) ? await cases.Open(reference.CaseId) : null;
        var language = LanguageCode.Parse(file?.Case.Language ?? states[state].Language);
        var where = file is null ? "status_unknown" : Where(file.Case);
        // By the gateway it came from: another state's would answer from another number.
        await deliveries.HandOver(new(message.Id, mobile, Say(language), language.Code) { Template = where, State = state, TextIn = Say });

        string Say(LanguageCode language) => Texts.Get(language, "notifying." + where, ("reference", reference.Compact), ("due", file?.Case.DueOn is { } on ? LongDate.Of(on, language) : ""));
    }

    static string Where(Case one) => one.Status switch
    {
        CaseStatus.Granted => "status_granted",
        CaseStatus.Refused => "status_refused",
        CaseStatus.Withdrawn or CaseStatus.Lapsed or CaseStatus.Duplicate => "status_closed",
        CaseStatus.AwaitingPapers or CaseStatus.AwaitingConsent or CaseStatus.AwaitingFee or CaseStatus.AwaitingCitizen => "status_waits",
        _ => one.DueOn is null ? "status_open_without_date" : "status_open",
    };
}
