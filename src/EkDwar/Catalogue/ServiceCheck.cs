using EkDwar.Catalogue.Questions;

namespace EkDwar.Catalogue;

/// <summary>
/// What would fail only while a citizen or an officer waits, asked when the file is loaded: that what a service's file
/// names is there. Not whether what it says is the law.
/// </summary>
static class ServiceCheck
{
    static readonly string[] Kinds = ["working", "calendar", "unstated"];

    /// <summary>Each fault, and the text in the file near which it stands.</summary>
    public static IEnumerable<(string Near, string Problem)> Faults(ServiceDefinition service)
    {
        var asked = new HashSet<string>();
        foreach (var question in service.Questions)
        {
            foreach (var asks in question.Columns.Prepend(question).Where(one => !QuestionType.IsKnown(one.Type)))
                yield return ($"id: {asks.Id}", $"'{asks.Type}' is not a type of question");
            if (ConditionFault(question.When, asked) is { } fault) yield return ($"id: {question.Id}", fault);
            if (!asked.Add(question.Id)) yield return ($"id: {question.Id}", $"the question '{question.Id}' stands here twice");
        }
        if (!asked.Contains(service.ServedBy.Question)) yield return ("served_by:", $"served_by names '{service.ServedBy.Question}', which is not a question");
        if (!asked.Contains(service.ApplicantName)) yield return ("applicant_name:", $"applicant_name names '{service.ApplicantName}', which is not a question");
        if (!Kinds.Contains(service.Limit.Kind)) yield return ("limit:", $"a limit's kind is one of {string.Join(", ", Kinds)}");
        if (service.Limit.Days is < 1 or > 3650) yield return ("limit:", "a limit is 1 to 3650 days");
        if (service.Stages.Count == 0) yield return ("stages:", "a service needs at least one stage");
    }

    static string? ConditionFault(string when, HashSet<string> asked)
    {
        try
        {
            return Condition.Parse(when) is { } condition && !asked.Contains(condition.Question) ? $"'{condition.Question}' is not a question before this one" : null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }
}
