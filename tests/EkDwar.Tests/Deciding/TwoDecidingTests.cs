using EkDwar.Cases;

namespace EkDwar.Tests.Deciding;

/// <summary>Two officers, or one with two windows, decide the same case at the same moment.</summary>
public sealed class Two_deciding_at_once
{
    [Fact]
    public async Task leave_one_decision_and_the_other_is_told()
    {
        await using var house = await TestHouse.Open();
        for (var round = 0; round < 20; round++)
        {
            var c = await house.Case().Reported();
            var seen = (await c.Row()).Version;
            var outcomes = await Task.WhenAll(Task.Run(() => c.Grant(seen)), Task.Run(() => c.Refuse(seen)));
            var lost = Assert.Single(outcomes, outcome => !outcome.IsDone);
            Assert.Equal("cases.somebody_else_was_first", Assert.Single(lost.Refusals).Code);
            var decision = Assert.Single(await c.Ledger(), entry => entry.Kind is "ApplicationGranted" or "ApplicationRefused");
            var won = outcomes[0].IsDone ? CaseStatus.Granted : CaseStatus.Refused;
            Assert.Equal(won, (await c.Row()).Status);
            Assert.Equal(won == CaseStatus.Granted ? "ApplicationGranted" : "ApplicationRefused", decision.Kind);
        }
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task is_not_deciding_on_what_was_not_seen()
    {
        await using var house = await TestHouse.Open();
        var c = await house.Case().Reported();
        var seen = (await c.Row()).Version;
        Assert.True((await c.Query()).IsDone);
        Assert.True((await c.Answer()).IsDone);
        Assert.Equal("cases.somebody_else_was_first", Assert.Single((await c.Grant(seen)).Refusals).Code);
    }
}
