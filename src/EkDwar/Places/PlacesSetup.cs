namespace EkDwar.Places;

/// <summary>States, districts, talukas, villages, offices and posts: who serves where.</summary>
public static class PlacesSetup
{
    public static void AddPlaces(this IServiceCollection services) => services.AddSingleton<PostDirectory>().AddScoped<HeldPosts>();
}
