namespace EkDwar.Catalogue.Rules.Values;

/// <summary>Named values, such as the answers of a case or one row of a table.</summary>
public sealed class Context() : Dictionary<string, object?>(StringComparer.Ordinal);
