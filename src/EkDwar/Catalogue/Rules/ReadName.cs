namespace EkDwar.Catalogue.Rules;

/// <summary>
/// A name or path a rule takes from outside, such as <c>income.amount</c>, and where it does first: what a checker compares
/// with the questions there are. Inside a filter a bare name may be a column of what is filtered instead, and
/// <see cref="OrPath"/> says which: <c>income.source</c>, or <c>item.source</c> of what the rule made itself.
/// </summary>
public sealed record ReadName(string Path, string? OrPath = null, int Line = 1, int Column = 1)
{
    /// <summary>The first name of the path.</summary>
    public string Root => Path.Split('.')[0];

    public RuleFault Fault(string problem) => new(Line, Column, problem);
}
