using EkDwar.Places;
using EkDwar.Tests.Houserules;

namespace EkDwar.Tests.Places;

/// <summary>When a look is unusual by the state's clock, and who stands over whom: pure.</summary>
public sealed class A_rule_about_looks
{
    static readonly UnusualRule Night = new() { Rule = UnusualRule.Night, FromHour = 22, UntilHour = 6, Source = "example" };

    [Theory, InlineData(21, 59, false), InlineData(22, 0, true), InlineData(0, 0, true), InlineData(5, 59, true), InlineData(6, 0, false), InlineData(12, 0, false)]
    public void holds_at_night_over_midnight(int hour, int minute, bool holds) => Assert.Equal(holds, Night.Span(new(2026, 3, 2, hour, minute, 0)) is not null);

    [Theory, InlineData(23, 2), InlineData(3, 1)]
    public void is_of_one_night_from_its_evening_to_its_morning(int hour, int evening) =>
        Assert.Equal((new DateTime(2026, 3, evening, 22, 0, 0), new DateTime(2026, 3, evening + 1, 6, 0, 0)), Night.Span(new(2026, 3, 2, hour, 30, 0)));

    [Theory, InlineData(0, true), InlineData(3, true), InlineData(4, false), InlineData(23, false)]
    public void may_lie_within_one_day(int hour, bool holds) =>
        Assert.Equal(holds, new UnusualRule { Rule = UnusualRule.Night, FromHour = 0, UntilHour = 4 }.Span(new(2026, 3, 2, hour, 0, 0)) is not null);

    [Fact]
    public void knows_who_heads_an_office_and_who_stands_over_a_post()
    {
        SeniorityOrder[] orders = [new() { At = ["taluka"], Order = ["record_keeper", "clerk"] }, new() { At = ["taluka"], Order = ["clerk", "naib", "tahsildar"] }, new() { At = ["taluka"], Order = ["talathi", "naib"] }];
        Assert.Equal(["clerk", "naib", "tahsildar"], orders.FarAbove("taluka", "record_keeper"));
        Assert.Equal(["naib", "tahsildar"], orders.FarAbove("taluka", "talathi"));
        Assert.Equal(["tahsildar"], orders.Heads("taluka"));
        Assert.Empty(orders.Heads("village"));
    }

    [Theory]
    [InlineData("  hours: 4\n", "  hours: 0\n", "for 1 to 72 hours")]
    [InlineData("  answer_hours: 24\n", "  answer_hours: 100\n", "waits for 1 to 72 hours")]
    [InlineData("  asks_a_day: 5\n", "", "from 1 to 100 times a day")]
    [InlineData("- code: court_order", "- code: disaster", "stands here twice")]
    [InlineData("- code: court_order", "- code: court order", "a code of one word")]
    [InlineData("{rule: many, cases: 40,", "{rule: much, cases: 40,", "is no rule about looks")]
    [InlineData("{rule: many, cases: 40,", "{rule: many, cases: 1,", "many are from 2 to 500 cases")]
    [InlineData("cases: 40, hours: 1,", "cases: 40,", "many within 1 to 24 hours")]
    [InlineData("rule: elsewhere, beyond: district,", "rule: elsewhere,", "lies beyond a kind of place")]
    [InlineData("from_hour: 22, until_hour: 6,", "from_hour: 6, until_hour: 6,", "two different hours")]
    [InlineData("{rule: night, from_hour: 22, until_hour: 6, source: example}", "{rule: night, from_hour: 22, until_hour: 6}", "needs its source")]
    public void is_checked_where_it_stands(string right, string wrong, string problem)
    {
        var folder = Directory.CreateTempSubdirectory("ekdwar-access-");
        var file = Path.Combine(folder.FullName, "state.yaml");
        var text = Repository.Text("services/mh/state.yaml");
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(right, wrong, StringComparison.Ordinal));
        var faults = StateProfiles.Open(file, "mh").Faults.All.Select(fault => fault.ToString()).ToList();
        folder.Delete(recursive: true);
        Assert.Contains(faults, fault => fault.Contains(problem, StringComparison.Ordinal));
    }
}
