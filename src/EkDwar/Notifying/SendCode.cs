using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.People;

namespace EkDwar.Notifying;

/// <summary>From the outbox: sends a one-time code to the mobile that asked for it.</summary>
public sealed class SendCode(Deliveries deliveries, MasterKey master) : IOutboxHandler
{
    public string Kind => OneTimeCodes.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var code = SealedCode.Open(message.Body, master);
        var text = Texts.Get(LanguageCode.Parse(code.Language), code.For switch { OneTimeCodes.ForOwnData => "notifying.own_data_code", OneTimeCodes.ForMandate => "notifying.mandate_code", _ => "notifying.one_time_code" }, ("code", code.Code));
        await deliveries.HandOver(new(message.Id, code.Mobile, text, code.Language));
    }
}
