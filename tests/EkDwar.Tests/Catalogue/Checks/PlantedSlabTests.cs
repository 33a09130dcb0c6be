namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>Slabs of days and officers, and stages under a rule: each fault alone, where the ¦ stands.</summary>
public sealed class A_fault_in_a_slab
{
    const string Income = "income-certificate.yaml", Solvency = "solvency-certificate.yaml";

    static void IsFound(string file, string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(file, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, file));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    static string Slabs(params string[] slabs) => "  slabs:\n" + string.Concat(slabs.Select(slab => $"    - {slab}\n"));

    const string One = "{when: purpose = \"scheme\", names: {mr: एक, en: One}, days: 2}", Last = "{names: {mr: बाकी, en: Rest}, days: 7}";

    [Fact]
    public void whose_officer_has_no_stage_to_decide_at_is_found() =>
        Assert.Contains(Planted.Faults(Planted.In(Solvency, "      designated: naib_tahsildar\n", "      designated: talathi\n").Text, Solvency), fault => fault.Problem == "there is no stage at which 'talathi' decides");

    [Fact]
    public void is_none_of_one_that_is_right()
    {
        Assert.Empty(Planted.Faults(Planted.Untested(Planted.In(Income, "  days: 15\n", Slabs(One, Last)).Text)));
        Assert.Empty(Planted.Faults(Planted.Untested(Planted.In(Income, "  days: 15\n  kind: unstated", "  days: 0\n  kind: immediate").Text)));
        Assert.Empty(Planted.Faults(Planted.Untested(Planted.In(Income, "  days: 15\n  kind: unstated", "  kind: immediate").Text)));
    }

    [Theory]
    [InlineData("{when: ¦pages < 5, names: {mr: एक, en: One}, days: 2}", Last, "'pages' is not a question of this service", "write")]
    [InlineData("{when: born_on < ¦5, names: {mr: एक, en: One}, days: 2}", Last, "'born_on' is a date", "write the day")]
    [InlineData("¦{names: {mr: एक, en: One}, days: 2}", Last, "only the last slab has no rule", "write 'when:'")]
    [InlineData(One, "{when: ¦purpose = \"scheme\", names: {mr: दोन, en: Two}, days: 3}", "the last slab takes what is left", "take 'when' out")]
    [InlineData("¦{when: purpose = \"scheme\", days: 2}", Last, "this slab has no names", "up to 14 pages")]
    [InlineData("{when: purpose = \"scheme\", names: {mr: एक, en: One}, days: ¦0}", Last, "a limit has days, from 1", "write the days")]
    [InlineData(One, "¦{names: {mr: बाकी, en: Rest}}", "a limit has days, from 1", "write the days")]
    public void of_days_is_found(string first, string second, string problem, string mend) =>
        IsFound(Income, "  days: 15\n", Slabs(first, second), problem, mend);

    [Theory]
    [InlineData("  days: 15\n  kind: unstated", "  days: ¦15\n  kind: immediate", "what is immediate has no days", "write 0")]
    [InlineData("  days: 15\n", "  days: ¦15\n  slabs: [{names: {mr: बाकी, en: Rest}, days: 7}]\n", "days or slabs, not both", "take 'days' out")]
    [InlineData("  designated: tahsildar\n", "  designated: ¦tahsildar\n  slabs: [{names: {mr: बाकी, en: Rest}, designated: tahsildar}]\n", "here or in slabs, not both", "take 'designated' out", 3)]
    public void beside_what_stands_already_is_found(string right, string wrong, string problem, string mend, int faults = 1)
    {
        var planted = Planted.In(Income, right, wrong);
        var found = Planted.Faults(planted.Text);
        Assert.Equal(faults, found.Count);
        Assert.Contains(found, fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Mend.Contains(mend, StringComparison.Ordinal)
            && (fault.At.Line, fault.At.Column) == (planted.Line, planted.Column));
    }

    [Theory]
    [InlineData("    - when: amount <= 800000\n", "    - when: ¦amount <= 150000\n", "the ones before it take all of it", "change their order")]
    [InlineData("    - when: amount <= 200000\n", "    - when: ¦amount < 0\n", "no answers make its rule true", "mend the rule")]
    [InlineData("      designated: naib_tahsildar\n", "      designated: ¦circle_officer\n", "no stage at which 'circle_officer' decides", "write the stage")]
    [InlineData("      designated: naib_tahsildar\n      first_appellate: tahsildar", "      designated: naib_tahsildar\n      first_appellate: ¦governor", "no office of the state has a 'governor'", "add the post")]
    [InlineData("    when: amount <= 200000\n    actions", "    when: ¦amount < 0\n    actions", "is never reached: no answers make this rule true", "take the stage out")]
    [InlineData("    post: collector\n", "    post: collector\n    when: ¦amount > 4000000\n", "is for every case that comes so far", "take 'when' out")]
    [InlineData("    when: amount <= 200000\n    actions: [grant, refuse, query]", "    when: amount <= 200000\n    ¦actions: [grant, query]", "ends a case and does not decide it", "let it grant and refuse", 2)]
    public void of_officers_and_stages_is_found(string right, string wrong, string problem, string mend, int faults = 1)
    {
        if (faults == 1) IsFound(Solvency, right, wrong, problem, mend);
        else
        {
            var found = Planted.Faults(Planted.In(Solvency, right, wrong).Text, Solvency);
            Assert.Equal(faults, found.Count);
            Assert.Contains(found, fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Mend.Contains(mend, StringComparison.Ordinal));
        }
    }
}
