using EkDwar.Cases;
using EkDwar.Delivering.Instalments;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.Tests.Journeys;

namespace EkDwar.Tests.Attacks;

/// <summary>Cases that need weeks to become what they are: one closed because nothing came, and scholarships at every step of their instalments.</summary>
sealed record OldCases(TestCase Lapsed, TestCase Due, TestCase Paid, TestCase SentBack)
{
    // Longer than a query waits, and both instalments are due; a Monday, as the day the house begins on.
    const int Days = 63;

    const string Scholarship = "post-matric-scholarship";

    static readonly string[] Office = ["inspector", "assistant"], Assistant = ["assistant"];

    /// <summary>What was paid is the witness's, what the bank sent back the husband's: for a year each has one.</summary>
    public static async Task<OldCases> Made(TestHouse house, TestCitizen owner, (TestCitizen Husband, TestCitizen Witness) others)
    {
        var made = new OldCases(await house.Case().By(owner).Queried(), await A_pension.Granted(house, owner, Scholarship),
            await A_pension.Granted(house, others.Witness, Scholarship), await A_pension.Granted(house, others.Husband, Scholarship));
        house.Clock.AdvanceDays(Days);
        while (await house.OutboxDrained() > 0) continue;
        Assert.Equal(CaseStatus.Lapsed, (await made.Lapsed.Row()).Status);
        var desk = await house.Desk("assistant_commissioner_social_welfare");
        foreach (var c in (TestCase[])[made.Paid, made.SentBack])
            Done(await house.Use(async (PayInstalment pay) => await pay.Run(desk, c.CaseId, 1, (await c.Row()).Version, (StateTime.Day(house.Clock.GetUtcNow().UtcDateTime), "UTR-1"))));
        Done(await house.Use(async (ReturnInstalment back) => await back.Run(desk, made.SentBack.CaseId, 1, (await made.SentBack.Row()).Version, ("account_closed", null))));
        await house.OutboxDrained();
        return made;
    }

    static void Done(Outcome<CaseReference> outcome) => Assert.True(outcome.IsDone, string.Join(", ", outcome.Refusals));

    public async Task AddTo(Func<string, TestCase, Func<Thing, Thing>, string, Task> add)
    {
        static Thing Year(Thing thing) => thing with { Had = Office, Cashier = [], Appeal = [], Sanctions = Assistant, Question = "admission_paper" };
        // Weeks ago it left the inspector's desk: today she has said why she opens it.
        var inspector = await Due.House.Desk("social_welfare_inspector");
        foreach (var c in (TestCase[])[Due, Paid, SentBack]) Done(await Due.House.Use((LookAtCase look) => look.State(inspector, c.Reference, "follow_up")));
        await add("lapsed", Lapsed, thing => thing with { Had = ["clerk"] }, "owner");
        await add("scholarship", Due, Year, "owner");
        await add("scholarship, its second", Due, thing => Year(thing) with { Seq = 2, Records = ["inspector"] }, "owner");
        await add("scholarship paid", Paid, Year, "witness");
        await add("scholarship sent back", SentBack, Year, "husband");
    }
}
