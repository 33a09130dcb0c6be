namespace EkDwar.Places;

/// <summary>States, districts, talukas, villages, offices and posts: who serves where.</summary>
public static class PlacesSetup
{
    public static void AddPlaces(this IServiceCollection services, IReadOnlyList<StateProfile> states)
    {
        services.AddSingleton<IReadOnlyDictionary<string, StateProfile>>(states.ToDictionary(state => state.Code));
        services.AddSingleton<PlaceTrees>().AddSingleton<PostDirectory>().AddScoped<HeldPosts>().AddScoped<Rosters>().AddScoped<OfficesBelow>().AddSingleton<PostsOver>().AddSingleton<ActingPosts>();
    }
}
