using System.Text.Json.Nodes;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Languages;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;
using FsCheck;
using FsCheck.Fluent;

namespace EkDwar.Tests.Catalogue;

/// <summary>A sanctioned amount paid in parts: they come to it to the paisa, each falls due on a day that comes, and its file is checked.</summary>
public sealed class An_instalment
{
    const string File = "post-matric-scholarship.yaml";

    const string FirstNames = "      names: {mr: पहिला हप्ता, en: First instalment, hi: पहली किस्त, pa: ਪਹਿਲੀ ਕਿਸ਼ਤ}\n";

    static readonly SanctionRule Scholarship = ServiceFile.Load(StateFiles.Text("mh", File), File).Sanction!;

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    static SanctionRule Shared(string amount, params decimal[] shares) => new()
    {
        Amount = amount, Instalments = [.. shares.Select((share, at) => new InstalmentRule { Code = $"part{at}", Share = share, DueAfterDays = 30 * at })],
    };

    [Theory]
    [InlineData("100", new[] { 50.0, 50.0 }, new long[] { 5_000, 5_000 })]
    [InlineData("100.01", new[] { 50.0, 50.0 }, new long[] { 5_000, 5_001 })]
    [InlineData("1000", new[] { 33.33, 33.33, 33.34 }, new long[] { 33_330, 33_330, 33_340 })]
    [InlineData("0.05", new[] { 33.33, 33.33, 33.34 }, new long[] { 1, 1, 3 })]
    public void is_rounded_down_to_the_paisa_and_the_last_takes_what_is_left(string amount, double[] shares, long[] parts) =>
        Assert.Equal(parts, Shared(amount, [.. shares.Select(share => (decimal)share)]).Parts([], Answers.None, Day("2026-03-02"))!.Select(part => part.AmountMinor));

    [Fact]
    public void comes_with_the_others_to_the_sanctioned_amount_to_the_paisa() => Prop.ForAll<int, byte[]>((number, weights) =>
    {
        var minor = Math.Abs((long)number * 7919) % 100_000_000 + 1;
        var shares = SharesOf(weights);
        var sanction = Shared((minor / 100m).ToString(System.Globalization.CultureInfo.InvariantCulture), shares);
        // Only an amount of a few paise has no parts.
        if (sanction.Parts([], Answers.None, Day("2026-03-02")) is not { } parts) return shares.Any(share => minor * share / 100 < 1);
        // Nobody's share is short of more than a paisa, and the last never.
        return sanction.Minor([], Answers.None, Day("2026-03-02")) == minor && parts.Sum(part => part.AmountMinor) == minor
            && parts.Zip(shares).All(one => one.First.AmountMinor > 0 && one.First.AmountMinor > minor * one.Second / 100 - 1) && parts[^1].AmountMinor >= minor * shares[^1] / 100;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    /// <summary>Any one to six shares over 0 that come to 100.</summary>
    static decimal[] SharesOf(byte[]? weights)
    {
        var some = (weights ?? []).Take(5).Select(weight => (weight % 16) + 1).ToArray();
        return [.. some.Select(share => (decimal)share), 100 - some.Sum()];
    }

    [Theory]
    [InlineData("400", "600", 100_000L)]
    [InlineData("400", "0", null)]
    [InlineData("400", "\"much\"", null)]
    [InlineData("0.004", "600", null)]
    public void with_an_amount_of_its_own_makes_the_whole_with_the_others(string first, string second, long? whole)
    {
        var sanction = new SanctionRule { Instalments = [new() { Code = "a", Amount = first, DueAfterDays = 0 }, new() { Code = "b", Amount = second, DueAfterDays = 9 }] };
        Assert.Equal(whole, sanction.Minor([], Answers.None, Day("2026-03-02")));
        Assert.Equal(whole, sanction.Parts([], Answers.None, Day("2026-03-02"))?.Sum(part => part.AmountMinor));
    }

    [Theory]
    [InlineData("2025-06-01", "2025-06-11", "2026-04-15", "2026-05-31")]
    [InlineData("2026-03-02", "2026-03-12", "2026-04-15", "2026-05-31")]
    [InlineData("2026-04-10", "2026-04-20", "2026-04-20", "2026-05-31")]
    [InlineData("2026-05-31", "2026-06-10", "2026-06-10", "2026-05-31")]
    [InlineData("2026-06-01", "2026-06-11", "2027-04-15", "2027-05-31")]
    public void falls_due_in_the_year_for_which_is_sanctioned_and_never_before_the_one_ahead(string sanctioned, string first, string second, string until)
    {
        var sanction = new SanctionRule { Amount = "1000", Instalments = Scholarship.Instalments, YearStarts = Scholarship.YearStarts };
        var parts = sanction.Parts([], Answers.None, Day(sanctioned))!;
        Assert.Equal([Day(first), Day(second)], parts.Select(part => part.DueOn));
        Assert.Equal(Day(until), sanction.HoldsUntil(parts, Answers.None, Day(sanctioned)));
    }

    [Theory]
    [InlineData("2026-05-10", "2026-06-11", "2027-05-31")]
    [InlineData("2026-07-10", "2026-07-20", "2027-05-31")]
    [InlineData("2027-07-10", "2027-07-20", "2028-05-31")]
    public void of_a_renewal_belongs_to_the_year_after_the_earlier_one(string sanctioned, string first, string until)
    {
        var sanction = new SanctionRule { Amount = "1000", Instalments = Scholarship.Instalments, YearStarts = Scholarship.YearStarts, Renewal = Scholarship.Renewal };
        var renewing = Answers.None.With("earlier", new JsonObject { ["number"] = "MH-7KQ4-2M9T-XB3W-C", ["valid_until"] = "2026-05-31" });
        var parts = sanction.Parts([], renewing, Day(sanctioned))!;
        Assert.Equal((Day(first), Day(until)), (parts[0].DueOn, sanction.HoldsUntil(parts, renewing, Day(sanctioned))));
    }

    [Fact]
    public void of_last_year_is_read_by_a_renewal_from_the_register_and_from_nobody_s_typing()
    {
        var question = new Question { Id = "earlier", Type = "benefit", Of = ["post-matric-scholarship"] };
        var facts = AnswerFacts.WithoutPlaces(Day("2026-05-10")) with { Licences = [new("MH-1", "post-matric-scholarship", Day("2026-05-31")) { Drawn = new(2, 1, 82) }] };
        var typed = new RawAnswer(new Dictionary<string, string> { [""] = "MH-1", ["paid"] = "2", ["percent"] = "100" });
        var answer = QuestionType.Of(question).Parse(question, typed, facts).Value!;
        Assert.Equal("""{"number":"MH-1","valid_until":"2026-05-31","instalments":2,"paid":1,"percent":82}""", answer.ToJsonString());
        var value = Assert.IsType<EkDwar.Catalogue.Rules.Values.Context>(QuestionType.Of(question).Value(question, answer));
        Assert.Equal((2m, 1m, 82m), (value["instalments"], value["paid"], value["percent"]));
        Assert.True(QuestionType.Of(question).StillHolds(question, answer, facts));
        Assert.Equal(["MH-1, for the year until 31 May 2026: 1 of 2 instalments paid"], QuestionType.Of(question).Format(question, answer, LanguageCode.English, facts));
    }

    [Theory]
    [InlineData("    - code: first\n" + FirstNames, "    - code: ¦first instalment\n" + FirstNames, "'first instalment' is no 'code'", "use letters")]
    [InlineData("  instalments:\n    - code: first\n" + FirstNames + "      share: 50\n", "  ¦instalments:\n    - code: first\n" + FirstNames + "      share: 49.99\n", "the shares come to 99.99 per cent of the whole", "let them come to 100")]
    [InlineData("      share: 50\n      due_on", "      share: ¦0\n      due_on", "the share of 'second' is no per cent of the whole", "over 0")]
    [InlineData("      share: 50\n      due_on", "      share: ¦33.333\n      due_on", "the share of 'second' is no per cent of the whole", "two decimals")]
    [InlineData("    - code: first\n" + FirstNames + "      share: 50\n      due_after_days: 10\n", "    - ¦code: first\n" + FirstNames + "      share: 50\n", "'first' never falls due", "write 'due_after_days:'")]
    [InlineData("      due_after_days: 10\n", "      due_after_days: ¦-1\n", "from 0 to 731 days", "how many")]
    [InlineData("      due_on: {day: 15, month: 4}\n", "      ¦due_on: {day: 29, month: 2}\n", "'second' never falls due: that day does not come every year", "a day and a month")]
    [InlineData("      due_on: {day: 15, month: 4}\n", "      ¦due_on: {day: 15, month: 4}\n      due_after_days: 30\n", "'second' falls due on two days", "keep")]
    [InlineData("  year_starts: {day: 1, month: 6}\n", "  ¦year_starts: {day: 31, month: 6}\n", "no year begins on that day", "{day: 1, month: 6}")]
    [InlineData("        post: social_welfare_inspector\n", "        post: ¦social_welfare_inspectr\n", "has no 'social_welfare_inspectr'", "write 'social_welfare_inspector'")]
    [InlineData("      needs:\n        post: social_welfare_inspector\n", "      ¦needs:\n", "nobody records that this holds, so it is never paid", "write the post")]
    [InlineData("        least_percent: 75\n", "        least_percent: ¦0\n", "a per cent is from 1 to 100", "take it out")]
    [InlineData("  account: account\n  year_starts", "  account: account\n  grace_days: ¦30\n  year_starts", "'grace_days' says nothing about what is paid in instalments", "take it out")]
    [InlineData("    question: earlier\n    answers", "    question: ¦erlier\n    answers", "'erlier' is no question of type 'benefit'", "write 'earlier'")]
    [InlineData("    by: post-matric-scholarship\n", "    by: ¦post-matric-scholarshp\n", "'post-matric-scholarshp' is no service of this state", "write 'post-matric-scholarship'")]
    [InlineData("    answers: {kind: renewal}\n", "    answers: {kind: ¦renewl}\n", "'renewl' is no option of 'kind'", "write 'renewal'")]
    [InlineData("    answers: {kind: renewal}\n", "    answers: {knd: ¦renewal}\n", "'knd' is not a question of this service", "write 'kind'")]
    [InlineData("    from_days: 30\n", "    from_days: ¦400\n", "from 0 to 366 days", "how many")]
    [InlineData("  amount: min(yearly_fee, 50000) + (if", "  amount: min(¦yearly_fees, 50000) + (if", "'yearly_fees' is not a question of this service", "write 'yearly_fee'")]
    public void that_its_file_tells_wrongly_is_a_fault(string right, string wrong, string problem, string mend) =>
        A_fault_in_a_service_s_file.IsFound(File, right, wrong, problem, mend);

    [Theory]
    [InlineData("if category = \"sc\" then 13500 else null", "where category is st")]
    [InlineData("if lives_in_hostel then 13500 else 0", "where lives_in_hostel is no")]
    [InlineData("0", "whatever is answered")]
    public void of_nothing_for_some_answers_is_a_fault(string rule, string where) => A_fault_in_a_service_s_file.IsFound(File,
        "  amount: min(yearly_fee, 50000) + (if category in (\"sc\", \"st\") then (if lives_in_hostel then 13500 else 7000) else (if lives_in_hostel then 9500 else 4500))\n",
        $"  amount: ¦{(rule == "0" ? "\"0\"" : rule)}\n", $"this comes to nothing {where}", "write what is paid then");

    [Theory]
    [InlineData("    instalments:\n      - {code: first, rupees: 27750,", "    ¦instalments:\n      - {code: first, rupees: 27750.01,", "expects first 27750.01 due 2026-03-12, second 27750.00 due 2026-04-15, and got first 27750.00", "or the test")]
    [InlineData("    sanctions: 55500\n", "    sanctions: ¦55501\n", "expects 55501.00, and got 55500.00", "or the test")]
    [InlineData("      - {code: second, rupees: 27750, due: 2026-04-15}\n", "      - {code: ¦third, rupees: 27750, due: 2026-04-15}\n", "'third' is not an instalment of this service", "first")]
    public void that_a_test_in_its_file_expects_otherwise_is_told(string right, string wrong, string problem, string mend) =>
        A_fault_in_a_service_s_file.IsFound(File, right, wrong, problem, mend);
}
