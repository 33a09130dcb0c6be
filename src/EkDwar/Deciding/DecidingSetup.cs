namespace EkDwar.Deciding;

/// <summary>Grant, or refuse with ground, rule and words.</summary>
public static class DecidingSetup
{
    public static void AddDeciding(this IServiceCollection services) => services.AddScoped<GrantApplication>().AddScoped<RefuseApplication>();
}
