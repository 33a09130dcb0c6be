using EkDwar.Cases;
using EkDwar.Deciding;
using EkDwar.Onboarding;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;

namespace EkDwar.Tests.Applying.Parties;

/// <summary>A party takes back what she consented to, while nobody has decided; and a case whose last consent makes its fee due.</summary>
public sealed class A_consent_taken_back
{
    const string Husband = "9700000001";

    [Fact]
    public async Task stops_the_case_until_it_is_given_anew_and_ends_with_the_decision()
    {
        await using var house = await TestHouse.Open();
        var wife = await house.SignedInCitizen(name: "सीमा जगताप");
        await Wedding.Drafted(house, wife, Husband, "", "", "");
        var reference = await Wedding.Sent(house, wife);
        var c = new TestCase(house, wife, reference);
        foreach (var witness in (string[])["witness.1", "witness.2", "witness.3"]) Assert.True((await Wedding.Signs(house, c.CaseId, witness)).IsDone);
        var husband = await house.SignedInCitizen(Husband, "गणेश कदम");
        var at = $"/mh/mr/cases/{reference}/consents/husband";
        var page = await (await husband.Browser.Open(at)).Form("#agree").With("agrees", "yes").Press();
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        var post = Assert.Single(await c.WorkItems()).PostId;
        // Without his words it is not taken back.
        page = await page.Form("#take-back").Press();
        Assert.Single(page.Problems);
        page = await page.Form("#take-back").With("words", "मला हे मान्य नाही.").Press();
        Assert.True(page.Has("#agree"));
        var row = await c.Row();
        Assert.Equal((CaseStatus.AwaitingConsent, true), (row.Status, row.IsPaused));
        Assert.Equal(["husband"], await Wedding.Missing(house, c.CaseId));
        Assert.Contains((reference, nameof(CaseEvent.ConsentTakenBack)), await house.Db(db => DeskNotice.Unseen(db, post)));
        await house.OutboxDrained();
        Assert.Contains((await house.Phone()).Where(message => message.To == wife.Mobile), message => message.Text.Contains("संमती एकाने मागे घेतली", StringComparison.Ordinal));
        Assert.Contains("मला हे मान्य नाही.", (await wife.Browser.Open($"/mh/mr/cases/{reference}")).Text);
        var officer = await Wedding.Officer(house, c.CaseId);
        Assert.False((await house.Use((GrantApplication grant) => grant.Run(officer, c.CaseId, row.Version, null))).IsDone);
        await page.Form("#agree").With("agrees", "yes").Press();
        row = await c.Row();
        Assert.Equal((CaseStatus.InProcess, false), (row.Status, row.IsPaused));
        Assert.True((await c.Finds("gram_panchayat_adhikari", Copied.Photo)).IsDone);
        row = await c.Row();
        Assert.True((await house.Use((GrantApplication grant) => grant.Run(officer, c.CaseId, row.Version, null))).IsDone);
        Assert.False((await husband.Browser.Open(at)).Has("#take-back"));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task or_given_last_tells_her_that_the_fee_is_due()
    {
        await using var house = await TestHouse.Open();
        await house.Use(async (PublishService publish) => await publish.Run(StateFiles.Text("mh", Wedding.Service + ".yaml").Replace("version: 1\n", "version: 7\n")
            .Replace("fee:\n  heads:", "fee:\n  pay: at_submission\n  heads:").Replace("starts: papers_complete", "starts: fee_paid"), Wedding.Service + ".yaml", Planted.Maharashtra));
        var wife = await house.SignedInCitizen(name: "सीमा जगताप");
        await Wedding.Drafted(house, wife, "", "", "", "");
        var c = new TestCase(house, wife, await Wedding.Sent(house, wife));
        await Wedding.AllSign(house, c.CaseId);
        Assert.Equal(CaseStatus.AwaitingFee, (await c.Row()).Status);
        await house.OutboxDrained();
        Assert.Contains((await house.Phone()).Where(message => message.To == wife.Mobile), message => message.Text.Contains("आता शुल्क", StringComparison.Ordinal));
        await c.Pays();
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
    }
}
