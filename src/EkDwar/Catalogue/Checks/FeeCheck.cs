using EkDwar.Foundation.Yaml;

namespace EkDwar.Catalogue.Checks;

/// <summary>What a service costs: named heads with amounts. A service without a fee has no 'fee' at all.</summary>
static class FeeCheck
{
    const long LargestMinor = 1_000_00_00_000_00;

    public static void Run(Sheet<ServiceDefinition> sheet)
    {
        var fee = sheet.Value.Fee;
        if (!sheet.Holds(fee)) return;
        sheet.Needs(fee.Heads.Count > 0, fee, "heads", "the fee has no heads", "write each with 'code', 'names' and 'amount_minor' in paise, or take 'fee' out where nothing is paid");
        sheet.Named(fee.Heads, head => head.Code, "code");
        foreach (var head in fee.Heads)
        {
            sheet.Needs(head.Names.Count > 0, head, "names", $"the head {FileFaults.Quote(head.Code)} has no names", "write them in the state's language and in English at least");
            sheet.Needs(head.AmountMinor is >= 0 and <= LargestMinor, head, "amount_minor", "this amount is below 0, or larger than any fee", "write it in paise: 5000 for fifty rupees");
        }
    }
}
