using EkDwar.Deadlines;

namespace EkDwar.Cases;

/// <summary>What a ledger says of its case's clock: the moves, oldest first, and the law the date was last counted with (null before it started).</summary>
public sealed record ClockRecord(IReadOnlyList<ClockFact> Facts, string? Law)
{
    /// <param name="entries">The facts of every entry, oldest first.</param>
    public static ClockRecord Of(IReadOnlyCollection<LedgerFacts> entries) => new(
        [.. entries.SelectMany(entry => entry.Clock).Select(ClockFact.Parse)],
        entries.Select(entry => entry.Law).LastOrDefault(law => law is not null));
}
