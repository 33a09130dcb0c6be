using EkDwar.Catalogue.Rules.Parsing;

namespace EkDwar.Catalogue.Rules;

/// <summary>One evaluation under way: the steps it has left and the errors it has met.</summary>
sealed class Run(string text)
{
    const int MostErrors = 20, CharactersAStep = 100;

    readonly List<RuleFault> errors = [];
    int steps = Rule.MostSteps;

    public IReadOnlyList<RuleFault> Errors => errors;

    public void Step(int count = 1)
    {
        if (count > steps) throw new StepsUsedUpException();
        steps -= count;
    }

    /// <summary>Pays for text that is read or made, so that text cannot double itself without end.</summary>
    public void Characters(long count) => Step((int)Math.Min(count / CharactersAStep, int.MaxValue));

    /// <summary>An error is null.</summary>
    public object? Error(Span at, string problem)
    {
        var fault = RuleFault.At(text, at.Start, problem);
        if (errors.Count < MostErrors && !errors.Contains(fault)) errors.Add(fault);
        return null;
    }
}

/// <summary>Ends an evaluation that is too long. It never leaves the rule.</summary>
sealed class StepsUsedUpException : Exception;
