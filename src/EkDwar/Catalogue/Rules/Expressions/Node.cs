using EkDwar.Catalogue.Rules.Parsing;

namespace EkDwar.Catalogue.Rules.Expressions;

/// <summary>One part of a rule, with its own parts: what it is worth under the names it can see.</summary>
abstract class Node(Span at)
{
    public Span At { get; } = at;

    /// <summary>Why this part can only come to null, whatever the names are; null when it may come to more.</summary>
    public virtual string? Fault => null;

    /// <summary>The parts directly inside, in the order they are written.</summary>
    public virtual IEnumerable<Node> Parts => [];

    public object? Value(Run run, Scope scope)
    {
        run.Step();
        return Evaluate(run, scope);
    }

    /// <summary>The part itself and all inside it.</summary>
    public IEnumerable<Node> WithParts()
    {
        var pending = new Stack<Node>([this]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var part in node.Parts.Reverse()) pending.Push(part);
        }
    }

    protected abstract object? Evaluate(Run run, Scope scope);
}
