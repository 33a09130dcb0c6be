using EkDwar.Onboarding.Importing;

namespace EkDwar.Onboarding;

/// <summary>A state's folder comes into the house: services published, places, offices and posts seeded.</summary>
public static class OnboardingSetup
{
    public static void AddOnboarding(this IServiceCollection services) => services.AddScoped<SeedDemo>().AddScoped<SeedPlaces>().AddScoped<PublishService>().AddScoped<ImportPlaces>().AddScoped<CheckPlaces>().AddScoped<ExportServices>().AddScoped<Unmanned>();
}
