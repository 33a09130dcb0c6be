using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing.Moves;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>One service, given by a corporation and by a council: each application goes to its own body, whose officers decide and hear, and stays with bodies of that kind.</summary>
public sealed class One_service_of_two_bodies
{
    static readonly string[] Corporation = ["Licence Superintendent, Pune Municipal Corporation", "Deputy Commissioner, Pune Municipal Corporation", "Commissioner, Pune Municipal Corporation"];
    static readonly string[] Council = ["Office Superintendent, Baramati Municipal Council", "Chief Officer, Baramati Municipal Council", "District Joint Commissioner (Municipal Councils), Pune"];

    static async Task<TestCase> Sent(TestHouse house, TestCitizen citizen, string ward)
    {
        var service = (await house.Use((PublishedServices services) => services.Current("mh", "trade-licence")))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service, new Dictionary<string, string> { ["ward"] = ward });
        return await house.Use(async (IServiceProvider services) =>
        {
            var draft = (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", "trade-licence"))!;
            var sent = await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft, ward, "web", "en");
            Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
            return new TestCase(house, citizen, sent.Value);
        });
    }

    [Theory]
    [InlineData("pune_city.kasba", "pune_licence", "licence_superintendent")]
    [InlineData("baramati_council.ward_2", "baramati_council", "office_superintendent")]
    public async Task goes_to_its_own_officers_and_names_its_own_authorities(string ward, string office, string designated)
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var c = await Sent(house, citizen, ward);
        await c.Pays();
        var row = await c.Row();
        Assert.Equal(office, await house.Db(db => db.Set<Office>().Where(one => one.OfficeId == row.OfficeId).Select(one => one.Code).SingleAsync()));

        var (own, others) = office == "pune_licence" ? (Corporation, Council) : (Council, Corporation);
        var slip = Tool.OneLine((await citizen.Browser.Open($"/mh/en/cases/{c.Reference}/slip.pdf")).Bytes);
        var tracker = (await citizen.Browser.Open($"/mh/en/cases/{c.Reference}")).Text;
        Assert.All(own, name => Assert.Contains(name, slip));
        Assert.All(own, name => Assert.Contains(name, tracker));
        Assert.All(others, name => Assert.DoesNotContain(name, slip + tracker));

        var service = (await house.Use((PublishedServices services) => services.Current("mh", "trade-licence")))!;
        var terms = Terms.Parse(row.Terms);
        Assert.Equal(designated, terms.Officers.Designated);
        foreach (var stage in terms.Stages) await Every_service_of_the_catalogue.Acts(house, service, service.Stage(stage), c.CaseId);
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
        // Whoever did something at a desk is of this office alone.
        var posts = await house.Db(db => db.Set<WorkItem>().Where(item => item.CaseId == c.CaseId).Join(db.Set<Post>(), item => item.PostId, post => post.PostId, (item, post) => post.OfficeId).Distinct().ToListAsync());
        Assert.Equal([row.OfficeId], posts);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task is_not_moved_to_a_body_of_another_kind()
    {
        await using var house = await TestHouse.Open();
        var c = await Sent(house, await house.Citizen(name: "पार्वतीबाई कदम"), "pune_city.kasba");
        await c.Pays();
        var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        Assert.Equal("municipal_corporation", file.Terms.Body);
        Assert.Empty(await house.Use((FindPlaces find) => find.Run(file, "Baramati")));
        var desk = await house.Db(db => db.Set<WorkItem>().Where(item => item.CaseId == c.CaseId && item.DoneAt == null).Join(db.Set<PostHolding>(), item => item.PostId, holding => holding.PostId, (item, holding) => new { holding.OfficialId, item.PostId }).FirstAsync());
        var moved = await house.Use((TransferCase transfer) => transfer.Run(new DeskSession(desk.OfficialId, desk.PostId), c.CaseId, file.Case.Version, "baramati_council.ward_1", "बारामतीचा अर्ज आहे"));
        Assert.Equal("processing.transfer.place_needed", Assert.Single(moved.Refusals).Code);
    }

    [Fact]
    public async Task shows_both_before_anybody_says_where()
    {
        await using var house = await TestHouse.Open();
        var page = (await house.Browser().Open("/mh/en/services/trade-licence")).Text;
        foreach (var said in (string[])["Municipal corporation", "Licence Superintendent", "Municipal council", "Office Superintendent", "Chief Officer"]) Assert.Contains(said, page);
    }
}
