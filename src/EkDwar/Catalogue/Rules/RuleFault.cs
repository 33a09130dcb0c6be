namespace EkDwar.Catalogue.Rules;

/// <summary>What is wrong with a rule, or with one evaluation of it: a plain sentence, and where in the rule, both from 1.</summary>
public readonly record struct RuleFault(int Line, int Column, string Problem)
{
    public override string ToString() => $"line {Line}, column {Column}: {Problem}";

    /// <summary>The fault at an offset of the rule's text.</summary>
    internal static RuleFault At(string text, int offset, string problem)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return new(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), problem);
    }
}

/// <summary>A text that is no rule.</summary>
public sealed class RuleException(RuleFault fault) : FormatException(fault.ToString())
{
    public RuleFault Fault { get; } = fault;
}
