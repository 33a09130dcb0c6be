namespace EkDwar.Tests.Catalogue.Checks;

/// <summary>Tiers, days by channel and rules that close what waits: each fault alone, where the ¦ stands.</summary>
public sealed class A_fault_of_a_tier_or_a_channel
{
    const string Income = "income-certificate.yaml", Copy = "municipal-document-copy.yaml", Channels = "  extra_days:\n    - ";

    static void IsFound(string file, string right, string wrong, string problem, string mend)
    {
        var planted = Planted.In(file, right, wrong);
        var fault = Assert.Single(Planted.Faults(planted.Text, file));
        Assert.Contains(problem, fault.Problem);
        Assert.Contains(mend, fault.Mend);
        Assert.Equal((planted.Line, planted.Column), (fault.At.Line, fault.At.Column));
    }

    [Theory]
    [InlineData("tier: speed", "tier: ¦pages", "'pages' is a question of type 'number'", "type 'choice'", 2)]
    [InlineData("tier: speed", "tier: ¦haste", "'haste' is not a question of this service", "write", 2)]
    [InlineData("tier: speed", "tier: ¦document_kind", "neither limit nor fee depends on the tier", "write slabs of days", 7)]
    [InlineData("        is_urgent: true\n", "", "of the tiers one is urgent and one is not", "is_urgent: true", 1)]
    [InlineData("      - code: normal\n", "      - code: normal\n        when: ¦pages < 5\n", "a tier is offered to everybody", "take 'when' out")]
    [InlineData("      - code: order\n", "      - code: order\n        is_urgent: ¦true\n", "only a tier is urgent", "take 'is_urgent' out")]
    public void of_tiers_is_found(string right, string wrong, string problem, string mend, int faults = 0)
    {
        if (faults == 0)
        {
            IsFound(Copy, right, wrong, problem, mend);
            return;
        }
        var found = Planted.Faults(Planted.In(Copy, right, wrong).Text, Copy);
        Assert.Equal(faults, found.Count);
        Assert.Contains(found, fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Mend.Contains(mend, StringComparison.Ordinal));
    }

    [Fact]
    public void is_a_price_or_date_that_could_not_be_shown_before_she_chooses()
    {
        var text = Planted.In(Copy, "  - id: speed\n", "  - id: speed\n").Text;
        var (from, to) = (text.IndexOf("  - id: pages\n", StringComparison.Ordinal), text.IndexOf("  - id: speed\n", StringComparison.Ordinal));
        var end = text.IndexOf("  - id: identity_proof\n", StringComparison.Ordinal);
        var moved = text[..from] + text[to..end] + text[from..to] + text[end..];
        var fault = Assert.Single(Planted.Faults(moved, Copy));
        Assert.Contains("'pages' is asked after the tier is chosen", fault.Problem);
        Assert.Contains("move 'pages' before 'speed'", fault.Mend);
    }

    [Theory]
    [InlineData("{channel: ¦post, days: 2, source: example}", "'post' is no channel", "kendra")]
    [InlineData("{channel: kendra, days: ¦400, source: example}", "days from 0 to 365 are added", "those of the notification")]
    [InlineData("¦{channel: kendra, days: 2}", "who adds these days is needed", "source: example")]
    public void of_days_by_channel_is_found(string extra, string problem, string mend) =>
        IsFound(Income, "  days: 15\n", "  days: 15\n" + Channels + extra + "\n", problem, mend);

    [Fact]
    public void is_a_channel_that_adds_days_to_what_is_immediate() =>
        IsFound(Income, "  days: 15\n  kind: unstated", "  kind: immediate\n  ¦extra_days: [{channel: kendra, days: 2, source: example}]", "what is immediate has no days to add to", "take 'extra_days' out");

    [Theory]
    [InlineData("{cause: ¦silence, days: 30, source: example}", "nothing an application waits for", "papers")]
    [InlineData("{cause: papers, days: ¦10, source: example}", "closed after 15 to 1095 days", "calendar days")]
    [InlineData("¦{cause: papers, days: 30}", "needs its source", "'example'")]
    [InlineData("{cause: ¦consent, days: 30, source: example}", "nobody's consent is asked here", "take the rule out")]
    public void of_a_rule_that_closes_is_found(string rule, string problem, string mend) =>
        IsFound(Income, "stages:\n", "close_after:\n  - " + rule + "\nstages:\n", problem, mend);

    [Fact]
    public void of_a_rule_that_waits_for_a_fee_nobody_pays_is_found() =>
        IsFound("widow-pension.yaml", "stages:\n", "close_after:\n  - {cause: ¦fee, days: 30, source: example}\nstages:\n", "nothing is paid here", "take the rule out");
}
