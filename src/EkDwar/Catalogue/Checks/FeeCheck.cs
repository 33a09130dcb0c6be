using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>
/// What a service costs: heads with codes of their own, each a flat amount or a rule over the service's questions and today.
/// A service without a fee has no 'fee' at all; a clock that waits for the fee has one that is paid online.
/// </summary>
static class FeeCheck
{
    public static readonly string[] Times = [FeeRule.AtSubmission, FeeRule.AfterAssessment];

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var (service, fee) = (sheet.Value, sheet.Value.Fee);
        sheet.Needs(service.Limit.Starts != LimitRule.FeePaid || (fee.Pay == FeeRule.AtSubmission && fee.IsCharged), service.Limit, "starts",
            "the limit starts when the fee is paid, and none is to be paid once the application is sent", $"write the heads of a 'fee' with 'pay: {FeeRule.AtSubmission}', or '{LimitRule.PapersComplete}' here");
        if (!sheet.Holds(fee)) return;
        sheet.Needs(Times.Contains(fee.Pay), fee, "pay", $"{FileFaults.Quote(fee.Pay)} is no time of paying", $"write one of {string.Join(", ", Times)}");
        sheet.Needs(fee.Heads.Count > 0, fee, "heads", "the fee has no heads", "write each with 'code', 'names' and 'amount_minor' in paise, or take 'fee' out where nothing is paid");
        sheet.Named(fee.Heads, head => head.Code, "code");
        var readable = fee.Pay == FeeRule.AfterAssessment ? [.. service.Questions, .. fee.Facts] : service.Questions;
        foreach (var head in fee.Heads) Check(sheet, head, readable);
        FactCheck.Run(sheet);
    }

    static void Check(Sheet<ServiceDefinition> sheet, FeeHead head, List<Question> readable)
    {
        sheet.Needs(head.Names.Count > 0, head, "names", $"the head {FileFaults.Quote(head.Code)} has no names", "write them in the state's language and in English at least");
        sheet.Needs(head.AmountMinor is null or >= 0 and <= FeeHead.LargestMinor, head, "amount_minor", "this amount is below 0, or larger than any fee", "write it in paise: 5000 for fifty rupees");
        sheet.Needs((head.Amount != "") != head.AmountMinor.HasValue, head, "amount_minor", $"the head {FileFaults.Quote(head.Code)} has no amount, or two",
            "write 'amount_minor' in paise, or 'amount' as a rule in rupees, one of the two");
        if (head.Amount != "") new RuleCheck(sheet).Run(head, "amount", head.Amount, readable, "a question of this service", RuleFacts.Today, RuleFacts.Channel);
        if (head.When != "") new RuleCheck(sheet).Run(head, "when", head.When, readable, "a question of this service", RuleFacts.Today, RuleFacts.Channel);
        sheet.Needs(head.IsFlat || head.Note.Count > 0, head, "note", $"the head {FileFaults.Quote(head.Code)} depends on something and does not say how", "write in 'note' how it is worked out");
    }
}
