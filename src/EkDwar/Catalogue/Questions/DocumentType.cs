using System.Globalization;
using System.Text.Json.Nodes;
using EkDwar.Catalogue.Rules.Values;
using EkDwar.Foundation.Files;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Secrets;

namespace EkDwar.Catalogue.Questions;

/// <summary>
/// A paper that proves something: any one of the options, already stored, or "I will bring it later", which the
/// acknowledgement then lists as missing. The paper's own key stands in the answer, so it is erased with the case.
/// </summary>
public sealed class DocumentType : QuestionType
{
    public override Outcome<JsonNode> Parse(Question question, RawAnswer raw, AnswerFacts facts)
    {
        if (raw["later"] == "yes") return new JsonObject { ["later"] = true };
        if (raw["file"].Length == 0) return new Refusal("files.empty", "file");
        if (question.Option(raw["kind"]) is not { } kind) return new Refusal("questions.paper_kind_needed", "kind");
        var paper = new JsonObject
        {
            ["kind"] = kind.Code, ["file"] = raw["file"], ["key"] = raw["key"], ["format"] = raw["format"], ["length"] = long.Parse(raw["length"]),
        };
        if (raw["certificate"].Length > 0) (paper["certificate"], paper["issued_on"]) = (raw["certificate"], raw["issued_on"]);
        return paper;
    }

    public override IReadOnlyList<string> Format(Question question, JsonNode answer, LanguageCode language, AnswerFacts facts) =>
        IssuedHere(answer) is { } certificate
            ? [Texts.Get(language, "questions.paper_issued_here", ("paper", question.Option(PaperOf(answer)!.Kind)?.Names.In(language) ?? ""), ("number", certificate.Number), ("date", LongDate.Of(certificate.On, language)))]
            : PaperOf(answer) is { } paper
            ? [$"{question.Option(paper.Kind)?.Names.In(language)} ({paper.Format.ToUpperInvariant()}, {Math.Max(1, paper.Length / 1024)} KB)"]
            : [Texts.Get(language, "questions.paper_later")];

    /// <summary>Whether the paper is given, and which kind it is, null while it is to come. Rules see neither file nor key.</summary>
    public override object? Value(Question question, JsonNode answer) =>
        new Context { ["given"] = PaperOf(answer) is not null, ["kind"] = PaperOf(answer)?.Kind };

    public override string FirstPart(Question question) => "file";

    public override IEnumerable<string> Codes(JsonNode answer) => PaperOf(answer) is { } paper ? [paper.Kind] : [];

    public override IEnumerable<string> Members(Question question) => ["given", "kind"];

    public override IReadOnlyDictionary<string, string> Typed(Question question, JsonNode answer)
    {
        if (PaperOf(answer) is not { } paper) return new Dictionary<string, string> { ["later"] = "yes" };
        var typed = new Dictionary<string, string>
        {
            ["kind"] = paper.Kind, ["file"] = paper.File, ["key"] = paper.Key, ["format"] = paper.Format, ["length"] = paper.Length.ToString(),
        };
        if (IssuedHere(answer) is { } certificate)
            (typed["certificate"], typed["issued_on"]) = (certificate.Number, certificate.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return typed;
    }

    /// <summary>Number and day of the certificate of this house that serves as the paper; null where it is any other.</summary>
    public static (string Number, DateOnly On)? IssuedHere(JsonNode? answer) => answer is JsonObject paper && paper["certificate"] is { } number
        ? (number.GetValue<string>(), DateOnly.ParseExact(paper["issued_on"]!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture))
        : null;

    /// <summary>The stored paper of an answer; null when it will be brought later, or when the answer is no paper at all.</summary>
    public static GivenPaper? PaperOf(JsonNode? answer) => answer is JsonObject paper && paper["file"] is { } file
        ? new(paper["kind"]!.GetValue<string>(), file.GetValue<string>(), paper["key"]!.GetValue<string>(),
            paper["format"]!.GetValue<string>(), paper["length"]!.GetValue<long>())
        : null;
}

/// <summary>A stored paper: which kind of proof, where its ciphertext is, and the key it is sealed under.</summary>
public sealed record GivenPaper(string Kind, string File, string Key, string Format, long Length)
{
    /// <summary>What every stored paper is bound to.</summary>
    public static byte[] Context => Sealing.Context("paper");

    public string MediaType => Format switch { "jpg" => "image/jpeg", "png" => "image/png", _ => "application/pdf" };

    /// <summary>The paper as it was cleaned and kept.</summary>
    public byte[] Read(FileStore files) => files.Read(File, Convert.FromBase64String(Key), Context);
}
