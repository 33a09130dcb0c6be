using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.Notifying.Email;
using EkDwar.People;

namespace EkDwar.Notifying;

/// <summary>From the outbox: sends a one-time code to the mobile that asked for it, written or spoken, or to the address it proves. One that nobody can use any more does not leave.</summary>
public sealed class SendCode(Deliveries deliveries, MailWriter mails, MasterKey master, TimeProvider time) : IOutboxHandler
{
    public string Kind => OneTimeCodes.OutboxKind;

    public async Task Handle(OutboxMessage message)
    {
        var code = SealedCode.Open(message.Body, master);
        var language = LanguageCode.Parse(code.Language);
        var text = code.Channel == CodeChannels.Voice ? Spoken(code, language) : Written(code, language);
        var outgoing = new Outgoing(message.Id, code.Mobile, text, code.Language)
        {
            Channel = code.Channel, Template = code.Channel == CodeChannels.Voice ? "code_spoken" : TemplateOf(code), Try = message.Attempts, TextIn = other => code.Channel == CodeChannels.Voice ? Spoken(code, other) : Written(code, other),
            Mail = code.Channel == CodeChannels.Email ? await mails.Of(text, language) : null,
        };
        if (code.Until <= time.UtcNow()) await deliveries.Drop(outgoing with { Text = "" }, DropReason.Expired);
        else await deliveries.HandOver(outgoing);
    }

    static string Written(SealedCode code, LanguageCode language) => Texts.Get(language, "notifying." + TemplateOf(code), ("code", code.Code));

    static string TemplateOf(SealedCode code) => code.For switch { OneTimeCodes.ForOwnData => "own_data_code", OneTimeCodes.ForMandate => "mandate_code", OneTimeCodes.ForEmail => "email_code", _ => "one_time_code" };

    // Digit by digit and as words: six digits together would be read out as a number. Twice, for whoever had no pen yet.
    static string Spoken(SealedCode code, LanguageCode language) =>
        Texts.Get(language, "notifying.code_spoken", ("digits", string.Join(", ", code.Code.Select(digit => Texts.Get(language, $"notifying.digit_{digit}")))));
}
