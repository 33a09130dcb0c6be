using EkDwar.Catalogue.Questions;

namespace EkDwar.Catalogue;

/// <summary>Of a test in a service's file: the stages its case passes, with what the test says the officers find there.</summary>
static class RehearsedPath
{
    public static IEnumerable<Surprise> Of(ServiceDefinition service, ServiceTest test, Answers answers, Terms terms, AnswerFacts facts)
    {
        var found = Answers.None;
        foreach (var question in service.Stages.SelectMany(stage => stage.Form?.Questions ?? []))
        {
            if (!test.Findings.TryGetValue(question.Id, out var written)) continue;
            var parsed = QuestionType.Of(question).Parse(question, TypedAnswer.Of(question, written), facts);
            if (parsed.IsDone) found = found.With(question.Id, parsed.Value);
            var problem = parsed.IsDone ? question.Broken(service.AllQuestions, answers.And(found), facts.Today) is null ? null : "it does not hold"
                : string.Join(", ", parsed.Refusals.Select(refusal => refusal.Code));
            if (problem is not null) yield return new("findings." + question.Id, "a finding", $"it is not accepted ({problem})");
        }
        if (test.Stages is not { } expected) yield break;
        var passed = new StagePath(service, terms, answers.And(found), []).Stages.Select(stage => stage.Id).ToList();
        if (!expected.SequenceEqual(passed)) yield return new("stages", string.Join(", ", expected), string.Join(", ", passed));
    }
}
