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
    public void balances_after_any_history_and_is_gone_when_all_went_back()
    {
        // 0 a fee paid, by some means; 1 paid online again; 2 a wrong currency; 3 the refund of what is owed back; 4 the fee reversed or returned.
        var histories = from steps in Gen.Choose(0, 4).ArrayOf(30) from charge in Gen.Choose(0, 1_000_000) from stamp in Gen.Choose(0, 10_000) from helped in Gen.Choose(0, 1) select (steps, charge, stamp, helped);
        Prop.ForAll(histories.ToArbitrary(), history =>
        {
            var fee = Fee(("service_charge", history.charge), ("court_fee_stamp", history.stamp));
            var book = new Book(fee, isAssisted: history.helped == 1);
            foreach (var step in history.steps) book.Do(step);
            return book.Entries.All(entry => entry.Lines.Sum(line => line.AmountMinor) == 0) && book.IsRight() && book.Emptied().All(account => account.Value == 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    /// <summary>What the house does with the money of one case, as entries, beside what should then be where.</summary>
    sealed class Book(FeeDue fee, bool isAssisted)
    {
        static readonly string[] Into = [MoneyEntry.Gateway, MoneyEntry.Cash, MoneyEntry.Treasury];

        readonly List<MoneyLine> paid = [];
        long held, owed, foreign;
        string? with;
        int payments;

        public List<MoneyEntry> Entries { get; } = [];

        public void Do(int step)
        {
            switch (step)
            {
                case 0 when with is null:
                    Add(MoneyEntry.Paid(fee, with = Into[payments++ % Into.Length]));
                    if (MoneyEntry.Split(fee, Maharashtra, isAssisted) is { } split) Add(split);
                    paid.AddRange(Entries.TakeLast(MoneyEntry.Split(fee, Maharashtra, isAssisted) is null ? 1 : 2).SelectMany(entry => entry.Lines));
                    held += fee.TotalMinor;
                    break;
                case 1:
                    Add(MoneyEntry.Overpaid(fee.TotalMinor + 1));
                    owed += fee.TotalMinor + 1;
                    break;
                case 2:
                    Add(MoneyEntry.Overpaid(100, "USD"));
                    foreign += 100;
                    break;
                case 3:
                    Add(MoneyEntry.Refunded(owed));
                    Add(MoneyEntry.Refunded(foreign, "USD"));
                    (owed, foreign) = (0, 0);
                    break;
                case 4 when with is not null:
                    Add(MoneyEntry.Returned(MoneyKind.FeeReversed, paid));
                    paid.Clear();
                    (with, held) = (null, 0);
                    break;
            }
        }

        public bool IsRight()
        {
            var accounts = Accounts(Entries);
            return Into.Sum(account => accounts.GetValueOrDefault(account)) == held + owed && accounts.GetValueOrDefault("gateway.usd") == foreign
                && accounts.Where(account => account.Key.StartsWith("share.", StringComparison.Ordinal) || account.Key.StartsWith("held.", StringComparison.Ordinal) || account.Key.StartsWith("head.", StringComparison.Ordinal)).Sum(account => -account.Value) == held
                && (isAssisted || accounts.GetValueOrDefault("share.operator") == 0);
        }

        public Dictionary<string, long> Emptied()
        {
            Do(3);
            Do(4);
            return Accounts(Entries);
        }

        void Add(MoneyEntry entry) => Entries.Add(entry);
    }

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
