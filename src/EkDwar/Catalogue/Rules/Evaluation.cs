namespace EkDwar.Catalogue.Rules;

/// <summary>
/// What a rule came to. As DMN has it, an error makes null, and the evaluation goes on; each error is told beside the
/// value, for whoever wrote the rule. A citizen never reads them.
/// </summary>
public sealed record Evaluation(object? Value, IReadOnlyList<RuleFault> Errors)
{
    /// <summary>Whether the rule came to true: neither false, nor null, nor anything else.</summary>
    public bool Holds => Value is true;
}
