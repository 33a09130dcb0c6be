namespace EkDwar.Catalogue.Rules.Values;

/// <summary>A duration in years and months, counted in months. Not days: how many those are depends on the date.</summary>
public readonly record struct Months(int Count) : IComparable<Months>
{
    public int Years => Count / 12;

    public int CompareTo(Months other) => Count.CompareTo(other.Count);

    /// <summary>The whole years and months from one date to another; the time of day does not count.</summary>
    public static Months Between(DateOnly from, DateOnly to)
    {
        if (to < from) return new(-Between(to, from).Count);
        var months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        return new(to.Day < from.Day ? months - 1 : months);
    }

    public static bool operator <(Months left, Months right) => left.Count < right.Count;
    public static bool operator >(Months left, Months right) => left.Count > right.Count;
    public static bool operator <=(Months left, Months right) => left.Count <= right.Count;
    public static bool operator >=(Months left, Months right) => left.Count >= right.Count;
}
