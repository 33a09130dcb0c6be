using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Cases.Waits;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Foundation.Time;
using EkDwar.Tests.Applying.Corrections;
using EkDwar.Tests.Applying.Mandates;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing.Emergencies;
using EkDwar.Tests.Processing.SecondQueries;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(EkDwar.BrowserTests.StockedHouse))]

namespace EkDwar.BrowserTests;

/// <summary>
/// A house in which one citizen has a case at every point of its life and a whole draft, so that every page has something
/// to show, and the one Chromium of all tests. It is one for all that only look at pages: they decide nothing in it.
/// </summary>
public sealed partial class StockedHouse : IAsyncLifetime
{
    public const string Mobile = "9123456780";

    public Chromium Chromium { get; private set; } = null!;
    public TestHouse House { get; private set; } = null!;
    public CaseReference Fresh { get; private set; }
    public CaseReference Lacking { get; private set; }

    /// <summary>A case whose paper never came until it was closed.</summary>
    public CaseReference Lapsed { get; private set; }
    public CaseReference Asked { get; private set; }
    public CaseReference AtTahsildar { get; private set; }

    /// <summary>A case whose applicant waits for a correction, and what somebody began in her name whom she lets no longer.</summary>
    public CaseReference Corrected { get; private set; }
    public Guid BegunForHer { get; private set; }

    /// <summary>A case whose desk wants to ask its applicant a second time.</summary>
    public CaseReference AskedAgain { get; private set; }
    public CaseReference Refused { get; private set; }
    public CaseReference Certified { get; private set; }

    /// <summary>Cases with a fee: to pay, begun to be paid on the gateway's page of this id, and paid.</summary>
    public CaseReference Owing { get; private set; }
    public CaseReference Begun { get; private set; }
    public CaseReference Coded { get; private set; }
    public string PaymentPage { get; private set; } = "";
    public string UpiCode { get; private set; } = "";
    public CaseReference Paid { get; private set; }

    /// <summary>A fee taken at the office, one the office is to work out, a payment of too much, and a refusal set aside.</summary>
    public CaseReference Taken { get; private set; }
    public CaseReference ToAssess { get; private set; }
    public CaseReference Unmatched { get; private set; }
    public CaseReference SetAside { get; private set; }

    /// <summary>A case that waits for what two posts find, each in the form of its stage.</summary>
    public CaseReference Programme { get; private set; }

    /// <summary>A pension that is paid, and a licence that may be renewed.</summary>
    public CaseReference Pensioned { get; private set; }
    public CaseReference Licensed { get; private set; }

    /// <summary>A scholarship whose first instalment the bank sent back and whose second waits for the attendance.</summary>
    public CaseReference Scholar { get; private set; }

    /// <summary>A marriage the citizen applies for, and one in which she is asked for her consent.</summary>
    public CaseReference Wedding { get; private set; }
    public CaseReference Invited { get; private set; }

    /// <summary>A case that nobody has claimed from the desk the clerks share, and the post that stands for that desk.</summary>
    public CaseReference Unclaimed { get; private set; }
    public Guid SharedDesk { get; private set; }

    /// <summary>Questions she is asked in drafts of hers, so that each type of question is asked in one.</summary>
    public IReadOnlyList<(string Service, string Question)> Questions { get; } =
    [
        ("foreign-artists-permission", "organiser"), ("foreign-artists-permission", "email"), ("grower-certificate", "phone"), ("grower-certificate", "email"),
        ("foreign-artists-permission", "starts_at"), ("foreign-artists-permission", "how_many"), ("foreign-artists-permission", "honorarium"),
        ("loudspeaker-licence", "vehicle"), ("loudspeaker-licence", "in_silence_zone"), ("anganwadi-registration", "illnesses"), ("grower-certificate", "land"),
        ("old-age-pension", "account"), ("trade-licence-renewal", "earlier"), ("pension-life-certificate", "benefit"), ("municipal-document-copy", "speed"),
    ];

    /// <summary>A service whose draft stops at the question of a place: the taluka is asked first. In her income certificate the village is answered, and what lies in its taluka is listed.</summary>
    public const string AtPlace = "digital-712-extract";

    /// <summary>A post, its office and an official on leave, for the administrator's pages.</summary>
    public Guid ManagedPost { get; private set; }
    public Guid ClerksPost { get; private set; }
    public Guid ManagedOffice { get; private set; }
    public Guid ManagedOfficial { get; private set; }

    /// <summary>A case opened to the clerk in an emergency, and looks of his that were noticed.</summary>
    public Guid Emergency { get; private set; }
    public Guid UnusualLook { get; private set; }

    /// <summary>What the administrator wrote to the taluka, and a second official has to answer.</summary>
    public Guid Broadcast { get; private set; }

    /// <summary>A case whose field visit waits, the end of its link and of one that was used.</summary>
    public CaseReference Visited { get; private set; }
    public string VisitToken { get; private set; } = "";
    public string UsedVisitToken { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Chromium = await Chromium.Start();
        House = await TestHouse.OpenOnLoopback();
        var citizen = await House.Citizen(Mobile);
        Certified = (await House.Case().By(citizen).Granted()).Reference;
        Refused = (await House.Case().By(citizen).Refused()).Reference;
        var reported = await VisitPages.Reported(House, citizen);
        (AtTahsildar, UsedVisitToken) = (reported.Case.Reference, reported.Token);
        var visited = await VisitPages.Asked(House, citizen);
        (Visited, VisitToken) = (visited.Case.Reference, visited.Token);
        Asked = (await House.Case().By(citizen).Queried()).Reference;
        var again = await House.Case().By(citizen).Queried().Answered();
        Assert.True((await again.AsksAgain()).IsDone);
        AskedAgain = again.Reference;
        House.Clock.AdvanceDays(4);
        Lapsed = await NeverGiven(citizen);
        Lacking = (await House.Case().By(citizen).WithoutPaper().Submitted()).Reference;
        Fresh = (await House.Case().By(citizen).Submitted()).Reference;
        Owing = (await House.Owing(citizen)).Reference;
        var begun = await House.Owing(citizen);
        PaymentPage = (await begun.PaymentPage()).Id;
        Begun = begun.Reference;
        var coded = await House.Owing(citizen);
        UpiCode = (await coded.UpiCode()).Id;
        Coded = coded.Reference;
        var paid = await House.Owing(citizen);
        await paid.Pays();
        Paid = paid.Reference;
        Pensioned = (await A_pension.Granted(House, citizen, "old-age-pension")).Reference;
        Scholar = (await A_pension.Granted(House, citizen, "post-matric-scholarship")).Reference;
        // Its day is still to come on the clock of this house.
        await House.Db(db => db.Set<Instalment>().Where(one => one.CaseId == Scholar.CaseId && one.Seq == 1).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.Status, InstalmentStatus.Returned).SetProperty(one => one.ReturnReason, "name_differs").SetProperty(one => one.BankReference, "SBIN0326")));
        Licensed = (await The_years_of_a_licence.Held(House, citizen)).Reference;
        Wedding = await Married(citizen, "9700000011");
        Invited = await Married(await House.Citizen(name: "सीमा जगताप"), Mobile);
        await Money(citizen);
        Programme = (await ReportedOn(citizen)).Reference;
        await StopsAtPlace(citizen);
        foreach (var service in Questions.Select(asked => asked.Service).Distinct()) await Drafted(citizen, service);
        await Accessed(citizen);
        // Last: whatever is sent above was such a draft before.
        await citizen.Draft();
        await new Records(House, Certified).OutboxIsEmpty();
        await SignIn();
        await SharesWork();
    }

    /// <summary>The clerk whose pages are looked at gets colleagues, and something nobody has claimed.</summary>
    async Task SharesWork()
    {
        await House.SharesWork();
        Unclaimed = (await House.Case().Submitted()).Reference;
        SharedDesk = (await House.Services.GetRequiredService<EkDwar.Places.PostDirectory>().SharedDeskOf(ClerksPost))!.PostId;
    }

    async Task Accessed(TestCitizen citizen)
    {
        var (clerk, tahsildar) = (await House.Desk("clerk"), await House.Desk("tahsildar"));
        Emergency = (await House.Asks(clerk, $"{Wedding}")).Value;
        Assert.True((await House.Answers(tahsildar, Emergency)).IsDone);
        Assert.True((await House.Asks(clerk, $"{Invited}")).IsDone);
        BegunForHer = await Tests.Attacks.Things.BegunForHer(House, citizen, await House.Citizen(name: "सुरेश कदम"));
        await House.Lets(citizen, await House.Citizen(name: "रमेश कदम"));
        Corrected = (await House.CorrectionWaits(citizen, clerk)).Reference;
        var access = await Tests.Attacks.Access.Made(House, $"{Wedding}");
        (UnusualLook, Broadcast) = (access.Notice, access.Broadcast);
    }

    async Task<CaseReference> NeverGiven(TestCitizen citizen)
    {
        var c = await House.Case().By(citizen).WithoutPaper().Submitted();
        // Its last day is brought forward, so that the others need not grow old with it; the house then closes it as it does.
        var closesOn = House.Clock.Today().AddDays(-1);
        await House.Db(db => db.Set<Case>().Where(row => row.CaseId == c.CaseId).ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosesOn, closesOn)));
        await House.Db(async db =>
        {
            db.Add(new WaitTimer(c.Reference, closesOn, WaitTimer.Remind).Next(closesOn));
            await db.SaveChangesAsync();
        });
        return c.Reference;
    }

    Task StopsAtPlace(TestCitizen citizen) => House.Use(async (IServiceProvider services) =>
    {
        var draft = (await services.GetRequiredService<Drafts>().OpenOrStart(citizen.Session, "mh", AtPlace))!;
        var name = new RawAnswer(new Dictionary<string, string> { ["local"] = citizen.Name, ["latin"] = CitizenWalk.Latin });
        return await services.GetRequiredService<AnswerQuestion>().Run(draft, draft.Service.Question("name"), name);
    });

    async Task<CaseReference> Married(TestCitizen wife, string husband)
    {
        await Tests.Applying.Parties.Wedding.Drafted(House, wife, husband, "9700000012", "", "9700000013");
        return await Tests.Applying.Parties.Wedding.Sent(House, wife);
    }

    async Task Money(TestCitizen citizen)
    {
        var taken = await House.Owing(citizen);
        Assert.True((await taken.TakeFee()).IsDone);
        Taken = taken.Reference;
        var unmatched = await House.Owing(citizen);
        await House.Simulator().CallBack(House.Simulator().Take(await unmatched.PaymentPage(), 7000));
        Unmatched = unmatched.Reference;
        ToAssess = (await AppliedHere(citizen, "land-record-copy-tahsil")).Reference;
        var refused = await House.Owing(citizen);
        await refused.Pays();
        await refused.Refused();
        Assert.True((await refused.SetAside()).IsDone);
        SetAside = refused.Reference;
    }

    /// <summary>Applied for in a village whose officials look at these pages.</summary>
    async Task<TestCase> AppliedHere(TestCitizen citizen, string id)
    {
        var service = (await House.Services.GetRequiredService<PublishedServices>().Current("mh", id))!;
        await Every_service_of_the_catalogue.Answered(House, citizen, service, new Dictionary<string, string> { ["village"] = "pune.haveli.kesnand" });
        return new(House, citizen, (await House.Sends(citizen, id)).Value);
    }

    async Task<TestCase> ReportedOn(TestCitizen citizen)
    {
        var c = await AppliedHere(citizen, "cultural-programme-licence");
        if ((await c.Fee()).IsPaidOnline) await c.Pays();
        Assert.True((await c.Forward()).IsDone);
        return c;
    }

    async Task Drafted(TestCitizen citizen, string id)
    {
        var service = (await House.Services.GetRequiredService<PublishedServices>().Current("mh", id))!;
        // What is renewed, or lived on for, is the first question: it is asked of the draft as it is begun.
        if (service.Questions[0].Type is "licence" or "benefit") await House.Use((Drafts drafts) => drafts.OpenOrStart(citizen.Session, "mh", id));
        else await Every_service_of_the_catalogue.Answered(House, citizen, service);
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await House.DisposeAsync();
    }
}
