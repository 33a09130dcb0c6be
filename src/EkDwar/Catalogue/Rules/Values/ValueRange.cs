namespace EkDwar.Catalogue.Rules.Values;

/// <summary>What lies between two ends, either of which may be missing: <c>[1..10)</c>, <c>(&lt; 10)</c>.</summary>
public sealed record ValueRange(RangeEnd? Low, RangeEnd? High);

/// <summary>One end of a range. A value of null is an end nobody can compare with, not a missing one.</summary>
public sealed record RangeEnd(object? Value, bool IsIncluded);
