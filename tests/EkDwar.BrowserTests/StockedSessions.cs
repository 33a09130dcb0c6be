using Microsoft.EntityFrameworkCore;

namespace EkDwar.BrowserTests;

/// <summary>Who is signed in to the stocked house: each came in through the pages, once.</summary>
public sealed partial class StockedHouse
{
    /// <summary>Cookies of the citizen, and of each official by login.</summary>
    public string Citizen { get; private set; } = "";
    public string Clerk { get; private set; } = "";
    public string Tahsildar { get; private set; } = "";
    public string GramPanchayat { get; private set; } = "";
    public string Electrical { get; private set; } = "";
    public string Authority { get; private set; } = "";
    public string Administrator { get; private set; } = "";
    public string SocialWelfare { get; private set; } = "";
    public string Inspector { get; private set; } = "";
    public string Circle { get; private set; } = "";

    /// <summary>Those of the phone in which a field visit is open.</summary>
    public string FieldVisitor { get; private set; } = "";

    /// <summary>The cookies of whoever looks; null for somebody not signed in.</summary>
    public string? Session(Reader reader) => reader switch
    {
        Reader.Citizen => Citizen, Reader.Clerk => Clerk, Reader.Tahsildar => Tahsildar, Reader.GramPanchayat => GramPanchayat, Reader.Electrical => Electrical,
        Reader.Authority => Authority, Reader.Administrator => Administrator,
        Reader.SocialWelfare => SocialWelfare, Reader.Inspector => Inspector, Reader.Circle => Circle, Reader.FieldVisitor => FieldVisitor, _ => null,
    };

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
        await desk.SignIn("electrical.haveli");
        Electrical = await visitor.Session();
        await desk.SignIn("sdo.pune", await House.Post("haveli_tahsil", "sub_divisional_officer"));
        Authority = await visitor.Session();
        await desk.SignIn("admin.haveli");
        Administrator = await visitor.Session();
        ManagedPost = await House.Post("haveli_tahsil", "awal_karkun");
        ClerksPost = await House.Post("haveli_tahsil", "clerk");
        (ManagedOffice, ManagedOfficial) = await House.Db(async db => ((await db.FindAsync<EkDwar.Places.Post>(ManagedPost))!.OfficeId,
            (await db.Set<EkDwar.People.Official>().AsNoTracking().SingleAsync(official => official.Login == "awal.haveli")).OfficialId));
        await desk.SignIn("socialwelfare.pune");
        SocialWelfare = await visitor.Session();
        await desk.SignIn("scholarship.pune", await House.Post("pune_social_welfare", "social_welfare_inspector"));
        Inspector = await visitor.Session();
        await desk.SignIn("circle.haveli");
        Circle = await visitor.Session();
        FieldVisitor = await VisitPages.Opened(this);
    }
}
