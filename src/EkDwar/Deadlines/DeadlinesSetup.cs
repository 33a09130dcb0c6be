namespace EkDwar.Deadlines;

/// <summary>Statutory clocks: calendars and acts as data, due dates counted day by day. Pure functions.</summary>
public static class DeadlinesSetup
{
    public static void AddDeadlines(this IServiceCollection services) => services.AddSingleton<Laws>();
}
