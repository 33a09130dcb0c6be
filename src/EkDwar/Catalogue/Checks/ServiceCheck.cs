using EkDwar.Foundation;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// What a service file must say before a case can live by it, beyond being readable; one method or class for each topic.
/// Asked before a service is published, not of what was published before. Whether there are offices for it is not asked
/// here: a service does not know who sits where.
/// </summary>
public static class ServiceCheck
{
    /// <summary>Collects every fault in the sheet. The state's own language is null where nobody says which it is.</summary>
    public static void Run(Sheet<ServiceDefinition> sheet, LanguageCode? own)
    {
        if (!sheet.IsReadable) return;
        HeadCheck.Run(sheet);
        FeeCheck.Run(sheet);
        var reach = new QuestionCheck(sheet).Run();
        new PartyCheck(sheet, reach).Run();
        SlabCheck.Run(sheet, reach);
        BodyCheck.Run(sheet);
        TierCheck.Run(sheet);
        ExtraDaysCheck.Run(sheet);
        InstantCheck.Run(sheet);
        StageCheck.Run(sheet, reach);
        FormCheck.Run(sheet);
        LicenceCheck.Run(sheet);
        SanctionCheck.Run(sheet, reach);
        RoughDateCheck.Run(sheet);
        KeepCheck.Run(sheet);
        Waiting(sheet);
        CertificateCheck.Run(sheet, own);
        MessageCheck.Run(sheet);
        DeemedCheck.Run(sheet);
        TextCheck.Run(sheet, own);
    }

    static void Waiting(Sheet<ServiceDefinition> sheet)
    {
        var service = sheet.Value;
        CloseRuleCheck.Run(sheet, service.CloseAfter);
        foreach (var rule in service.CloseAfter)
        {
            sheet.Needs(rule.Cause != CloseRule.Consent || service.Parties.Count > 0, rule, "cause", "nobody's consent is asked here", "take the rule out, or write 'parties'");
            sheet.Needs(rule.Cause != CloseRule.Fee || service.Fee.IsCharged, rule, "cause", "nothing is paid here", "take the rule out, or write the heads of a 'fee'");
            sheet.Needs(rule.Cause != CloseRule.Papers || service.Questions.Exists(question => question.Type == "document"), rule, "cause", "no paper is asked for here", "take the rule out");
        }
    }

    /// <summary>Words by which the parts of a list are told apart: each there, each once, each fit to stand in a rule or an address.</summary>
    internal static void Named<T>(this Sheet<ServiceDefinition> sheet, IReadOnlyList<T> parts, Func<T, string> name, string key) where T : class
    {
        var first = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var called = name(part);
            if (!sheet.Needs(called.Length > 0, part, key, $"this has no '{key}'", "give it one of its own, in small letters with underscores, such as income_proof")) continue;
            if (!sheet.Needs(called.All(IsPlain) && !(key == "id" && char.IsAsciiDigit(called[0])), part, key, $"{FileFaults.Quote(called)} is no '{key}'", "use letters, digits and underscores")) continue;
            if (!first.TryAdd(called, part))
                sheet.Needs(false, part, key, $"{FileFaults.Quote(called)} stands in line {sheet.At(first[called], key).Line} already", $"give each a '{key}' of its own, or take one out");
        }
    }

    // No dash: dashes part the names of a form's fields.
    static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
