using EkDwar.Cases;

namespace EkDwar.Tests;

/// <summary>The fixture keeps its word: what other tests stand on is tried here once.</summary>
public sealed class A_test_house
{
    [Fact]
    public async Task lives_a_whole_life_and_hands_out_a_certificate()
    {
        await using var house = await TestHouse.Open();
        var granted = await house.Case().WithoutPaper().PaperGiven().Queried().After(2).Answered().Certified();
        Assert.Equal(CaseStatus.Granted, (await granted.Row()).Status);
        Assert.Single(await granted.Certificates());
        Assert.Equal(
            ["ApplicationSubmitted", "PapersCompleted", "QueryRaised", "QueryAnswered", "CaseForwarded", "FieldReportGiven", "FeePaid", "ApplicationGranted", "CertificateIssued"],
            (await granted.Ledger()).Select(entry => entry.Kind));
        Assert.Contains(await house.Phone(), message => message.To == granted.Citizen.Mobile && message.Text.Contains(granted.Reference.Compact));
    }

    [Fact]
    public async Task has_a_database_of_its_own()
    {
        await using var one = await TestHouse.Open();
        await using var other = await TestHouse.Open();
        var c = await one.Case().Submitted();
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        Assert.Equal(0, await other.OutboxDrained());
    }

    [Fact]
    public async Task answers_a_browser()
    {
        await using var house = await TestHouse.Open();
        var page = await house.Browser().Open("/no/such/page");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status);
    }
}
