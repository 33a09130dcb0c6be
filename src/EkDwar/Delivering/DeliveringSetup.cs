using EkDwar.Delivering.Benefits;
using EkDwar.Delivering.Instalments;
using EkDwar.Foundation.Outbox;

namespace EkDwar.Delivering;

/// <summary>Certificates made and signed, handed over on the portal, verified by anybody, revoked and made anew.</summary>
public static class DeliveringSetup
{
    public static void AddDelivering(this IServiceCollection services)
    {
        services.AddSingleton<IssuingKeys>();
        services.AddScoped<CertificateMaker>().AddScoped<CertificateFiles>().AddScoped<VerifyCertificate>().AddScoped<RevokeCertificate>().AddScoped<CorrectCertificate>().AddScoped<ReadEarlierLicence>();
        services.AddScoped<PayingDesk>().AddScoped<ReadPayList>().AddScoped<ReadBenefit>().AddScoped<StopBenefit>();
        services.AddScoped<InstalmentDesk>().AddScoped<LookAtInstalment>().AddScoped<ReadAwaitedNeeds>().AddScoped<RecordNeed>().AddScoped<PayInstalment>().AddScoped<ReturnInstalment>().AddScoped<CorrectAccount>();
        services.AddScoped<IOutboxHandler, IssueCertificate>();
    }

    public static void MapDelivering(this WebApplication app)
    {
        app.MapCertificates();
        app.MapDeskCertificates();
        app.MapPayList();
    }
}
