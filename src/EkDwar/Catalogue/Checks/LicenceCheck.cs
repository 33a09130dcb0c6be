using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>A licence has a last day that a rule comes to; one that renews another asks for it, of everybody.</summary>
static class LicenceCheck
{
    const int LongestAhead = 366;

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        if (sheet.Value.Licence is not { } licence) return;
        var questions = sheet.Value.Questions;
        if (sheet.Needs(licence.ValidUntil != "", licence, "valid_until", "a licence needs its last day", "write a rule, such as valid_from + duration(\"P1Y\") - duration(\"P1D\")"))
            new RuleCheck(sheet).Run(licence, "valid_until", licence.ValidUntil, questions, "a question of this service", LicenceRule.Today, LicenceRule.ValidFrom);
        sheet.Needs(licence.RenewFromDays is >= 0 and <= LongestAhead, licence, "renew_from_days", $"a licence is renewed from 0 to {LongestAhead} days before its end", "write how many days");
        sheet.Needs(licence.RenewedBy != "" || !sheet.Has(licence, "renew_from_days"), licence, "renew_from_days", "'renew_from_days' says nothing about a licence that nothing renews", "write 'renewed_by:' and the service, or take this out");
        if (licence.Renews == "") return;
        var asked = questions.Find(question => question.Id == licence.Renews);
        if (!sheet.Needs(asked is { Type: "licence" }, licence, "renews", $"{FileFaults.Quote(licence.Renews)} is no question of type 'licence'",
            Nearest.Mend(licence.Renews, [.. questions.Where(question => question.Type == "licence").Select(question => question.Id)]))) return;
        sheet.Needs(asked!.When == "" && !asked.Optional, licence, "renews", $"{FileFaults.Quote(licence.Renews)} is not asked of everybody", "take 'when' out of it");
    }
}
