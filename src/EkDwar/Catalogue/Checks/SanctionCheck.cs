using EkDwar.Catalogue.Questions;
using EkDwar.Foundation;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>A sanction has an amount that a rule comes to and an account that everybody is asked for; a proof of life names whose benefit it is for.</summary>
static class SanctionCheck
{
    const int LongestProof = 36, LongestGrace = 366;

    public static void Run(Sheet<ServiceDefinition> sheet, Reach reach)
    {
        var service = sheet.Value;
        if (service.ProvesLife != "") Asked(sheet, service, "proves_life", service.ProvesLife, "benefit");
        if (service.Sanction is not { } sanction) return;
        sheet.Needs(sanction.Amount != "" || sanction.Instalments.Exists(part => part.Amount != ""), sanction, "amount", "a sanction needs its amount",
            sanction.IsInInstalments ? "write a rule in rupees for all instalments, such as 12000" : "write a rule in rupees a month, such as 1500");
        Asked(sheet, sanction, "account", sanction.Account, "bank_account");
        InstalmentCheck.Run(sheet, sanction, reach);
        if (!sanction.IsInInstalments) Monthly(sheet, sanction);
        sheet.Needs(service.Instant is null, sanction, "amount", "no register sanctions an amount", "take 'instant' out, or 'sanction'");
        sheet.Needs(service.Licence is null, sanction, "amount", "what is sanctioned has no last day", "take 'licence' out, or 'sanction'");
    }

    static void Monthly(Sheet<ServiceDefinition> sheet, SanctionRule sanction)
    {
        if (sanction.Amount != "") new RuleCheck(sheet).Run(sanction, "amount", sanction.Amount, sheet.Value.Questions, "a question of this service", RuleFacts.Today);
        sheet.Needs(sanction.ProvedBy != "", sanction, "proved_by", "how she proves that she lives is needed", "write the service, such as life-certificate");
        sheet.Needs(sanction.ProofMonths is > 0 and <= LongestProof, sanction, "proof_months", $"a proof holds from 1 to {LongestProof} months", "write 12 for a year");
        sheet.Needs(sanction.GraceDays is >= 0 and <= LongestGrace, sanction, "grace_days", $"it is paid from 0 to {LongestGrace} days longer", "write how many days");
    }

    static void Asked(Sheet<ServiceDefinition> sheet, object owner, string key, string id, string type)
    {
        var asked = sheet.Value.Questions.Find(question => question.Id == id);
        var isThere = sheet.Needs(asked?.Type == type, owner, key, $"{FileFaults.Quote(id)} is no question of type '{type}'", $"{Nearest.Mend(id, [.. sheet.Value.Questions.Where(question => question.Type == type).Select(question => question.Id)])}");
        if (isThere) sheet.Needs(asked!.When == "" && !asked.Optional, owner, key, $"{FileFaults.Quote(id)} is not asked of everybody", "take 'when' out of it");
    }
}
