using EkDwar.Deadlines;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Cases.Orders;

/// <summary>An extension order as somebody of the department writes it down: its number and day, what for, where, which services, and from when until when.</summary>
public sealed record ExtensionFile(string Number, DateOnly GivenOn, string Kind, string Area, IReadOnlyList<string> Services, DateOnly From, DateOnly Until, DateOnly? EndedAfter)
{
    const int LongestNumber = 100;

    /// <summary>The order, or a <see cref="FaultyFilesException"/> naming file and line. What the act does not list cannot be ordered.</summary>
    public static ExtensionFile Load(string text, string file, ActRules act) => DataMap.Read(text, file, map =>
    {
        var read = new ExtensionFile(map.Text("number"), map.Date("given_on"), map.Text("kind"), map.Text("area"),
            map.TextOrNull("services")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [], map.Date("from"), map.Date("until"), map.DateOrNull("ended_after"));
        if (read.Number.Length > LongestNumber) throw new ArgumentException($"'number' has more than {LongestNumber} characters");
        if (act.Extensions.All(rule => rule.Kind != read.Kind))
            throw new ArgumentException(act.Extensions.Count == 0 ? "the act of this state lists nothing for which a limit may be extended" : $"'kind' must be one the act lists: {string.Join(", ", act.Extensions.Select(rule => rule.Kind))}");
        if (!ClockFact.TryParse($"extended {read.From:yyyy-MM-dd} {read.Until:yyyy-MM-dd} {read.Kind}", out _)) throw new ArgumentException("'until' must be a day of the year after 'from'");
        return read;
    });
}
