using EkDwar.Catalogue.Rules.Parsing;

namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>One part of a rule, with its own parts: what it is worth under the names it can see.</summary>
abstract class Node(Span at)
{
    public Span At { get; } = at;

    /// <summary>The parts directly inside, in the order they are written.</summary>
    public virtual IEnumerable<Node> Parts => [];

    public object? Value(Run run, Scope scope)
    {
        run.Step();
        return Evaluate(run, scope);
    }

    /// <summary>The part itself and all inside it.</summary>
    public IEnumerable<Node> WithParts() => Parts.SelectMany(part => part.WithParts()).Prepend(this);

    protected abstract object? Evaluate(Run run, Scope scope);
}
