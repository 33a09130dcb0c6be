using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Outbox;
using EkDwar.Notifying.Sms;
using EkDwar.People;

namespace EkDwar.Notifying;

/// <summary>What to tell whom, when and in which language. Text messages leave by gateways; calls and WhatsApp are shown on Development's phone page.</summary>
public static class NotifyingSetup
{
    public static void AddNotifying(this IServiceCollection services)
    {
        services.AddSms();
        services.AddScoped<Deliveries>().AddScoped<DevelopmentPhone>()
        .AddSingleton<ISender>(new DevelopmentSender(CodeChannels.Voice)).AddSingleton<ISender>(new DevelopmentSender(CodeChannels.WhatsApp))
        .AddScoped<IOutboxHandler, SendCode>().AddScoped<IOutboxHandler, SendNotice>().AddScoped<IOutboxHandler, TellParty>().AddScoped<IOutboxHandler, TellVisitor>().AddScoped<IOutboxHandler, ForgetMessages>().AddScoped<IOwnData, OwnMessages>();
    }
}
