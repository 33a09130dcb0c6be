using System.Text.Json.Nodes;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Cases.OwnData;

/// <summary>Answers as they are given back: what was asked, how it reads, and the value itself. A paper is named by its files, never by its key.</summary>
public static class OwnAnswers
{
    public static JsonArray Of(ServiceDefinition service, Answers answers, AnswerFacts facts) =>
        [.. service.Questions.Where(question => answers.Has(question.Id)).Select(question => (JsonNode)Of(question, answers[question.Id], facts))];

    public static JsonObject Of(Question question, JsonNode? answer, AnswerFacts facts)
    {
        var json = new JsonObject
        {
            ["question"] = question.Id,
            ["asked"] = question.Label.In(facts.Language),
            ["reads"] = Lines(answer is null ? [] : QuestionType.Of(question).Format(question, answer, facts.Language, facts)),
        };
        if (question.Type != "document") json["value"] = answer?.DeepClone();
        return json;
    }

    public static IEnumerable<NamedPaper> Papers(ServiceDefinition service, Answers answers) =>
        DocumentType.PapersIn(service, answers).Select(given => new NamedPaper(given.Question.Id, given.Paper));

    public static JsonArray Lines(IEnumerable<string> lines) => [.. lines.Select(line => (JsonNode)line)];
}
