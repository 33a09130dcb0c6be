using EkDwar.Catalogue.Rules;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// What the officer states to assess a fee: numbers with names of their own, each read by a head, stated at a desk that
/// every case comes to. An amount of money is stated only with a ground in words.
/// </summary>
static class FactCheck
{
    static readonly string[] Types = ["number", "money"];

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var (service, fee) = (sheet.Value, sheet.Value.Fee);
        var isAssessed = fee.Pay == FeeRule.AfterAssessment;
        sheet.Needs(isAssessed || fee.Facts.Count == 0, fee, "facts", "nobody states facts for this fee", $"write 'pay: {FeeRule.AfterAssessment}', or take 'facts' out");
        sheet.Needs(isAssessed || !fee.NeedsGround, fee, "needs_ground", "nobody assesses this fee", "take 'needs_ground' out");
        foreach (var stage in service.Stages.Where(stage => stage.May(Stage.Assess)))
            sheet.Needs(isAssessed, stage, "actions", "there is no fee to assess", $"take '{Stage.Assess}' out, or write 'pay: {FeeRule.AfterAssessment}' under 'fee'");
        if (!isAssessed) return;
        sheet.Needs(service.Instant is not null || service.Stages.Exists(stage => stage.May(Stage.Assess) && stage.When == ""), fee, "pay",
            "no desk that every case comes to assesses the fee", $"write '{Stage.Assess}' under the 'actions' of a stage without 'when'");
        sheet.Named(fee.Facts, fact => fact.Id, "id");
        foreach (var fact in fee.Facts) Check(sheet, fact);
    }

    static void Check(Sheet<ServiceDefinition> sheet, Question fact)
    {
        var (called, fee) = (FileFaults.Quote(fact.Id), sheet.Value.Fee);
        sheet.Needs(Types.Contains(fact.Type), fact, "type", $"{FileFaults.Quote(fact.Type)} is nothing an officer states for a fee", $"write one of {string.Join(", ", Types)}");
        sheet.Needs(fact.Label.Count > 0, fact, "label", $"the fact {called} has no label", "write what the officer is asked");
        sheet.Needs(fact.When == "" && !fact.Optional, fact, "id", $"the fact {called} is not always stated", "take 'when' and 'optional' out of it");
        sheet.Needs(!sheet.Value.Questions.Exists(question => question.Id == fact.Id), fact, "id", $"{called} is asked of the applicant already", "choose another word, or let the head read the answer");
        sheet.Needs(fee.Heads.Exists(head => Reads(head.Amount, fact.Id) || Reads(head.When, fact.Id)), fact, "id", $"no head of the fee reads {called}", "use it in the 'amount' of a head, or take it out");
        sheet.Needs(fact.Type != "money" || fee.NeedsGround, fact, "type", $"the amount {called} would be stated without a ground", "write 'needs_ground: true' under 'fee'");
    }

    // A rule with a fault is told of where it stands.
    static bool Reads(string rule, string id) => rule != "" && (!Rule.TryParse(rule, out var parsed, out _) || parsed!.Reads.Any(name => name.Root == id));
}
