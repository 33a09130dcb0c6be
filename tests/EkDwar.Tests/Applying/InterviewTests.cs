using System.Text.Json.Nodes;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;

namespace EkDwar.Tests.Applying;

public class An_answer_that_is_changed
{
    static readonly ServiceDefinition Service = new()
    {
        Questions =
        [
            new() { Id = "has_land", Type = "yes_no" }, new() { Id = "kind", Type = "text", When = "has_land" },
            new() { Id = "area", Type = "number", When = "kind = \"own\"" }, new() { Id = "name", Type = "text" },
        ],
    };

    [Theory]
    [InlineData("has_land", "no", """{"has_land":"no","name":"x"}""")]
    [InlineData("has_land", "yes", """{"has_land":"yes","kind":"own","area":2,"name":"x"}""")]
    [InlineData("kind", "rented", """{"has_land":"yes","kind":"rented","name":"x"}""")]
    public void takes_with_it_all_that_it_led_to_and_nothing_else(string id, string said, string left)
    {
        var before = Answers.Parse("""{"has_land":"yes","kind":"own","area":2,"name":"x"}""");
        var answers = Interview.Accept(Service, before, Service.Question(id), new(new Dictionary<string, string> { [""] = said }), AnswerFacts.WithoutPlaces(new(2026, 8, 1)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(left), JsonNode.Parse(answers.Value!.ToText())), answers.Value.ToText());
    }
}
