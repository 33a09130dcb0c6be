namespace EkDwar.Catalogue.Rules.Values;

/// <summary>Equality and order of values. The answer is null where two values are not of one kind: neither yes nor no.</summary>
static class Comparing
{
    public static bool? AreEqual(object? left, object? right, Run run)
    {
        run.Step();
        return (left, right) switch
        {
            (null, null) => true,
            (null, _) or (_, null) => false,
            (bool a, bool b) => a == b,
            (string a, string b) => a == b,
            (Context a, Context b) => a.Count == b.Count && a.All(entry => b.TryGetValue(entry.Key, out var other) && AreEqual(entry.Value, other, run) is true),
            (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second, run) is true),
            (ValueRange a, ValueRange b) => AreEqual(a.Low, b.Low, run) && AreEqual(a.High, b.High, run),
            _ => Order(left, right) is { } order ? order == 0 : null,
        };
    }

    static bool AreEqual(RangeEnd? left, RangeEnd? right, Run run) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ => left.IsIncluded == right.IsIncluded && AreEqual(left.Value, right.Value, run) is true,
    };

    /// <summary>Below zero, zero or above, as left comes before, with or after right. Text is ordered by its characters' numbers.</summary>
    public static int? Order(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a.CompareTo(b),
        (string a, string b) => string.CompareOrdinal(a, b),
        (DateOnly a, DateOnly b) => a.CompareTo(b),
        (TimeOnly a, TimeOnly b) => a.CompareTo(b),
        (DateTime a, DateTime b) => a.CompareTo(b),
        (TimeSpan a, TimeSpan b) => a.CompareTo(b),
        (Months a, Months b) => a.CompareTo(b),
        _ => null,
    };

    /// <summary>Whether a range holds a value; null when it cannot be compared with an end.</summary>
    public static bool? Contains(ValueRange range, object? value)
    {
        var aboveLow = range.Low is not { } low ? true : Order(value, low.Value) is { } order ? order > 0 || (order == 0 && low.IsIncluded) : (bool?)null;
        var belowHigh = range.High is not { } high ? true : Order(value, high.Value) is { } other ? other < 0 || (other == 0 && high.IsIncluded) : (bool?)null;
        return aboveLow is null || belowHigh is null ? null : aboveLow.Value && belowHigh.Value;
    }
}
