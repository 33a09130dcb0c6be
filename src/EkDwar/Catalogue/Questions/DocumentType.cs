using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A paper that proves something: any one of the options, already stored, or "I will bring it later", which the
/// acknowledgement then lists as missing. The keys of its files stand in the answer, so it is erased with the case. On an
/// officer's form it is the one paper the form asks for, of which there are no kinds.
/// </summary>
public sealed class DocumentType : QuestionType
{
    /// <summary>The answer of a paper that is still to come.</summary>
    public static JsonObject Later => new() { ["later"] = true };

    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw["later"] == "yes") return Later;
        if (raw["file"].Length == 0) return new Refusal("files.empty", "file");
        if (question.Options.Count == 0) return GivenPaper.Of("", raw).ToJson();
        if (question.Option(raw["kind"]) is not { } kind) return new Refusal("questions.paper_kind_needed", "kind");
        return GivenPaper.Of(kind.Code, raw).ToJson();
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts)
    {
        if (PaperOf(answer) is not { } paper) return [Texts.Get(language, "questions.paper_later")];
        var kind = question.Option(paper.Kind)?.Names.In(language) ?? "";
        if (paper.Issued is { } issued) return [Texts.Get(language, "questions.paper_issued_here", ("paper", kind), ("number", issued.Number), ("date", LongDate.Of(issued.On, language)))];
        return paper.Parts is [var one]
            ? [Said(kind, $"{one.Format.ToUpperInvariant()}, {Math.Max(1, one.Length / 1024)} KB")]
            : [Said(kind, Texts.Get(language, "questions.paper_pages", ("count", $"{paper.Pages}")))];
    }

    static string Said(string kind, string size) => kind.Length == 0 ? size : $"{kind} ({size})";

    /// <summary>Whether the paper is given, and which kind it is, null while it is to come. Rules see neither file nor key.</summary>
    public override object? Value(Question question, JsonNode answer) =>
        new Context { ["given"] = PaperOf(answer) is not null, ["kind"] = PaperOf(answer)?.Kind };

    public override string FirstPart(Question question) => "file";

    public override IEnumerable<string> Codes(JsonNode answer) => PaperOf(answer) is { } paper ? [paper.Kind] : [];

    public override IEnumerable<string> Members(Question question) => ["given", "kind"];

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer) =>
        PaperOf(answer)?.Typed() ?? new Dictionary<string, string> { ["later"] = "yes" };

    /// <summary>The stored paper of an answer; null when it will be brought later, or when the answer is no paper at all.</summary>
    public static GivenPaper? PaperOf(JsonNode? answer) => answer is JsonObject paper && paper["file"] is not null ? GivenPaper.Of(paper) : null;

    /// <summary>The papers among these answers, or findings, in the order they are asked for.</summary>
    public static IEnumerable<(Question Question, GivenPaper Paper)> PapersIn(ServiceDefinition service, Answers answers) =>
        from question in service.AllQuestions
        where question.Type == "document"
        let paper = PaperOf(answers[question.Id])
        where paper is not null
        select (question, paper);
}
