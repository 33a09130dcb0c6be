namespace EkDwar.Catalogue.Rules.Values;

/// <summary>
/// A day of which only the month or the year is known: one of those from the earliest to the latest, both included. No
/// expression ever meets one: a rule is asked with days it may be, see <see cref="SupposedDays"/>.
/// </summary>
public sealed record RoughDate(DateOnly Earliest, DateOnly Latest);
