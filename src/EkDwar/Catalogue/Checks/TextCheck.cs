using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// Everything a person reads is there in the state's own language and in English, and so are the words by which people look
/// for the service. Another language of the house is welcome and need not be there: what lacks it is shown in English, so
/// the file gets one remark for each such language. A certificate is written in the two languages alone.
/// </summary>
static class TextCheck
{
    public static void Run(Sheet<ServiceDefinition> sheet, LanguageCode? own)
    {
        var service = sheet.Value;
        var needed = (own is { } language && language != LanguageCode.English ? new[] { language, LanguageCode.English } : [LanguageCode.English]).Select(code => code.Code).ToList();
        sheet.Needs(service.Summary.Count > 0, service, "summary", "a summary is needed", "write in a sentence or two what it is and what it is for");
        sheet.Needs(service.Synonyms.Count > 0, service, "synonyms", "synonyms are needed", "write the words by which people look for it, of each language a list");
        var texts = sheet.Texts.ToList();
        foreach (var (key, text) in texts) Complete(sheet, key, text, needed, words => !string.IsNullOrWhiteSpace(words));
        if (service.Synonyms.Count > 0) Complete(sheet, "synonyms", service.Synonyms, needed, words => words.Count > 0 && words.TrueForAll(word => !string.IsNullOrWhiteSpace(word)));
        var certificate = Certificate(service.Certificate);
        List<(string Key, object Owner, Func<string, bool> Has)> elsewhere = [.. texts.Where(one => !certificate.Contains(one.Text)).Select(one => (one.Key, (object)one.Text, (Func<string, bool>)one.Text.ContainsKey))];
        if (service.Synonyms.Count > 0) elsewhere.Add(("synonyms", service.Synonyms, service.Synonyms.ContainsKey));
        foreach (var other in LanguageCode.All.Select(code => code.Code).Except(needed)) Lacking(sheet, elsewhere, other);
    }

    static void Complete<T>(Sheet<ServiceDefinition> sheet, string key, IReadOnlyDictionary<string, T> said, List<string> needed, Func<T, bool> isSaid)
    {
        foreach (var code in needed)
            sheet.Needs(said.ContainsKey(code), said, code, $"'{key}' has no '{code}'", $"write {code}: and the text");
        foreach (var (code, words) in said)
            sheet.Needs(isSaid(words), said, code, $"'{key}' is empty in '{code}'", "write the text, or take the line out");
    }

    static void Lacking(Sheet<ServiceDefinition> sheet, List<(string Key, object Owner, Func<string, bool> Has)> texts, string language)
    {
        var lacking = texts.FindAll(one => !one.Has(language));
        if (lacking.Count == 0) return;
        var isWhole = lacking.Count == texts.Count;
        sheet.Faults.Remark(sheet.At(lacking[0].Owner), isWhole ? $"no text has '{language}'" : $"{lacking.Count} of {texts.Count} texts have no '{language}', this '{lacking[0].Key}' first",
            "write it, or leave it: its readers see English there");
    }

    internal static HashSet<object> Certificate(CertificateTemplate certificate) =>
        new([certificate.Title, certificate.Paragraph, certificate.Validity, .. certificate.Variants.SelectMany(variant => (LocalText[])[variant.Title, variant.Paragraph]), .. certificate.Rows.Select(row => row.Label),
            .. certificate.Tables.SelectMany(table => table.Columns.Select(column => column.Label).Prepend(table.Title))], ReferenceEqualityComparer.Instance);
}
