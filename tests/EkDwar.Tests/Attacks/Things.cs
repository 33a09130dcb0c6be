using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Tests.Applying.Mandates;
using EkDwar.Tests.Applying.Parties;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing.SecondQueries;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Attacks;

/// <summary>Cases in every state there is, of one owner, through the real use cases; one of her neighbour's; and references that are nobody's.</summary>
static class Things
{
    /// <summary>Who takes fees at the Haveli office: each of its clerks.</summary>
    static readonly string[] Cashiers = ["clerk", "second clerk"];

    static readonly string[] OneDesk = ["clerk"], TwoDesks = ["clerk", "circle"], AllDesks = ["clerk", "circle", "tahsildar"], Sdo = ["sdo"];

    public static async Task<List<Thing>> Made(TestHouse house, TestCitizen owner, TestCitizen neighbour, TestCitizen husband, TestCitizen witness)
    {
        var things = new List<Thing>();
        async Task Add(string name, TestCase c, Func<Thing, Thing> whose, string filer = "owner") =>
            things.Add(whose(new(name, c.Reference.ToString(), filer) { Version = (await c.Row()).Version, Appeal = Sdo, Cashier = Cashiers }));

        var old = await OldCases.Made(house, owner, (husband, witness));

        // Its payment is begun, so that whoever asks for it finds one, whatever was tried before.
        var begun = await house.Case().By(owner).Submitted();
        await begun.StartsToPay();
        await Add("submitted", begun, thing => thing with { Had = OneDesk });
        var visited = await house.Case().By(owner).Forwarded();
        await AskedToVisit(house, visited);
        await Add("forwarded", visited, thing => thing with { Had = TwoDesks });
        await Add("reported", await house.Case().By(owner).Reported(), thing => thing with { Had = AllDesks });
        await Add("queried", await house.Case().By(owner).Queried(), thing => thing with { Had = OneDesk });
        await Add("lacking", await house.Case().By(owner).WithoutPaper().Submitted(), thing => thing);
        await Add("certified", await house.Case().By(owner).Certified(), thing => thing with { Had = AllDesks });
        await Add("refused", await house.Case().By(owner).Refused(), thing => thing with { Had = AllDesks });
        var again = await house.Case().By(neighbour).Queried().Answered();
        Assert.True((await again.AsksAgain()).IsDone);
        await Add("neighbour's", again, thing => thing with { Had = OneDesk, Leave = ["tahsildar"] }, "neighbour");
        await house.Lets(owner, neighbour, days: 300);
        await Add("sent for her", await house.Case().By(neighbour.ActingFor(house, owner)).Submitted(), thing => thing with { Had = OneDesk });
        await AddPaid(house, owner, Add);
        await old.AddTo(Add);
        await AddWeddings(house, owner, (husband, witness), Add);
        await Add("pension", await A_pension.Granted(house, owner, "old-age-pension"), thing => thing with { Had = AllDesks, Cashier = [], Sanctions = ["tahsildar"], Question = "age_proof" });
        await Add("licence", await The_years_of_a_licence.Held(house, owner), thing => thing with { Appeal = [], Cashier = [], Question = "identity_proof" });
        // From here on three clerks share their work: what comes now lies on the desk of them all.
        await house.SharesWork();
        await Add("unclaimed", await house.Case().By(owner).Submitted(), thing => thing with { Had = Cashiers });
        things.Add(new("guessed", CaseReference.New("MH").ToString(), null));
        things.Add(new("misspelt", "MH-7KQ4-2M9T-XB3W-D", null));
        return things;
    }

    static async Task AddPaid(TestHouse house, TestCitizen owner, Func<string, TestCase, Func<Thing, Thing>, string, Task> add)
    {
        static Thing Fee(Thing thing) => thing with { Had = OneDesk, Question = "age_proof" };
        await add("owing", await house.Owing(owner), Fee, "owner");
        var paid = await house.Owing(owner);
        await paid.Pays();
        await add("paid", paid, Fee, "owner");
        var odd = await house.Owing(owner);
        Assert.Equal(200, await house.Simulator().CallBack(house.Simulator().Take(await odd.PaymentPage(), 7000, "INR")));
        await add("unmatched", odd, Fee, "owner");
        var credited = await house.Owing(owner);
        await credited.Pays();
        await credited.Refused();
        Assert.True((await credited.SetAside()).IsDone);
        await add("set aside", credited, thing => Fee(thing) with { Had = ["clerk", "tahsildar"] }, "owner");
    }

    static async Task AddWeddings(TestHouse house, TestCitizen owner, (TestCitizen Husband, TestCitizen Witness) parties, Func<string, TestCase, Func<Thing, Thing>, string, Task> add)
    {
        async Task<TestCase> Wed()
        {
            await Wedding.Drafted(house, owner, parties.Husband.Mobile, parties.Witness.Mobile, "9600000003", "9600000004");
            return new(house, owner, await Wedding.Sent(house, owner));
        }
        static Thing Village(Thing thing) => thing with { Appeal = [], Cashier = ["adhikari"], Signs = ["adhikari"], Question = "husband_proof" };
        var waiting = await Wed();
        await add("wedding", waiting, thing => Village(thing) with { Is = "husband" }, "owner");
        await add("wedding, its witness", waiting, thing => Village(thing) with { Party = "witness.1", Is = "witness" }, "owner");
        var agreed = await Wed();
        await Wedding.AllSign(house, agreed.CaseId);
        await add("wedding agreed to", agreed, thing => Village(thing) with { Is = "husband", Had = ["adhikari"] }, "owner");
        var withdrawn = await Wed();
        Assert.True((await house.Use((EkDwar.Applying.Parties.WithdrawApplication withdraw) => withdraw.Run(owner.Session, withdrawn.CaseId))).IsDone);
        await add("wedding withdrawn", withdrawn, thing => Village(thing) with { Is = "husband" }, "owner");
    }

    /// <summary>A draft in her name by somebody whose mandate she took back.</summary>
    public static async Task<Guid> BegunForHer(TestHouse house, TestCitizen owner, TestCitizen agent)
    {
        var mandate = await house.Lets(owner, agent);
        await agent.ActingFor(house, owner).Draft();
        Assert.True((await house.Use((EkDwar.Applying.Mandates.TakeBackMandate take) => take.Run(owner.Session, mandate))).IsDone);
        return await house.Db(db => db.Set<Draft>().Where(draft => draft.MandateId == mandate).Select(draft => draft.DraftId).SingleAsync());
    }

    static async Task AskedToVisit(TestHouse house, TestCase c)
    {
        var (desk, version) = (await house.Desk("circle_officer"), (await c.Row()).Version);
        Assert.True((await house.Use((EkDwar.Processing.Visits.AskFieldVisit ask) => ask.Run(desk, c.CaseId, version, "रामदास शिंदे", "9711111111", "घर पाहा"))).IsDone);
    }

    /// <summary>The end of the link of the visit that waits.</summary>
    public static async Task<string> VisitToken(TestHouse house)
    {
        await house.OutboxDrained();
        return (await house.Phone()).First(message => message.To == "9711111111").Text.Split("/visit/")[1].Split(' ')[0];
    }

    /// <summary>A draft of hers, all but sent, and a file of hers that is on its way.</summary>
    public static async Task<Guid> Begun(TestHouse house, TestCitizen owner)
    {
        await owner.Draft();
        var draft = await house.Db(db => db.Set<Draft>().AsNoTracking().FirstAsync(draft => draft.PersonId == owner.Session.PersonId && draft.ServiceId == TestCitizen.Service));
        var upload = await house.Use((EkDwar.Applying.Uploads.UploadsOnTheWay uploads) => uploads.Begin(owner.Session.AccountId, EkDwar.Applying.Uploads.UploadPlace.InDraft(draft.DraftId, "income_proof"), 200_000, new byte[32]));
        return upload!.UploadId;
    }
}
