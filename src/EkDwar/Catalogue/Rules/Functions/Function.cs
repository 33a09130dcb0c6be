using EkDwar.Catalogue.Rules.Parsing;
using EkDwar.Catalogue.Rules.Values;

namespace EkDwar.Catalogue.Rules.Functions;

/// <summary>
/// A built-in function, declared as it is written in the list of functions: <c>substring(string: string, start position:
/// number, [length: number])</c>. Square brackets: may be left out. A question mark after the kind: may be null. Dots after
/// it: any number of values, or one list. The kinds are checked here, so that a body meets only what it declares.
/// </summary>
sealed class Function
{
    readonly Func<Given, object?> body;

    public Function(string signature, Func<Given, object?> body)
    {
        var bracket = signature.IndexOf('(');
        (Name, Signature, this.body) = (signature[..bracket], signature, body);
        Parameters = [.. signature[(bracket + 1)..^1].Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Parameter.Read)];
    }

    public string Name { get; }
    public string Signature { get; }
    public IReadOnlyList<Parameter> Parameters { get; }

    bool TakesMany => Parameters is [{ IsMany: true }];

    /// <summary>Whether arguments of these names, null for those in order, may be handed to it.</summary>
    public bool Takes(IReadOnlyList<string?> names)
    {
        if (TakesMany && names.All(name => name is null)) return names.Count > 0;
        if (names.Count > Parameters.Count || names.Distinct().Count() != names.Count && names.Any(name => name is not null)) return false;
        if (names.Any(name => name is null) && names.Any(name => name is not null)) return false;
        return names.All(name => name is null || Parameters.Any(parameter => parameter.Name == name))
            && Parameters.Index().All(parameter => parameter.Item.IsOptional || (names.Any(name => name is not null) ? names.Contains(parameter.Item.Name) : parameter.Index < names.Count));
    }

    /// <summary>Calls it with arguments it takes. What is wrong with them is an error of the run, and null.</summary>
    public object? Call(IReadOnlyList<(string? Name, object? Value)> given, Place place)
    {
        var values = new object?[Parameters.Count];
        if (TakesMany) values[0] = given is [{ Value: null or IReadOnlyList<object?> } only] ? only.Value : given.Select(argument => argument.Value).ToList();
        else
            foreach (var (index, (name, value)) in given.Index())
                values[name is null ? index : Parameters.Index().First(parameter => parameter.Item.Name == name).Index] = value;
        foreach (var (index, parameter) in Parameters.Index())
        {
            var wasGiven = TakesMany || given.Any(argument => argument.Name == parameter.Name) || (index < given.Count && given[index].Name is null);
            if (!wasGiven || (values[index] is null && parameter.IsNullable)) continue;
            if (!parameter.Accepts(values[index]))
                return place.Error($"'{Name}' wants {parameter.Wanted} as its {parameter.Name}, not {Kind.Named(values[index])}");
            if (parameter.IsList) values[index] = Kind.AsList(values[index]);
            Pay(values[index], place.Run);
        }
        return Result(new(values, place));
    }

    object? Result(Given given)
    {
        try
        {
            var result = body(given);
            Pay(result, given.Place.Run);
            return result;
        }
        catch (Exception tooLarge) when (tooLarge is OverflowException or ArgumentOutOfRangeException)
        {
            return given.Place.Error("the result is too large");
        }
    }

    static void Pay(object? value, Run run)
    {
        if (value is string text) run.Characters(text.Length);
        else if (value is IReadOnlyList<object?> list) run.Step(list.Count);
    }
}

/// <summary>A call's place in the run, where its errors go.</summary>
readonly record struct Place(Run Run, Span At)
{
    public object? Error(string problem) => Run.Error(At, problem);
}

/// <summary>The arguments of one call, in the order the function declares them; one that was left out is null.</summary>
sealed record Given(object?[] Values, Place Place)
{
    public object? this[int index] => Values[index];

    public bool Has(int index) => index < Values.Length && Values[index] is not null;

    public decimal Number(int index) => (decimal)Values[index]!;

    public string Text(int index) => (string)Values[index]!;

    public IReadOnlyList<object?> List(int index) => (IReadOnlyList<object?>)Values[index]!;

    public object? Error(string problem) => Place.Error(problem);
}
