using EkDwar.Catalogue.Rules.Expressions;
using EkDwar.Foundation;

namespace EkDwar.Catalogue.Rules.Functions;

/// <summary>The functions a rule may call. There are no others, and a rule cannot make its own.</summary>
static class BuiltIn
{
    static readonly ILookup<string, Function> All =
        new[] { NumberFunctions.All, TextFunctions.All, PatternFunctions.All, ListFunctions.All, DateFunctions.All }
            .SelectMany(functions => functions).ToLookup(function => function.Name);

    /// <summary>Every function as it is declared, in order of name.</summary>
    public static IEnumerable<string> Signatures => All.SelectMany(forms => forms).Select(function => function.Signature).Order(StringComparer.Ordinal);

    public static bool IsKnown(string name) => All.Contains(name);

    /// <summary>The function that takes these arguments, or why there is none.</summary>
    public static (Function? Function, string? Fault) Find(string name, IReadOnlyList<Argument> arguments)
    {
        if (!IsKnown(name)) return (null, $"there is no function '{name}'{(Nearest.To(name, All.Select(forms => forms.Key)) is { } meant ? $", perhaps '{meant}'" : "")}");
        var names = arguments.Select(argument => argument.Name).ToList();
        return All[name].FirstOrDefault(function => function.Takes(names)) is { } fitting
            ? (fitting, null)
            : (null, $"'{name}' is called as {string.Join(" or ", All[name].Select(function => function.Signature))}");
    }
}
