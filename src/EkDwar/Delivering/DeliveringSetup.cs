using EkDwar.Foundation;
using EkDwar.Foundation.Outbox;
using EkDwar.Places;

namespace EkDwar.Delivering;

/// <summary>Certificates made and signed, handed over on the portal, verified by anybody, revoked and made anew.</summary>
public static class DeliveringSetup
{
    public static void AddDelivering(this IServiceCollection services)
    {
        services.AddSingleton<IssuingKeys>();
        services.AddSingleton<IReadOnlyDictionary<string, StateProfile>>(provider =>
            StateProfiles.Read(provider.GetRequiredService<DataFolders>()).ToDictionary(state => state.Code));
        services.AddScoped<CertificateMaker>().AddScoped<CertificateFiles>().AddScoped<VerifyCertificate>().AddScoped<RevokeCertificate>();
        services.AddScoped<IOutboxHandler, IssueCertificate>();
    }

    public static void MapDelivering(this WebApplication app)
    {
        app.MapCertificates();
        app.MapDeskCertificates();
    }
}
