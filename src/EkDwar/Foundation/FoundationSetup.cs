using EkDwar.Foundation.Clearing;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Drawing;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Outages;
using EkDwar.Foundation.Outbox;
using EkDwar.Foundation.Repeating;
using EkDwar.Foundation.Scanning;
using EkDwar.Foundation.Secrets;
using EkDwar.Foundation.Time;
using EkDwar.Foundation.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace EkDwar.Foundation;

/// <summary>The building: database, outbox, keys, files, time, and what every request passes. Knows no room.</summary>
public static class FoundationSetup
{
    public static void AddFoundation(this IServiceCollection services, Settings settings)
    {
        var (folders, database) = (settings.Folders, settings.Database);
        services.AddSingleton(new DevelopmentClock(TimeProvider.System, folders));
        services.TryAddSingleton<TimeProvider>(provider => provider.GetRequiredService<IWebHostEnvironment>().IsDevelopment() ? provider.GetRequiredService<DevelopmentClock>() : TimeProvider.System);
        services.AddSingleton(settings).AddSingleton(folders).AddSingleton(database);
        services.AddDbContextPool<EkDwarDb>(options => Engines.Use(options, database));
        services.AddScoped<Migrations>();
        services.AddSingleton<OutboxRound>();
        services.AddSingleton<OutageBook>();
        services.AddSingleton<ClearingRound>();
        if (settings.Works) AddWork(services);
        services.AddSingleton(_ => MasterKey.LoadOrCreate(folders.MasterKeyFile, MasterKey.Given));
        // The web is set up before it is known that the key is the right one: it may not make a new one by being set up.
        services.AddSingleton(provider => new Lazy<MasterKey>(provider.GetRequiredService<MasterKey>));
        services.AddSingleton<KeyedHash>();
        services.AddSingleton(provider => new SigningKeys(folders.Keys, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new KnownKeys(folders.KnownKeys));
        services.AddSingleton(_ => new FileStore(folders.Papers));
        services.AddSingleton(new Confinement(ConfinedLimits.OfAPage)).AddSingleton<PageDrawer>();
        services.AddSingleton(ScannerPlace.FromEnvironment()).AddSingleton<MalwareScanner>();
        services.AddSingleton<IXmlRepository, KeysInDatabase>().AddSingleton<IXmlEncryptor, KeysUnderMaster>();
        // GCM: one pass where the default takes two, and every request opens a cookie.
        services.AddDataProtection().SetApplicationName("EkDwar").UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => (options.XmlRepository, options.XmlEncryptor) = (provider.GetRequiredService<IXmlRepository>(), provider.GetRequiredService<IXmlEncryptor>())));
        services.AddScoped<WrittenPart>();
        services.AddWeb();
    }

    static void AddWork(IServiceCollection services)
    {
        services.AddRepeatedWork<ClearingRound>(TimeSpan.FromHours(1), (clearing, stopping) => clearing.Run(stopping));
        // Each lane by itself; any number of nodes may work at each.
        foreach (var lane in Enum.GetValues<OutboxLane>())
            services.AddRepeatedWork<OutboxRound>(TimeSpan.FromMilliseconds(250), (outbox, stopping) => outbox.Drain(lane, stopping));
    }

    public static void UseFoundation(this WebApplication app) => app.UseWeb();
}
