using EkDwar.People.SignOn.Emulator;

namespace EkDwar.People.SignOn;

/// <summary>A state's own sign-on for its officials: the house as an OpenID Connect client. In Development an emulated provider stands in.</summary>
public static class SignOnSetup
{
    public static void AddSignOn(this IServiceCollection services)
    {
        services.AddSingleton<SignOnPlaces>().AddSingleton<SignOnProvider>().AddSingleton<IdTokenJudge>().AddSingleton<SignOnTicket>();
        services.AddScoped<SignOnBook>().AddScoped<BeginSignOn>().AddScoped<ReceiveSignOn>().AddScoped<ProveSecondFactor>();
        services.AddHttpClient(SignOnProvider.Client, http => (http.Timeout, http.MaxResponseContentBufferSize) = (SignOnProvider.Patience, SignOnProvider.LargestAnswer)).RemoveAllLoggers();
        services.AddSingleton<OpenIdEmulator>();
    }
}
