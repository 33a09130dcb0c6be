using EkDwar.Foundation.Outbox;
using EkDwar.People;

namespace EkDwar.Notifying.Sms;

/// <summary>
/// Text messages by the gateways of India: registered texts, their formats on the wire, reports, questions about a status, caps. A state
/// without an account in the settings has none: in Development its messages are shown on the phone page.
/// </summary>
static class SmsSetup
{
    public static void AddSms(this IServiceCollection services)
    {
        services.AddOptions<SmsLimits>().BindConfiguration("Sms");
        services.AddSingleton<SmsPlaces>().AddSingleton<SmsSpend>().AddScoped<SmsCaps>().AddScoped<SmsDesk>().AddScoped<TakeReports>().AddScoped<AskStatus>();
        services.AddScoped<IOutboxHandler, AnswerStatus>();
        services.AddHttpClient<CdacSender>(SmsHttp.Limit).RemoveAllLoggers();
        services.AddHttpClient<NicSender>(SmsHttp.Limit).RemoveAllLoggers();
        services.AddHttpClient<Msg91Sender>(SmsHttp.Limit).RemoveAllLoggers();
        services.AddTransient<ISender>(provider => provider.GetRequiredService<CdacSender>()).AddTransient<ISender>(provider => provider.GetRequiredService<NicSender>())
            .AddTransient<ISender>(provider => provider.GetRequiredService<Msg91Sender>());
        services.AddSingleton<ISender>(provider => new DevelopmentSender(CodeChannels.Sms, message => provider.GetRequiredService<SmsPlaces>().Of(message.State).Count > 0));
    }
}
