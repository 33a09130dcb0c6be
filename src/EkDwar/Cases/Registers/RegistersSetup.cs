using EkDwar.Cases.Registers.Emulator;
using EkDwar.Foundation;

namespace EkDwar.Cases.Registers;

/// <summary>Registers of departments, each where the configuration says. In Development an emulator of ours stands in for those it says nothing of.</summary>
public static class RegistersSetup
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddRegisters(this IServiceCollection services)
    {
        services.AddScoped<ReadRegister>().AddSingleton<EmulatedRegisters>();
        services.AddOptions<RegistersOptions>().Configure<IConfiguration>((options, configuration) => configuration.GetSection("Registers").Bind(options.Known))
            .PostConfigure<IHostEnvironment, Settings>((options, environment, settings) =>
            {
                if (environment.IsDevelopment()) options.StandIn = register => EmulatedRegisters.PlaceOf(register, settings);
            });
        services.AddHttpClient<IRegister, HttpRegister>(http => (http.Timeout, http.MaxResponseContentBufferSize) = (Patience, HttpRegister.LongestAnswer)).RemoveAllLoggers();
    }

    public static void MapRegisters(this WebApplication app) => app.MapEmulatedRegisters();
}
