using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// Everything a person reads is there in the state's own language and in English. Another language is welcome and need not
/// be whole: what lacks it is shown in English, so the file gets one remark for each such language. A certificate is
/// written in the two languages alone.
/// </summary>
static class TextCheck
{
    public static void Run(Sheet<ServiceDefinition> sheet, LanguageCode? own)
    {
        var needed = (own is { } language && language != LanguageCode.English ? new[] { language, LanguageCode.English } : [LanguageCode.English]).Select(code => code.Code).ToList();
        var texts = sheet.Texts.ToList();
        foreach (var (key, text) in texts)
        {
            foreach (var code in needed)
                sheet.Needs(text.ContainsKey(code), text, code, $"'{key}' has no '{code}'", $"write {code}: and the text");
            foreach (var (code, words) in text)
                sheet.Needs(!string.IsNullOrWhiteSpace(words), text, code, $"'{key}' is empty in '{code}'", "write the text, or take the line out");
        }
        var certificate = Certificate(sheet.Value.Certificate);
        var elsewhere = texts.Where(one => !certificate.Contains(one.Text)).ToList();
        foreach (var other in LanguageCode.All.Select(code => code.Code).Except(needed)) Partly(sheet, elsewhere, other);
    }

    static void Partly(Sheet<ServiceDefinition> sheet, List<(string Key, LocalText Text)> texts, string language)
    {
        var lacking = texts.Where(one => !one.Text.ContainsKey(language)).ToList();
        if (lacking.Count == 0 || lacking.Count == texts.Count) return;
        sheet.Faults.Remark(sheet.At(lacking[0].Text), $"{lacking.Count} of {texts.Count} texts have no '{language}', this '{lacking[0].Key}' first",
            "write it, or leave it: its readers see English there");
    }

    static HashSet<object> Certificate(CertificateTemplate certificate) =>
        new([certificate.Title, certificate.Paragraph, certificate.Validity, .. certificate.Variants.SelectMany(variant => (LocalText[])[variant.Title, variant.Paragraph]), .. certificate.Rows.Select(row => row.Label),
            .. certificate.Tables.SelectMany(table => table.Columns.Select(column => column.Label).Prepend(table.Title))], ReferenceEqualityComparer.Instance);
}
