using EkDwar.Foundation;

namespace EkDwar.Places;

/// <summary>States, districts, talukas, villages, offices and posts: who serves where.</summary>
public static class PlacesSetup
{
    public static void AddPlaces(this IServiceCollection services)
    {
        services.AddSingleton<IReadOnlyDictionary<string, StateProfile>>(provider =>
            StateProfiles.Read(provider.GetRequiredService<DataFolders>()).ToDictionary(state => state.Code));
        services.AddSingleton<PostDirectory>().AddScoped<HeldPosts>();
    }
}
