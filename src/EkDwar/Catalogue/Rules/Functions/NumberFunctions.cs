using System.Globalization;

namespace EkDwar.Catalogue.Rules.Functions;

/// <summary>Functions of numbers. Those that round take the number of decimal places, which may be negative.</summary>
static class NumberFunctions
{
    const int SmallestScale = -6111, LargestScale = 6176, PlacesHeld = 28;

    public static readonly Function[] All =
    [
        new("abs(n: number|days and time duration|years and months duration)", given => given[0] switch
        {
            decimal number => Math.Abs(number),
            TimeSpan span => span.Duration(),
            Values.Months months => new Values.Months(Math.Abs(months.Count)),
            _ => null,
        }),
        new("modulo(dividend: number, divisor: number)", Modulo),
        new("decimal(n: number, scale: number)", given => Rounded(given, MidpointRounding.ToEven)),
        new("floor(n: number, [scale: number])", given => Rounded(given, MidpointRounding.ToNegativeInfinity)),
        new("ceiling(n: number, [scale: number])", given => Rounded(given, MidpointRounding.ToPositiveInfinity)),
        new("round up(n: number, scale: number)", given => Rounded(given, null)),
        new("round down(n: number, scale: number)", given => Rounded(given, MidpointRounding.ToZero)),
        new("round half up(n: number, scale: number)", given => Rounded(given, MidpointRounding.AwayFromZero)),
        new("round half down(n: number, scale: number)", HalfDown),
        new("number(from: string, [grouping separator: string?], [decimal separator: string?])", Read),
    ];

    static object? Modulo(Given given)
    {
        if (given.Number(1) == 0) return given.Error("this divides by zero");
        var (dividend, divisor) = (given.Number(0), given.Number(1));
        // As FEEL has it, the result has the divisor's sign.
        var rest = dividend % divisor;
        return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }

    static object? Rounded(Given given, MidpointRounding? way) =>
        AtScale(given, number => way is { } known ? decimal.Round(number, known) : number < 0 ? decimal.Floor(number) : decimal.Ceiling(number));

    /// <summary>To the nearest, and in the middle towards zero.</summary>
    static object? HalfDown(Given given) =>
        AtScale(given, number => Math.Abs(number - decimal.Truncate(number)) == 0.5m ? decimal.Truncate(number) : decimal.Round(number, MidpointRounding.ToEven));

    static object? AtScale(Given given, Func<decimal, decimal> round)
    {
        var number = given.Number(0);
        var scale = given.Has(1) ? given.Number(1) : 0;
        if (scale != decimal.Truncate(scale) || scale is < SmallestScale or > LargestScale) return given.Error($"{scale} is no number of decimal places");
        if (number.Scale <= scale) return number;
        if (scale < -PlacesHeld) return given.Error("the result is too large");
        var factor = 1m;
        for (var place = 0; place < Math.Abs(scale); place++) factor *= 10;
        return scale < 0 ? round(number / factor) * factor : round(number * factor) / factor;
    }

    static object? Read(Given given)
    {
        var (grouping, point) = (given.Has(1) ? given.Text(1) : "", given.Has(2) ? given.Text(2) : ".");
        if (grouping is not ("" or " " or "," or ".") || point is not ("," or ".") || grouping == point)
            return given.Error("digits are grouped by a space, comma or point, and the decimal separator is the other, a comma or a point");
        var text = (grouping == "" ? given.Text(0) : given.Text(0).Replace(grouping, "")).Replace(point, point == "," ? "." : point);
        // After a decimal comma, a point that was no grouping is no number either.
        var isMixed = point == "," && grouping != "." && given.Text(0).Contains('.');
        return !isMixed && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : given.Error($"\"{given.Text(0)}\" is no number");
    }
}
