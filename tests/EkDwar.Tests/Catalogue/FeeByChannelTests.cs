using EkDwar.Applying;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Paying;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Catalogue;

/// <summary>A fee whose heads read by which channel the application came: nothing on the portal, more at a centre.</summary>
public sealed class A_fee_that_depends_on_the_channel
{
    const string Income = "income-certificate.yaml", Gst = "      amount_minor: 900\n", Note = "\n      note: {mr: अ, en: A}\n";

    [Theory]
    [InlineData("web", 0)]
    [InlineData("kendra", 10_00)]
    [InlineData("csc", 30_00)]
    public async Task is_kept_with_the_case_as_it_came(string channel, long minor)
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.Citizen(name: "पार्वतीबाई कदम");
        var service = (await house.Use((PublishedServices services) => services.Current("hr", "disability-pension")))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, "hr", service.Id))!, channel, channel, "hi"));
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        var c = new TestCase(house, citizen, sent.Value);
        Assert.Equal((minor, channel), ((await c.Fee()).TotalMinor, (await c.Row()).Channel));
    }

    [Fact]
    public void comes_of_the_portal_where_nobody_says_otherwise()
    {
        var fee = new FeeRule { Heads = [new() { Code = "a", Amount = "if channel = \"web\" then 5 else 7" }] };
        Assert.Equal(5_00, fee.Due([], Answers.None, new(2026, 3, 2)).Value!.TotalMinor);
        Assert.Equal(7_00, fee.Due([], Answers.None, new(2026, 3, 2), "helpline").Value!.TotalMinor);
        var assessed = new FeeRule { Pay = FeeRule.AfterAssessment, Heads = fee.Heads };
        Assert.Equal(7_00, assessed.Assess([], Answers.None, Answers.None, new(2026, 3, 2), "kendra").Value!.TotalMinor);
    }

    [Theory]
    [InlineData(Gst, "      amount: if channel = ¦\"kendr\" then 10 else 9" + Note, "'kendr' is no channel", "kendra")]
    [InlineData(Gst, "      amount: \"9\"\n      when: channel in (\"kendra\", ¦\"cs\")" + Note, "'cs' is no channel", "csc")]
    [InlineData(Gst, "      amount: \"9\"\n      when: ¦chanel = \"kendra\"" + Note, "'chanel' is not a question of this service", "write 'channel'")]
    [InlineData("eligibility:\n", "eligibility:\n  - id: at_home\n    when: ¦channel = \"web\" and purpose != \"x\"\n    reason: {mr: अ, en: A}\n", "'channel' is not a question of this service", "write")]
    public void that_reads_what_is_no_channel_is_a_fault(string right, string wrong, string problem, string mend)
    {
        var file = right == Gst ? Income : "senior-citizen-certificate.yaml";
        var planted = Planted.In(file, right, wrong);
        Assert.Contains(Planted.Faults(planted.Text, file), fault => fault.Problem.Contains(problem, StringComparison.Ordinal) && fault.Mend.Contains(mend, StringComparison.Ordinal) && (fault.At.Line, fault.At.Column) == (planted.Line, planted.Column));
    }

    [Fact]
    public void leaves_its_name_to_no_question() =>
        Assert.Contains(Planted.Faults(Planted.In(Income, "  - id: address\n", "  - id: channel\n").Text), fault => fault.Problem.Contains("'channel'", StringComparison.Ordinal));

    [Fact]
    public async Task says_on_the_page_how_it_depends()
    {
        await using var house = await TestHouse.Open();
        var page = (await house.Browser().Open("/hr/en/services/disability-pension")).Text;
        Assert.Contains("₹10 at a Saral Kendra, ₹30 at a Common Service Centre; nothing on the portal", page);
    }
}
