namespace EkDwar.Foundation.Web;

/// <summary>How the house itself asks others: gateways and registers. Where it was told to ask, and nowhere the answer would rather have it.</summary>
public static class Outgoing
{
    public static void AddOutgoing(this IServiceCollection services) => services.ConfigureHttpClientDefaults(http =>
        http.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));
}
