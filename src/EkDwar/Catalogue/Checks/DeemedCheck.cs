using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>A deemed outcome is one of two, rests on a section that is cited, and needs nothing that only an officer can work out.</summary>
static class DeemedCheck
{
    public static readonly string[] Outcomes = [DeemedRule.Granted, DeemedRule.Refused];

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var service = sheet.Value;
        if (service.Deemed is not { } deemed) return;
        sheet.Needs(Outcomes.Contains(deemed.Outcome), deemed, "outcome", $"{FileFaults.Quote(deemed.Outcome)} is no outcome", $"{Nearest.Mend(deemed.Outcome, Outcomes)}");
        sheet.Needs(deemed.Section.Count > 0, deemed, "section", "a deemed outcome rests on a section of a law", "write act and section, in the state's language and in English");
        sheet.Needs(deemed.Source != "", deemed, "source", "where that law can be read is needed", "write its address, or 'example' where it is none");
        sheet.Needs(service.Instant is null, deemed, "outcome", "what a register gives at once is not deemed", "take 'instant' out, or 'deemed'");
        sheet.Needs(!deemed.IsGrant || service.Sanction is null && service.ProvesLife == "", deemed, "outcome", "no law sanctions an amount, or proves a life, by silence", "take 'deemed' out");
        sheet.Needs(!deemed.IsGrant || service.Fee.Pay != FeeRule.AfterAssessment, deemed, "outcome", "granted by silence, nobody has assessed the fee", "take 'deemed' out, or write 'pay: at_submission'");
        if (!deemed.IsGrant) return;
        // Nobody may have found anything by then: a sentence with a hole would be certified.
        var findings = service.AllQuestions.Skip(service.Questions.Count).Select(question => $"{{{question.Id}}}").ToList();
        foreach (var (paragraph, language, words) in CertificateCheck.Paragraphs(service).SelectMany(one => one.Select(text => (one, text.Key, text.Value))))
            if (findings.Find(name => words.Contains(name, StringComparison.Ordinal)) is { } hole)
                sheet.Needs(false, paragraph, language, $"deemed granted, the certificate would lack {hole}, which an officer finds", "make it a row of the table");
    }
}
