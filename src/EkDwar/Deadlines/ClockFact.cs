using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EkDwar.Deadlines;

/// <summary>What can happen to a clock. Extended: by an order, no day of a period is counted. Restored: those of a period are, after all.</summary>
public enum ClockMove { Started, Paused, Resumed, Stopped, Extended, Restored }

/// <summary>
/// One move of a statutory clock, as it stands in clear in the ledger: what, on which day of the state, and for a pause why
/// (a code such as <c>query</c>); for a period its last day and what it is for (a kind such as <c>calamity</c>). Not an instant: the
/// law counts days. The order of facts is the ledger's, not the dates'.
/// </summary>
public readonly partial record struct ClockFact
{
    ClockFact(ClockMove move, DateOnly on, string? why, DateOnly? until = null) => (Move, On, Why, Until) = (move, on, why, until);

    public ClockMove Move { get; }

    /// <summary>The day of the move; of a period the first.</summary>
    public DateOnly On { get; }
    public string? Why { get; }

    /// <summary>The last day of a period; null for what happens on one day.</summary>
    public DateOnly? Until { get; }

    /// <summary>Whether it says of a period what its days count, wherever the clock stands.</summary>
    public bool IsOfPeriod => Move is ClockMove.Extended or ClockMove.Restored;

    public static ClockFact Started(DateOnly on) => new(ClockMove.Started, on, null);
    public static ClockFact Resumed(DateOnly on) => new(ClockMove.Resumed, on, null);
    public static ClockFact Stopped(DateOnly on) => new(ClockMove.Stopped, on, null);

    public static ClockFact Paused(DateOnly on, string why) => WhyPattern().IsMatch(why)
        ? new(ClockMove.Paused, on, why)
        : throw new ArgumentException($"'{why}' is not a pause code: small letters, digits and _, at most 40", nameof(why));

    /// <param name="until">the last day; a period has at most a year</param>
    public static ClockFact Extended(DateOnly from, DateOnly until, string kind) => OfPeriod(ClockMove.Extended, from, until, kind);

    public static ClockFact Restored(DateOnly from, DateOnly until, string kind) => OfPeriod(ClockMove.Restored, from, until, kind);

    static ClockFact OfPeriod(ClockMove move, DateOnly from, DateOnly until, string kind) => IsPeriod(from, until) && WhyPattern().IsMatch(kind)
        ? new(move, from, kind, until)
        : throw new ArgumentException($"{from:O} to {until:O} for '{kind}' is no period of at most a year", nameof(until));

    static bool IsPeriod(DateOnly from, DateOnly until) => until >= from && until.DayNumber - from.DayNumber < 366;

    /// <summary>The one text of this fact, safe to hash: <c>started 2026-03-02</c>, <c>paused 2026-03-05 query</c>, <c>extended 2026-07-01 2026-07-10 calamity</c>.</summary>
    public string ToText()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{WordOf(Move)} {On:yyyy-MM-dd}");
        if (Until is { } until) text += string.Create(CultureInfo.InvariantCulture, $" {until:yyyy-MM-dd}");
        return Why is null ? text : $"{text} {Why}";
    }

    public static ClockFact Parse(string text) =>
        TryParse(text, out var fact) ? fact : throw new FormatException($"'{text}' is not a clock fact");

    /// <summary>Reads exactly what <see cref="ToText"/> writes; one spelling per fact.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClockFact fact)
    {
        fact = default;
        var parts = text?.Split(' ') ?? [];
        if (parts.Length < 2 || !TryDay(parts[1], out var on)) return false;
        if (parts is [("extended" or "restored") and var word, _, var last, var kind])
        {
            if (!TryDay(last, out var until) || !IsPeriod(on, until) || !WhyPattern().IsMatch(kind)) return false;
            fact = new(word == "extended" ? ClockMove.Extended : ClockMove.Restored, on, kind, until);
            return true;
        }
        foreach (var move in Enum.GetValues<ClockMove>())
            if (WordOf(move) == parts[0])
            {
                if (move is ClockMove.Extended or ClockMove.Restored) return false;
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
        ClockMove.Extended => "extended",
        ClockMove.Restored => "restored",
        _ => "stopped"
    };

    static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,39}\z")]
    private static partial Regex WhyPattern();
}
