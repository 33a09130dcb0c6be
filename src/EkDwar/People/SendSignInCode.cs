using EkDwar.Foundation;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.People;

/// <summary>Use case: a citizen asks for a code to sign in with, as a text message, a phone call or on WhatsApp. The answer is the same whether the number is known or not.</summary>
public sealed class SendSignInCode(EkDwarDb db, OneTimeCodes codes, CodeChannels channels)
{
    public const string Purpose = "sign_in";

    public async Task<Outcome<PhoneNumber>> Run(string? typed, string language, string channel = CodeChannels.Sms)
    {
        if (!PhoneNumber.TryParse(typed, out var mobile)) return new Refusal("people.mobile_unreadable", "mobile");
        if (!channels.Offers(channel)) return new Refusal("people.code_by_nothing", "code");
        if (await codes.Send(mobile, Purpose, language, channel) is { } wait) return wait;
        await db.Save();
        return mobile;
    }
}
