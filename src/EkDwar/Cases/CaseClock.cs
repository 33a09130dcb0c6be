using EkDwar.Catalogue;
using EkDwar.Deadlines;

namespace EkDwar.Cases;

/// <summary>A case's clock: its service's limit, its state's act and calendar, and the clock facts of its ledger. Stores nothing.</summary>
public sealed class CaseClock(Laws laws)
{
    public ClockReading Read(ServiceDefinition service, IEnumerable<string> facts) => Clock.Read(
        Limit(service), laws.Act(service.State), laws.Calendar(service.State), [.. facts.Select(ClockFact.Parse)]);

    /// <summary>The limit as it is counted: where the notification does not say working or calendar, the act's file does.</summary>
    public TimeLimit Limit(ServiceDefinition service) => laws.Act(service.State).Limit(service.Limit.Days, service.Limit.Kind switch
    {
        "working" => DayKind.Working,
        "calendar" => DayKind.Calendar,
        _ => null,
    });

    public ActRules Act(ServiceDefinition service) => laws.Act(service.State);
}
