using EkDwar.Cases.OwnData;
using EkDwar.Foundation.Outbox;

namespace EkDwar.Notifying;

/// <summary>What to tell whom, when and in which language. The one sender so far is Development's phone page.</summary>
public static class NotifyingSetup
{
    public static void AddNotifying(this IServiceCollection services) => services
        .AddScoped<Deliveries>().AddScoped<DevelopmentPhone>().AddScoped<ISender>(provider => provider.GetRequiredService<DevelopmentPhone>())
        .AddScoped<IOutboxHandler, SendCode>().AddScoped<IOutboxHandler, SendNotice>().AddScoped<IOutboxHandler, TellParty>().AddScoped<IOutboxHandler, TellVisitor>().AddScoped<IOutboxHandler, ForgetMessages>().AddScoped<IOwnData, OwnMessages>();
}
