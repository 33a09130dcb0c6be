using EkDwar.Deadlines;
using EkDwar.Places;

namespace EkDwar.Cases.Limits;

/// <summary>A day on which somebody is told that so much of the limit is used; told when that day begins, while there is still all of it to act.</summary>
public sealed record LimitStep(LimitWarning Warning, DateOnly On)
{
    /// <summary>In their order. Of several on one day the highest stands for all: a limit of one day has no half.</summary>
    public static IReadOnlyList<LimitStep> Of(ClockReading reading, IEnumerable<LimitWarning> warnings) =>
    [
        .. warnings.SelectMany(warning => reading.ReachedOn(warning.Percent) is { } reached ? new[] { new LimitStep(warning, reached) } : [])
            .GroupBy(step => step.On).OrderBy(day => day.Key).Select(day => day.MaxBy(step => step.Warning.Percent)!),
    ];
}
