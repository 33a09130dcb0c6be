using EkDwar.Catalogue;
using EkDwar.Paying;
using EkDwar.Places;
using EkDwar.Tests.Deadlines;
using FsCheck;
using FsCheck.Fluent;
using EkDwar.Foundation.Yaml;

namespace EkDwar.Tests.Paying;

public sealed class The_money_of_a_case
{
    static readonly ChargeSplit Maharashtra = Sheets.Read<StateProfile>(StateFiles.Text("mh", "state.yaml"), "state.yaml").Value.ChargeSplit!;

    static FeeDue Fee(params (string Code, long Minor)[] heads) => new(FeeRule.AtSubmission, [.. heads.Select(head => new FeeLine(head.Code, head.Minor))]);

    static Dictionary<string, long> Accounts(IEnumerable<MoneyEntry> entries) =>
        entries.SelectMany(entry => entry.Lines).GroupBy(line => line.Account).ToDictionary(account => account.Key, account => account.Sum(line => line.AmountMinor));

    [Fact]
    public void of_fifty_rupees_goes_where_the_state_says_and_holds_what_nobody_earned()
    {
        var fee = Fee(("service_charge", 5000), ("gst", 900), ("court_fee_stamp", 1000));
        var accounts = Accounts([MoneyEntry.Paid(fee), MoneyEntry.Split(fee, Maharashtra, isAssisted: false)!]);
        Assert.Equal(
            ["gateway 6900", "head.court_fee_stamp -1000", "head.gst -900", "head.service_charge 0", "held.operator -3250", "share.district_society -500", "share.mahait -1000", "share.state -250"],
            accounts.OrderBy(account => account.Key, StringComparer.Ordinal).Select(account => $"{account.Key} {account.Value}"));
        Assert.Contains("share.operator", Accounts([MoneyEntry.Split(fee, Maharashtra, isAssisted: true)!]).Keys);
    }

    [Fact]
    public void that_has_no_service_charge_is_not_shared() => Assert.Null(MoneyEntry.Split(Fee(("government_fee", 5000)), Maharashtra, isAssisted: false));

    [Fact]
    public void is_shared_to_the_paisa_whatever_the_charge_and_the_percents()
    {
        var percents = from cuts in Gen.Choose(1, 99).ArrayOf(5) select Between([0, .. cuts.Distinct().Order(), 100]);
        var charges = Gen.Choose(1, 10_000_000);
        var rows = from shares in percents from charge in charges select (shares, charge);
        Prop.ForAll(rows.ToArbitrary(), row =>
        {
            var split = new ChargeSplit { Head = "service_charge", Shares = [.. row.shares.Select((percent, at) => new ChargeShare { To = $"r{at}", Percent = percent, OnlyAssisted = at % 2 == 0 })] };
            var entry = MoneyEntry.Split(Fee(("service_charge", row.charge)), split, isAssisted: false)!;
            return entry.Lines.Sum(line => line.AmountMinor) == 0
                && entry.Lines.Skip(1).All(line => Math.Abs(-line.AmountMinor * 100 - (long)row.charge * split.Shares[int.Parse(line.Account.Split(".r")[1])].Percent) < 100);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    static int[] Between(int[] cuts) => [.. cuts.Zip(cuts.Skip(1), (from, to) => to - from)];

    /// <summary>Any history the house can have: a fee is paid once, more money may come and goes back, in any order of heads and amounts.</summary>
    [Fact]
    public void balances_after_every_entry_of_any_history()
    {
        var histories = from count in Gen.Choose(0, 5)
                        from heads in Gen.Choose(1, 100_000_000).ArrayOf(count)
                        from helped in Gen.Choose(0, 1)
                        from more in Gen.Choose(0, 3)
                        from back in Gen.Choose(0, 3)
                        select (Heads: heads, IsAssisted: helped == 1, More: more, Back: Math.Min(back, more));
        Prop.ForAll(histories.ToArbitrary(), history =>
        {
            string[] codes = ["service_charge", "gst", "court_fee_stamp", "government_fee", "late_fee"];
            var fee = Fee([.. history.Heads.Select((amount, at) => (codes[at], (long)amount))]);
            var entries = new List<MoneyEntry> { MoneyEntry.Paid(fee) };
            if (MoneyEntry.Split(fee, Maharashtra, history.IsAssisted) is { } split) entries.Add(split);
            for (var more = 0; more < history.More; more++) entries.Add(MoneyEntry.Overpaid(fee.TotalMinor));
            for (var one = 0; one < history.Back; one++) entries.Add(MoneyEntry.Refunded(fee.TotalMinor));
            var accounts = Accounts(entries);
            var left = history.More - history.Back;
            return entries.TrueForAll(entry => entry.Lines.Sum(line => line.AmountMinor) == 0)
                && accounts.GetValueOrDefault(MoneyEntry.Gateway) == fee.TotalMinor * (1 + left)
                && accounts.GetValueOrDefault(MoneyEntry.Overpayment) == -fee.TotalMinor * left
                && accounts.Where(account => account.Key is not (MoneyEntry.Gateway or MoneyEntry.Overpayment)).Sum(account => account.Value) == -fee.TotalMinor
                && accounts.GetValueOrDefault("head.service_charge") == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("percent: 65", "percent: 64", "99 percent, not 100")]
    [InlineData("to: operator", "to: state", "of different receivers")]
    [InlineData("head: service_charge", "head: \"\"", "needs a head")]
    public void is_not_shared_by_a_file_that_is_not_whole(string right, string wrong, string problem)
    {
        var text = StateFiles.Text("mh", "state.yaml");
        Assert.Contains(right, text);
        var sheet = Sheets.Read<StateProfile>(text.Replace(right, wrong), "state.yaml");
        sheet.Value.ChargeSplit!.Check(sheet);
        Assert.Contains(sheet.Faults.All, fault => fault.Problem.Contains(problem));
    }
}
