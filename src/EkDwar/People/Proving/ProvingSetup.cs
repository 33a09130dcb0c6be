using EkDwar.People.Desk;

namespace EkDwar.People.Proving;

/// <summary>Proving anew who one is, before something is signed.</summary>
public static class ProvingSetup
{
    public static void AddProving(this IServiceCollection services) => services.AddScoped<PasskeyAnswers>().AddScoped<ProveByCode>().AddScoped<ProveByPasskey>();
}
