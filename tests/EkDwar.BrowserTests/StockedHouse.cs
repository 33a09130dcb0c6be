using EkDwar.Cases;
using EkDwar.Cases.Benefits;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(EkDwar.BrowserTests.StockedHouse))]

namespace EkDwar.BrowserTests;

/// <summary>
/// A house in which one citizen has a case at every point of its life and a whole draft, so that every page has something
/// to show, and the one Chromium of all tests. It is one for all that only look at pages: they decide nothing in it.
/// </summary>
public sealed class StockedHouse : IAsyncLifetime
{
    public const string Mobile = "9123456780";

    public Chromium Chromium { get; private set; } = null!;
    public TestHouse House { get; private set; } = null!;
    public CaseReference Fresh { get; private set; }
    public CaseReference Lacking { get; private set; }
    public CaseReference Asked { get; private set; }
    public CaseReference AtTahsildar { get; private set; }
    public CaseReference Refused { get; private set; }
    public CaseReference Certified { get; private set; }

    /// <summary>Cases with a fee: to pay, begun to be paid on the gateway's page of this id, and paid.</summary>
    public CaseReference Owing { get; private set; }
    public CaseReference Begun { get; private set; }
    public string PaymentPage { get; private set; } = "";
    public CaseReference Paid { get; private set; }

    /// <summary>A pension that is paid, and a licence that may be renewed.</summary>
    public CaseReference Pensioned { get; private set; }
    public CaseReference Licensed { get; private set; }

    /// <summary>A scholarship whose first instalment the bank sent back and whose second waits for the attendance.</summary>
    public CaseReference Scholar { get; private set; }

    /// <summary>A marriage the citizen applies for, and one in which she is asked for her consent.</summary>
    public CaseReference Wedding { get; private set; }
    public CaseReference Invited { get; private set; }

    /// <summary>Cookies of the citizen, and of each official by login.</summary>
    public string Citizen { get; private set; } = "";
    public string Clerk { get; private set; } = "";
    public string Tahsildar { get; private set; } = "";
    public string GramPanchayat { get; private set; } = "";
    public string SocialWelfare { get; private set; } = "";
    public string Inspector { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Chromium = await Chromium.Start();
        House = await TestHouse.OpenOnLoopback();
        var citizen = await House.Citizen(Mobile);
        Certified = (await House.Case().By(citizen).Granted()).Reference;
        Refused = (await House.Case().By(citizen).Refused()).Reference;
        AtTahsildar = (await House.Case().By(citizen).Reported()).Reference;
        Asked = (await House.Case().By(citizen).Queried()).Reference;
        House.Clock.AdvanceDays(4);
        Lacking = (await House.Case().By(citizen).WithoutPaper().Submitted()).Reference;
        Fresh = (await House.Case().By(citizen).Submitted()).Reference;
        Owing = (await House.Owing(citizen)).Reference;
        var begun = await House.Owing(citizen);
        PaymentPage = (await begun.PaymentPage()).Id;
        Begun = begun.Reference;
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
        await citizen.Draft();
        await new Records(House, Certified).OutboxIsEmpty();
        await SignIn();
    }

    async Task<CaseReference> Married(TestCitizen wife, string husband)
    {
        await Tests.Applying.Parties.Wedding.Drafted(House, wife, husband, "9700000012", "", "9700000013");
        return await Tests.Applying.Parties.Wedding.Sent(House, wife);
    }

    async Task SignIn()
    {
        await using var visitor = await Visitor.Enter(Chromium, House, "mr");
        var walk = new CitizenWalk(visitor, Mobile);
        await walk.SignIn("my");
        await walk.BecomeKnownPerson(CitizenWalk.Name);
        Citizen = await visitor.Session();
        var desk = new DeskWalk(visitor, Fresh);
        await desk.SignIn("clerk.haveli");
        Clerk = await visitor.Session();
        await desk.SignIn("tahsildar.haveli");
        Tahsildar = await visitor.Session();
        await desk.SignIn("gp.kesnand", await House.Post("gp_kesnand", "gram_panchayat_adhikari"));
        GramPanchayat = await visitor.Session();
        await desk.SignIn("socialwelfare.pune");
        SocialWelfare = await visitor.Session();
        await desk.SignIn("scholarship.pune", await House.Post("pune_social_welfare", "social_welfare_inspector"));
        Inspector = await visitor.Session();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        await House.DisposeAsync();
    }
}
