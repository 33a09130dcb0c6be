namespace EkDwar.Catalogue.Rules.Values;

/// <summary>
/// What the operators make of two values, by their kinds. <see cref="NoFit"/> where FEEL knows no such sum. Overflow throws,
/// as the types below do; a month that lacks the day gives its last one (31 January and a month is 28 February).
/// </summary>
static class Arithmetic
{
    public const int LargestPower = 1_000;

    public static readonly object NoFit = new();

    public static object Add(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a + b,
        (string a, string b) => a + b,
        (TimeSpan a, TimeSpan b) => a + b,
        (Months a, Months b) => new Months(checked(a.Count + b.Count)),
        (DateOnly date, Months months) => date.AddMonths(months.Count),
        (DateTime instant, Months months) => instant.AddMonths(months.Count),
        (DateOnly date, TimeSpan span) => DateOnly.FromDateTime(date.ToDateTime(TimeOnly.MinValue) + span),
        (DateTime instant, TimeSpan span) => instant + span,
        (TimeOnly time, TimeSpan span) => time.Add(span),
        (TimeSpan or Months, DateOnly or DateTime or TimeOnly) => Add(right, left),
        _ => NoFit,
    };

    public static object Subtract(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a - b,
        (DateOnly a, DateOnly b) => TimeSpan.FromDays(a.DayNumber - b.DayNumber),
        (DateTime a, DateTime b) => a - b,
        (TimeOnly a, TimeOnly b) => a.ToTimeSpan() - b.ToTimeSpan(),
        (string, _) => NoFit,
        (_, TimeSpan or Months) => Add(left, Negate(right)),
        _ => NoFit,
    };

    public static object Multiply(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a * b,
        (Months a, decimal b) => new Months((int)decimal.Truncate(a.Count * b)),
        (TimeSpan a, decimal b) => new TimeSpan((long)decimal.Truncate(a.Ticks * b)),
        (decimal, TimeSpan or Months) => Multiply(right, left),
        _ => NoFit,
    };

    public static object Divide(object? left, object? right) => (left, right) switch
    {
        (decimal a, decimal b) => a / b,
        (Months a, Months b) => (decimal)a.Count / b.Count,
        (TimeSpan a, TimeSpan b) => (decimal)a.Ticks / b.Ticks,
        (Months a, decimal b) => new Months((int)decimal.Truncate(a.Count / b)),
        (TimeSpan a, decimal b) => new TimeSpan((long)decimal.Truncate(a.Ticks / b)),
        _ => NoFit,
    };

    public static object Power(object? left, object? right) => (left, right) switch
    {
        // Any other power has no exact value.
        (decimal a, decimal b) when b == decimal.Truncate(b) && Math.Abs(b) <= LargestPower => b < 0 ? 1 / Whole(a, (int)-b) : Whole(a, (int)b),
        _ => NoFit,
    };

    public static object Negate(object? value) => value switch
    {
        decimal number => -number,
        TimeSpan span => -span,
        Months months => new Months(checked(-months.Count)),
        _ => NoFit,
    };

    static decimal Whole(decimal number, int power)
    {
        var product = 1m;
        for (; power > 0; power--) product *= number;
        return product;
    }
}
