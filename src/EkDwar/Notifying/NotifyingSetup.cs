using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Outbox;
using EkDwar.People;

namespace EkDwar.Notifying;

/// <summary>What to tell whom, when and in which language. The senders so far are those of Development's phone page: for text messages, calls and WhatsApp.</summary>
public static class NotifyingSetup
{
    public static void AddNotifying(this IServiceCollection services) => services
        .AddScoped<Deliveries>().AddScoped<DevelopmentPhone>()
        .AddSingleton<ISender>(new DevelopmentSender(CodeChannels.Sms)).AddSingleton<ISender>(new DevelopmentSender(CodeChannels.Voice)).AddSingleton<ISender>(new DevelopmentSender(CodeChannels.WhatsApp))
        .AddScoped<IOutboxHandler, SendCode>().AddScoped<IOutboxHandler, SendNotice>().AddScoped<IOutboxHandler, TellParty>().AddScoped<IOutboxHandler, TellVisitor>().AddScoped<IOutboxHandler, ForgetMessages>().AddScoped<IOwnData, OwnMessages>();
}
