using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// What a certificate names was asked. In its paragraph a question that is not asked of everybody would leave a hole in a
/// sentence; a row of its table may stay empty. Both languages must state the same.
/// </summary>
static class CertificateCheck
{
    const int MostColumns = 9, MostShares = 12;

    public static void Run(Sheet<ServiceDefinition> sheet, LanguageCode? own)
    {
        var (service, certificate) = (sheet.Value, sheet.Value.Certificate);
        if (!sheet.Needs(sheet.Holds(certificate), service, "certificate", "a certificate is needed", "write 'certificate:' with 'title:' and 'paragraph:'")) return;
        sheet.Needs(certificate.Title.Count > 0, certificate, "title", "the certificate has no title", "write it in the state's language and in English");
        sheet.Needs(certificate.Paragraph.Count > 0, certificate, "paragraph", "the certificate has no paragraph", "write what it certifies, with {name} where an answer goes");
        foreach (var variant in certificate.Variants) Varied(sheet, variant);
        foreach (var paragraph in Paragraphs(service))
            if (paragraph.Keys.Select(language => Merged(sheet, paragraph, language)).ToList().TrueForAll(isKnown => isKnown)) Same(sheet, paragraph, own);
        foreach (var text in (LocalText[])[certificate.Title, certificate.Validity, .. certificate.Variants.Select(variant => variant.Title)])
            foreach (var (language, words) in text)
                sheet.Needs(!words.Contains('{'), text, language, "braces are filled in only in the paragraph", "write this without");
        foreach (var row in certificate.Rows)
        {
            sheet.Needs(row.Label.Count > 0, row, "label", "this row has no label", "write it in the state's language and in English");
            Shown(sheet, row.Value, (problem, mend) => sheet.Needs(false, row, "value", problem, mend));
        }
        foreach (var table in certificate.Tables) Tabled(sheet, table);
        if (certificate.IsCopy) Attached(sheet, service);
    }

    /// <summary>All that a certificate of this service may say, of whichever case.</summary>
    internal static IEnumerable<LocalText> Paragraphs(ServiceDefinition service) => service.Certificate.Variants.Select(variant => variant.Paragraph).Where(paragraph => paragraph.Count > 0).Prepend(service.Certificate.Paragraph);

    static void Varied(Sheet<ServiceDefinition> sheet, CertificateVariant variant)
    {
        sheet.Needs(variant.Title.Count + variant.Paragraph.Count > 0, variant, "title", "this variant says nothing of its own", "write a title or a paragraph, or take it out");
        if (sheet.Needs(variant.When != "", variant, "when", "a rule is needed", "write 'when:' and of which cases this is the certificate"))
            new RuleCheck(sheet).Run(variant, "when", variant.When, sheet.Value.AllQuestions, "a question of this service");
    }

    /// <summary>The record that a copy shows: given by an officer, of every case, before it is granted.</summary>
    static void Attached(Sheet<ServiceDefinition> sheet, ServiceDefinition service)
    {
        var (certificate, called) = (service.Certificate, FileFaults.Quote(service.Certificate.Attaches));
        void Needs(bool holds, string problem, string mend) => sheet.Needs(holds, certificate, "attaches", problem, mend);
        List<Question> found = [.. service.AllQuestions.Skip(service.Questions.Count)];
        if (found.Find(question => question.Id == certificate.Attaches) is not { } record)
        {
            if (service.Questions.Exists(question => question.Id == certificate.Attaches)) Needs(false, $"{called} is asked of the applicant: a copy shows what the office has", "name a question of type 'document' of an officer's form");
            else Needs(false, $"{called} is not collected at any stage before the decision", Nearest.Mend(certificate.Attaches, [.. found.Where(question => question.Type == "document").Select(question => question.Id)]));
            return;
        }
        Needs(record.Type == "document", $"{called} is of type '{record.Type}', so it has no pages", "name a finding of type 'document'");
        Needs(record.When == "" && !record.Optional && !IsFoundOfSome(service, record), $"{called} is not collected in every case, so some would be granted without the record", "ask for it, without 'when' or 'optional', at a stage every case comes to");
        Needs(service.Deemed?.IsGrant != true, $"granted by silence, nobody would have given {called}", "take 'deemed' out, or 'attaches'");
    }

    /// <summary>A table shows rows of the record or of a question, and of them columns there are.</summary>
    static void Tabled(Sheet<ServiceDefinition> sheet, CertificateTable table)
    {
        var tables = sheet.Value.Instant?.Gives.Where(field => field.Type == RegisterField.Table)
            .ToDictionary(field => CertificateTemplate.OfRecord + field.Id, field => field.Columns.Select(column => column.Id).ToArray()) ?? [];
        foreach (var question in sheet.Value.Questions.Where(question => question.Type == "table")) tables.TryAdd(question.Id, [.. question.Columns.Select(column => column.Id)]);
        sheet.Needs(table.Title.Count > 0, table, "title", "this table has no title", "write it in the state's language and in English");
        sheet.Needs(table.Columns.Count is > 0 and <= MostColumns, table, "columns", $"a table has from 1 to {MostColumns} columns", "write those a reader needs");
        var what = sheet.Value.Instant is null ? "is no question of type 'table'" : "is no table that the register gives";
        sheet.Needs(tables.TryGetValue(table.Rows, out var columns), table, "rows", $"{FileFaults.Quote(table.Rows)} {what}", $"{Nearest.Mend(table.Rows, [.. tables.Keys])}");
        foreach (var column in table.Columns)
        {
            sheet.Needs(column.Label.Count > 0, column, "label", "this column has no label", "write it in the state's language and in English");
            sheet.Needs(column.Share is > 0 and <= MostShares, column, "share", $"a column's share is from 1 to {MostShares}", "write 2 for one twice as wide as others");
            if (columns is not null)
                sheet.Needs(columns.Contains(column.Value), column, "value", $"{FileFaults.Quote(column.Value)} is no column of '{table.Rows.Replace(CertificateTemplate.OfRecord, "")}'", $"{Nearest.Mend(column.Value, columns)}");
        }
    }

    /// <summary>Each name in braces of one language's paragraph, at its own place.</summary>
    static bool Merged(Sheet<ServiceDefinition> sheet, LocalText paragraph, string language)
    {
        var areKnown = true;
        foreach (var (name, at) in Fields(paragraph[language]))
        {
            void Wrong(string problem, string mend)
            {
                areKnown = false;
                sheet.Faults.Add(sheet.Inside(paragraph, language, 1, at + 1), problem, mend);
            }
            if (name is null) Wrong("this brace has no other", "write a question's id in {braces}");
            else if (Shown(sheet, name, Wrong) is { } asked && (asked.When != "" || asked.Optional || IsFoundOfSome(sheet.Value, asked)))
                Wrong($"{FileFaults.Quote(name)} is not asked of everybody, so the sentence may have a hole here", "name a question without 'when' or 'optional', or make it a row of the table");
        }
        return areKnown;
    }

    /// <summary>Whether it is found at a stage to which not every case comes.</summary>
    static bool IsFoundOfSome(ServiceDefinition service, Question question) =>
        service.Stages.FindIndex(stage => stage.Form?.Questions.Contains(question) == true) is >= 0 and var at && (service.Stages[at].When != "" || service.Stages[..at].Exists(stage => stage.IsEnd));

    static void Same(Sheet<ServiceDefinition> sheet, LocalText paragraph, LanguageCode? own)
    {
        if (own is not { } language || !paragraph.TryGetValue(language.Code, out var local) || !paragraph.TryGetValue("en", out var english)) return;
        var stated = Fields(local).Select(field => field.Name).ToHashSet();
        if (Fields(english).FirstOrDefault(field => !stated.Contains(field.Name)).Name is { } more) Lacks(sheet, paragraph, language.Code, more);
        stated = [.. Fields(english).Select(field => field.Name)];
        if (Fields(local).FirstOrDefault(field => !stated.Contains(field.Name)).Name is { } less) Lacks(sheet, paragraph, "en", less);
    }

    static void Lacks(Sheet<ServiceDefinition> sheet, LocalText paragraph, string language, string name) => sheet.Needs(false, paragraph, language,
        $"the paragraph in '{language}' does not state {{{name}}}, which the other language does", "state the same in both");

    /// <summary>The question of this name; null, after telling, when there is none that a certificate can show.</summary>
    static Question? Shown(Sheet<ServiceDefinition> sheet, string name, Action<string, string> wrong)
    {
        List<Question> questions = [.. sheet.Value.AllQuestions];
        if (sheet.Value.Instant is { } instant && name.StartsWith(CertificateTemplate.OfRecord, StringComparison.Ordinal))
        {
            if (instant.Field(name[CertificateTemplate.OfRecord.Length..]) is not { } given || given.Type == RegisterField.Table)
                wrong($"{FileFaults.Quote(name)} is no value that the register gives", Nearest.Mend(name, [.. instant.Gives.Where(field => field.Type != RegisterField.Table).Select(field => CertificateTemplate.OfRecord + field.Id)]));
        }
        else if (name == CertificateTemplate.OfSanction && sheet.Value.Sanction is not null) return null;
        else if (CertificateTemplate.PlaceOf(name) is var (place, _) && questions.Find(question => question.Id == place) is { } where)
        {
            if (where.Type == "place") return where;
            wrong($"{FileFaults.Quote(place)} is no place, so it lies in none", "name a question of type place before the dot");
        }
        else if (questions.Find(question => question.Id == name) is not { } asked) wrong($"{FileFaults.Quote(name)} is not a question of this service", Nearest.Mend(name, [.. questions.Select(question => question.Id)]));
        else if (asked is { Type: "table", Columns.Count: > 0 } && asked.Columns.TrueForAll(column => QuestionCheck.IsCell(column) && column.Type != "money"))
            wrong($"{FileFaults.Quote(name)} has no column of money, of which a certificate shows the sum", "name another question");
        else return asked;
        return null;
    }

    /// <summary>The kinds of place that paragraph and rows name of a question's answer.</summary>
    internal static IEnumerable<string> KindsOf(ServiceDefinition service, string question) => Paragraphs(service).SelectMany(paragraph => paragraph.Values).SelectMany(Fields).Select(field => field.Name ?? "")
        .Concat(service.Certificate.Rows.Select(row => row.Value)).Select(CertificateTemplate.PlaceOf).OfType<(string Question, string Kind)>().Where(place => place.Question == question).Select(place => place.Kind).Distinct();

    static IEnumerable<(string? Name, int At)> Fields(string words)
    {
        for (var open = words.IndexOf('{'); open >= 0; open = words.IndexOf('{', open + 1))
        {
            var close = words.IndexOf('}', open);
            yield return (close < 0 ? null : words[(open + 1)..close], open);
        }
    }
}
