using EkDwar.Foundation.Outbox;

namespace EkDwar.Deciding;

/// <summary>Grant, or refuse with ground, rule and words; where a register gives the service, the register decides.</summary>
public static class DecidingSetup
{
    public static void AddDeciding(this IServiceCollection services) => services
        .AddScoped<IOutboxHandler, DecideFromRegister>().AddScoped<IOutboxHandler, KeepLifeProof>().AddScoped<IOutboxHandler, ExtendBenefit>().AddScoped<IOutboxHandler, DeemDecided>()
        .AddScoped<GrantApplication>().AddScoped<RefuseApplication>();
}
