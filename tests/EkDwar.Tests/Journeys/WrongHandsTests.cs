using EkDwar.Cases;
using EkDwar.Deciding;
using EkDwar.Delivering;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Processing;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Journeys;

/// <summary>An act on a case that is not there for it: another office's, another stage's, a waiting one, a decided one, one that has changed.</summary>
public sealed class An_act_out_of_place(SharedHouse shared) : IClassFixture<SharedHouse>
{
    static readonly string[] Desks = ["clerk", "circle_officer", "tahsildar"];

    readonly TestHouse house = shared.House;

    public static TheoryData<string> Acts => ["forward", "query", "report", "grant", "refuse", "revoke"];

    CaseBuilder Ready(string act) => act switch
    {
        "forward" or "query" => house.Case().Submitted(),
        "report" => house.Case().Forwarded(),
        "revoke" => house.Case().Certified(),
        _ => house.Case().Reported(),
    };

    static string DeskOf(string act) => act switch { "forward" or "query" => "clerk", "report" => "circle_officer", _ => "tahsildar" };

    async Task<Outcome<CaseReference>> Do(string act, DeskSession desk, TestCase c, long? seen = null)
    {
        var version = seen ?? (await c.Row()).Version;
        const string words = "कारण लिहिले आहे.";
        return act switch
        {
            "forward" => await house.Use((ForwardCase forward) => forward.Run(desk, c.CaseId, version, words)),
            "query" => await house.Use((RaiseQuery query) => query.Run(desk, c.CaseId, version, [new("income_proof", "unreadable", null)], words)),
            "report" => await house.Use((ReportFromField report) => report.Run(desk, c.CaseId, version, true, words, TestCase.Ticked)),
            "grant" => await house.Use((GrantApplication grant) => grant.Run(desk, c.CaseId, version, words)),
            "refuse" => await house.Use((RefuseApplication refuse) => refuse.Run(desk, c.CaseId, version, "income_not_proved", words)),
            _ => await house.Use((RevokeCertificate revoke) => revoke.Run(desk, c.CaseId, version, words, false)),
        };
    }

    async Task<string> Refused(string act, DeskSession desk, TestCase c, long? seen = null)
    {
        var before = await Evidence.Of(house);
        var outcome = await Do(act, desk, c, seen);
        Assert.False(outcome.IsDone, act);
        Assert.Equal(before, await Evidence.Of(house));
        return Assert.Single(outcome.Refusals).Code;
    }

    [Theory, MemberData(nameof(Acts))]
    public async Task of_another_office_or_another_desk_is_refused(string act)
    {
        var c = await Ready(act);
        foreach (var designation in Desks.Where(desk => desk != DeskOf(act)))
        {
            var code = await Refused(act, await house.Desk(designation), c);
            Assert.Contains(code, (string[])["cases.not_found", "cases.somebody_else_was_first"]);
        }
        var elsewhere = (await house.Desk(DeskOf(act))) with { PostId = Guid.CreateVersion7() };
        Assert.Equal("cases.not_found", await Refused(act, elsewhere, c));
        Assert.Equal("cases.not_found", Assert.Single((await Do(act, elsewhere, new(house, c.Citizen, CaseReference.New("MH")), 0)).Refusals).Code);
        Assert.True((await Do(act, await house.Desk(DeskOf(act)), c)).IsDone);
    }

    [Theory, MemberData(nameof(Acts))]
    public async Task on_what_was_not_seen_is_refused(string act)
    {
        var c = await Ready(act);
        var (desk, version) = (await house.Desk(DeskOf(act)), (await c.Row()).Version);
        foreach (var seen in (long[])[-1, version - 1, version + 1, long.MaxValue]) Assert.Equal("cases.somebody_else_was_first", await Refused(act, desk, c, seen));
        Assert.True((await Do(act, desk, c)).IsDone);
    }

    [Theory, MemberData(nameof(Acts))]
    public async Task on_a_decided_case_is_refused(string act)
    {
        foreach (var c in (TestCase[])[await house.Case().Granted(), await house.Case().Refused()])
            foreach (var designation in Desks)
                Assert.Contains(await Refused(act, await house.Desk(designation), c), (string[])["cases.not_found", "cases.somebody_else_was_first"]);
    }

    [Theory, InlineData("forward"), InlineData("query"), InlineData("report"), InlineData("grant"), InlineData("refuse")]
    public async Task on_a_case_that_waits_for_the_citizen_is_refused(string act)
    {
        var c = await Ready(act);
        await house.Db(async db =>
        {
            (await db.Set<Case>().SingleAsync(row => row.CaseId == c.CaseId)).Status = CaseStatus.AwaitingCitizen;
            await db.Save();
        });
        Assert.EndsWith("waits_for_citizen", await Refused(act, await house.Desk(DeskOf(act)), c));
    }

    [Theory, InlineData("report", "clerk"), InlineData("grant", "clerk"), InlineData("refuse", "clerk"), InlineData("forward", "circle_officer"), InlineData("query", "circle_officer"), InlineData("report", "tahsildar"), InlineData("forward", "tahsildar")]
    public async Task that_the_stage_does_not_know_is_refused(string act, string designation)
    {
        var c = await (designation switch { "clerk" => house.Case().Submitted(), "circle_officer" => house.Case().Forwarded(), _ => house.Case().Reported() });
        Assert.Equal("cases.action_not_here", await Refused(act, await house.Desk(designation), c));
    }
}
