using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EkDwar.Deadlines;

/// <summary>What can happen to a clock.</summary>
public enum ClockMove { Started, Paused, Resumed, Stopped }

/// <summary>
/// One move of a statutory clock, as it stands in clear in the ledger: what, on which day of the state, and for a pause why
/// (a code such as <c>query</c>). Not an instant: the law counts days. The order of facts is the ledger's, not the dates'.
/// </summary>
public readonly partial record struct ClockFact
{
    ClockFact(ClockMove move, DateOnly on, string? why) => (Move, On, Why) = (move, on, why);

    public ClockMove Move { get; }
    public DateOnly On { get; }
    public string? Why { get; }

    public static ClockFact Started(DateOnly on) => new(ClockMove.Started, on, null);
    public static ClockFact Resumed(DateOnly on) => new(ClockMove.Resumed, on, null);
    public static ClockFact Stopped(DateOnly on) => new(ClockMove.Stopped, on, null);

    public static ClockFact Paused(DateOnly on, string why) => WhyPattern().IsMatch(why)
        ? new(ClockMove.Paused, on, why)
        : throw new ArgumentException($"'{why}' is not a pause code: small letters, digits and _, at most 40", nameof(why));

    /// <summary>The one text of this fact, safe to hash: <c>started 2026-03-02</c>, <c>paused 2026-03-05 query</c>.</summary>
    public string ToText()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{WordOf(Move)} {On:yyyy-MM-dd}");
        return Why is null ? text : $"{text} {Why}";
    }

    public static ClockFact Parse(string text) =>
        TryParse(text, out var fact) ? fact : throw new FormatException($"'{text}' is not a clock fact");

    /// <summary>Reads exactly what <see cref="ToText"/> writes; one spelling per fact.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClockFact fact)
    {
        fact = default;
        var parts = text?.Split(' ') ?? [];
        if (parts.Length < 2 || !DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
            return false;
        foreach (var move in Enum.GetValues<ClockMove>())
            if (WordOf(move) == parts[0])
            {
                if (parts.Length != (move == ClockMove.Paused ? 3 : 2)) return false;
                if (move == ClockMove.Paused && !WhyPattern().IsMatch(parts[2])) return false;
                fact = new(move, on, move == ClockMove.Paused ? parts[2] : null);
                return true;
            }
        return false;
    }

    public override string ToString() => ToText();

    static string WordOf(ClockMove move) => move switch
    {
        ClockMove.Started => "started",
        ClockMove.Paused => "paused",
        ClockMove.Resumed => "resumed",
        _ => "stopped"
    };

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,39}\z")]
    private static partial Regex WhyPattern();
}
