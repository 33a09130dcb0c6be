namespace EkDwar.Catalogue.Rules.Values;

/// <summary>The kinds of value a rule knows, by the names FEEL gives them.</summary>
static class Kind
{
    public const string Days = "days and time duration", Months = "years and months duration";

    public static string Of(object? value) => value switch
    {
        null => "null",
        bool => "boolean",
        decimal => "number",
        string => "string",
        DateOnly => "date",
        TimeOnly => "time",
        DateTime => "date and time",
        TimeSpan => Days,
        Values.Months => Months,
        IReadOnlyList<object?> => "list",
        Context => "context",
        ValueRange => "range",
        _ => value.GetType().Name,
    };

    /// <summary>The kind in a sentence.</summary>
    public static string Named(object? value) => value is null ? "null" : $"a {Of(value)}";

    /// <summary>A list as it is; any other value as a list of that one, as FEEL has it.</summary>
    public static IReadOnlyList<object?> AsList(object? value) => value as IReadOnlyList<object?> ?? [value];
}
