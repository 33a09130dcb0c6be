using EkDwar.Cases.OwnData;
using EkDwar.Foundation;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Repeating;
using EkDwar.Notifying.Broadcasts;
using EkDwar.Notifying.Email;
using EkDwar.Notifying.Sms;
using EkDwar.Notifying.Wishes;
using EkDwar.People;

namespace EkDwar.Notifying;

/// <summary>What to tell whom, when and in which language. Text messages leave by gateways and e-mail by SMTP, where the settings name them; calls and WhatsApp are shown on Development's phone page.</summary>
public static class NotifyingSetup
{
    public static void AddNotifying(this IServiceCollection services, Settings house)
    {
        services.AddSms();
        services.AddBroadcasts();
        services.AddScoped<Deliveries>().AddScoped<Providers>().AddSingleton<ProviderRests>().AddScoped<DevelopmentPhone>().AddScoped<NoticeWords>().AddScoped<NightRest>();
        services.AddSingleton<ISender>(new DevelopmentSender(CodeChannels.Voice)).AddSingleton<ISender>(new DevelopmentSender(CodeChannels.WhatsApp));
        services.AddScoped<IOutboxHandler, SendCode>().AddScoped<IOutboxHandler, SendNotice>().AddScoped<IOutboxHandler, TellParty>().AddScoped<IOutboxHandler, TellVisitor>().AddScoped<IOutboxHandler, ForgetMessages>().AddScoped<IOwnData, OwnMessages>();
        services.AddScoped<MailWriter>().AddScoped<IOutboxHandler, SendEmailNotice>();
        services.AddScoped<ReplayDead>().AddScoped<OwnAccount>().AddScoped<GiveAddress>().AddScoped<ProveAddress>().AddScoped<RemoveAddress>().AddScoped<ChooseToldIn>().AddScoped<ReadOwnMessages>();
        var mail = MailSettings.FromEnvironment();
        services.AddEmail(mail);
        services.AddScoped<ReadBounces>();
        if (house.Works && mail.Bounces is not null) services.AddRepeatedWork<ReadBounces>(TimeSpan.FromSeconds(10), (bounces, _) => bounces.Run());
    }

    /// <summary>E-mail by the servers of these settings, the first before the second; without one, to Development's phone page.</summary>
    public static void AddEmail(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        if (!settings.IsGiven) services.AddSingleton<ISender>(new DevelopmentSender(CodeChannels.Email));
        foreach (var relay in settings.Relays) services.AddSingleton<ISender>(provider => new SmtpSender(relay, settings, provider.GetRequiredService<TimeProvider>()));
    }
}
