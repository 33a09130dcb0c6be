using System.Text.Json.Nodes;
using EkDwar.Cases.Registers;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Pdf;

namespace EkDwar.Delivering;

/// <summary>
/// Merges a case's answers into its service's certificate texts, in the state's language and in English. What the
/// citizen typed, or a register gave, stays byte for byte; in the paragraph it stands in bold.
/// </summary>
public sealed class CertificateWords(ServiceDefinition service, Answers answers, AnswerFacts facts, RegisterRecord? record = null)
{
    /// <summary>The key under which the code of a licence says its last day.</summary>
    public const string ValidUntil = "valid_until";

    /// <summary>What this certificate is called.</summary>
    public LocalText Title => service.Certificate.TitleFor(service, answers);

    /// <summary>The paragraph as runs, merged fields in bold.</summary>
    public IReadOnlyList<TextRun> Paragraph(LanguageCode language)
    {
        var runs = new List<TextRun>();
        var rest = service.Certificate.ParagraphFor(service, answers).In(language).AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open && rest[open..].IndexOf('}') is > 0 and var length)
        {
            if (open > 0) runs.Add(new(rest[..open].ToString()));
            runs.Add(new(Value(rest[(open + 1)..(open + length)].ToString(), language), IsBold: true));
            rest = rest[(open + length + 1)..];
        }
        if (rest.Length > 0) runs.Add(new(rest.ToString()));
        return runs;
    }

    /// <summary>What is stated in rows; of what was not asked or not answered there is none.</summary>
    public IReadOnlyList<CertificateFact> Rows(LanguageCode language) => [.. service.Certificate.Rows.Select(row => new CertificateFact(
        new(row.Label.In(language), row.Label.In(LanguageCode.English)),
        new(Value(row.Value, language), Value(row.Value, LanguageCode.English)))).Where(row => row.Value.Local.Length > 0)];

    /// <summary>The tables there is something for: a question that was not asked has none.</summary>
    public IReadOnlyList<PrintedTable> Tables(LanguageCode language) =>
        [.. service.Certificate.Tables.Select(table => Cells(table, language) is { } rows ? new PrintedTable(
            In(table.Title, language),
            [.. table.Columns.Select(column => new PrintedColumn(In(column.Label, language), column.Share))],
            rows) : null).OfType<PrintedTable>()];

    IReadOnlyList<IReadOnlyList<string>>? Cells(CertificateTable table, LanguageCode language)
    {
        if (table.Rows.StartsWith(CertificateTemplate.OfRecord, StringComparison.Ordinal))
            return record?.Rows(OfRecord(table.Rows), table.Columns.Select(column => column.Value), language);
        var asked = service.Question(table.Rows).Columns;
        return answers[table.Rows] is not { } rows ? null : [.. rows.AsArray().Select(row => (IReadOnlyList<string>)
            [.. table.Columns.Select(shown => row![shown.Value] is { } cell ? Cell(asked.First(column => column.Id == shown.Value), cell, language) : "")])];
    }

    /// <summary>What a cell says in the state's language and, where that is another word, in English.</summary>
    string Cell(Question column, JsonNode cell, LanguageCode language)
    {
        string Said(LanguageCode one) => string.Join(", ", QuestionType.Of(column).Format(column, cell, one, facts));
        var (local, english) = (Said(language), Said(LanguageCode.English));
        return local == english ? local : $"{local} / {english}";
    }

    static Bilingual In(LocalText text, LanguageCode language) => new(text.In(language), text.In(LanguageCode.English));

    RegisterField OfRecord(string name) => service.Instant?.Field(name[CertificateTemplate.OfRecord.Length..])
        ?? throw new InvalidOperationException($"the certificate of {service.Id} names '{name}', which no register gives");

    /// <summary>The facts of the QR payload: what the rows state, under short keys.</summary>
    public IReadOnlyList<PayloadFact> PayloadFacts(Validity? validity = null) => [.. service.Certificate.Rows.Where(row => row.Value != service.ApplicantName)
        .Select(row => new PayloadFact(row.Value, Value(row.Value, LanguageCode.English))).Where(fact => fact.Value.Length > 0),
        .. validity is { } days ? (PayloadFact[])[new(ValidUntil, LongDate.Of(days.Until, LanguageCode.English))] : []];

    public string HolderName(LanguageCode language) => Value(service.ApplicantName, language);

    string Value(string id, LanguageCode language)
    {
        if (id == CertificateTemplate.OfSanction && service.Sanction is { } sanction) return sanction.Minor(service.Questions, answers, facts.Today) is { } minor ? IndianNumber.Rupees(minor) : "";
        if (record is not null && id.StartsWith(CertificateTemplate.OfRecord, StringComparison.Ordinal)) return record.Show(OfRecord(id), language);
        if (CertificateTemplate.PlaceOf(id) is var (asked, kind)) return facts.AreaOf(answers.Text(asked), kind)?.Names.In(language) ?? "";
        var question = service.AllQuestions.FirstOrDefault(q => q.Id == id) ?? throw new InvalidOperationException($"the certificate of {service.Id} names '{id}', which is no question");
        if (answers[id] is not { } answer) return "";
        return question.Type switch
        {
            "document" when id == service.Certificate.Attaches => DocumentType.PaperOf(answer) is { } copied ? $"{copied.Pages}" : "",
            "name" => answer[language == LanguageCode.English ? "latin" : "local"]!.GetValue<string>(),
            "table" => IndianNumber.Rupees(question.Columns.Where(column => column.Type == "money").Sum(column => TableType.Total(answer, column.Id))),
            "choice" when answers.Text(question.Id) == "other" && answers.Text(id + "_other") is { } said => said,
            _ => string.Join(", ", QuestionType.Of(question).Format(question, answer, language, facts)),
        };
    }
}
