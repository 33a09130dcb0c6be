using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// The tiers of a service: a choice asked of everybody, some of its options urgent and some not, on which the limit or the
/// fee depends; and price and date of each known before she chooses.
/// </summary>
static class TierCheck
{
    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var service = sheet.Value;
        foreach (var question in service.Questions.Where(question => question.Id != service.Tier))
            foreach (var option in question.Options)
                sheet.Needs(!option.IsUrgent, option, "is_urgent", "only a tier is urgent, and this question is not that of the tiers", $"write 'tier: {question.Id}' at the top, or take 'is_urgent' out");
        if (service.Tier == "") return;
        if (!HeadCheck.Asked(sheet, service, "tier", service.Tier, "choice")) return;
        var tiers = service.Question(service.Tier);
        foreach (var option in tiers.Options) sheet.Needs(option.When == "", option, "when", "a tier is offered to everybody", "take 'when' out");
        sheet.Needs(tiers.Options.Exists(option => option.IsUrgent) && tiers.Options.Exists(option => !option.IsUrgent), tiers, "options",
            "of the tiers one is urgent and one is not", "write 'is_urgent: true' at the quicker one");
        sheet.Needs(service.Fee.Pay != FeeRule.AfterAssessment, service, "tier", "what a tier costs is known before it is chosen, and this fee is worked out later", $"write 'pay: {FeeRule.AtSubmission}', or take 'tier' out");
        Depending(sheet, tiers);
    }

    static void Depending(Sheet<ServiceDefinition> sheet, Question tiers)
    {
        var service = sheet.Value;
        var before = service.Questions.TakeWhile(question => question != tiers).Select(question => question.Id).Append(tiers.Id).ToHashSet();
        var isRead = false;
        var rules = service.Limit.Slabs.Select(slab => ((object)slab, "when", slab.When)).Concat(service.Officers.Slabs.Select(slab => ((object)slab, "when", slab.When)))
            .Concat(service.Fee.Heads.SelectMany(head => ((object, string, string)[])[(head, "when", head.When), (head, "amount", head.Amount)]));
        foreach (var (owner, key, text) in rules)
        {
            if (text == "" || !Rule.TryParse(text, out var rule, out _)) continue;
            var read = rule!.Reads.Select(name => name.Root).ToHashSet();
            isRead |= owner is not OfficerSlab && read.Contains(tiers.Id);
            foreach (var late in service.Questions.Where(question => read.Contains(question.Id) && !before.Contains(question.Id)))
                sheet.Needs(false, owner, key, $"{FileFaults.Quote(late.Id)} is asked after the tier is chosen, so its price or date could not be shown", $"move {FileFaults.Quote(late.Id)} before {FileFaults.Quote(tiers.Id)}");
        }
        sheet.Needs(isRead, sheet.Value, "tier", "neither limit nor fee depends on the tier", $"write slabs of days, or a head of the fee, with 'when: {tiers.Id} = \"{tiers.Options.Find(option => option.IsUrgent)?.Code}\"'");
    }
}
