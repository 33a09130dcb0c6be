using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Functions;

/// <summary>What a function wants at one place: <c>[delimiter: string?]</c>.</summary>
sealed record Parameter(string Name, string[] Kinds, bool IsOptional, bool IsNullable, bool IsMany)
{
    public bool IsList => Kinds is ["list"];

    /// <summary>The kinds in a sentence.</summary>
    public string Wanted => string.Join(" or ", Kinds.Select(kind => kind == "any" ? "a value" : $"a {kind}"));

    /// <summary>A list takes any value but null, as a list of one.</summary>
    public bool Accepts(object? value) => Kinds is ["any"] || (IsList ? value is not null : Kinds.Contains(Kind.Of(value)));

    public static Parameter Read(string text)
    {
        var isOptional = text[0] == '[';
        var parts = (isOptional ? text[1..^1] : text).Split(": ");
        var kinds = parts[1].TrimEnd('?', '.');
        return new(parts[0], kinds.Split('|'), isOptional, parts[1].EndsWith('?'), parts[1].EndsWith("...", StringComparison.Ordinal));
    }
}
