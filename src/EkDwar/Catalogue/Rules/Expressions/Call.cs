using EkDwar.Catalogue.Rules.Functions;
using EkDwar.Catalogue.Rules.Parsing;

namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>
/// A call of a built-in function, its arguments in order or by name. A call that fits no function is not a fault of
/// grammar: as DMN has it, it comes to null with an error, and a checker finds it beforehand in <see cref="Fault"/>.
/// </summary>
sealed class Call : Node
{
    readonly IReadOnlyList<Argument> arguments;
    readonly Function? function;

    public Call(Span at, string name, IReadOnlyList<Argument> arguments) : base(at)
    {
        (Name, this.arguments) = (name, arguments);
        (function, Fault) = BuiltIn.Find(name, arguments);
    }

    public string Name { get; }

    public IReadOnlyList<Argument> Arguments => arguments;

    public override string? Fault { get; }

    public override IEnumerable<Node> Parts => arguments.Select(argument => argument.Value);

    protected override object? Evaluate(Run run, Scope scope)
    {
        if (function is null) return run.Error(At, Fault!);
        var given = arguments.Select(argument => (argument.Name, argument.Value.Value(run, scope))).ToList();
        return function.Call(given, new(run, At));
    }
}

/// <summary>An argument, by name where it has one.</summary>
sealed record Argument(string? Name, Node Value);
