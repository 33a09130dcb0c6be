namespace EkDwar.Catalogue.Rules;

/// <summary>
/// A name or path and a value written out that the rule compares it with, at the value's place. It says nothing of how:
/// whether that must be equal, more, or one of several.
/// </summary>
public sealed record ComparedName(ReadName Name, object? Value);

/// <summary>All of them, and the paths that are used in any other way besides, of which comparing tells less than all.</summary>
public sealed record RuleComparisons(IReadOnlyList<ComparedName> All, IReadOnlySet<string> UsedOtherwise);
