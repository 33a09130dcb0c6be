using EkDwar.Catalogue.Questions;

namespace EkDwar.Catalogue;

/// <summary>Whether somebody can get a service: yes, no, or perhaps, because it depends on what was not told.</summary>
public enum Chance
{
    Yes,
    Perhaps,
    No,
}

/// <summary>
/// What can be said of one service for somebody who told some answers: the conditions that do not hold whatever the rest is,
/// and the questions on which the others depend. Advice; the officer decides.
/// </summary>
public sealed record Prospect(ServiceDefinition Service, IReadOnlyList<EligibilityRule> NotMet, IReadOnlyList<Question> DependsOn)
{
    public Chance Chance => NotMet.Count > 0 ? Chance.No : DependsOn.Count > 0 ? Chance.Perhaps : Chance.Yes;

    public static Prospect Of(ServiceDefinition service, Answers answers, DateOnly today)
    {
        var known = new Supposition(service.Questions, answers, today);
        var notMet = new List<EligibilityRule>();
        var open = new HashSet<Question>();
        foreach (var condition in service.Eligibility)
        {
            var holds = condition.Holds(known);
            if (holds is false) notMet.Add(condition);
            else if (holds is null) open.UnionWith(condition.Undecided(known, service.Questions));
        }
        return new(service, notMet, [.. service.Questions.Where(open.Contains)]);
    }
}
