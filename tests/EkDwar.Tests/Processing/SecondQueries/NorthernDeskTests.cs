using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Emergencies;
using EkDwar.Catalogue;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Processing.SecondQueries;

/// <summary>In each state somebody stands over the officers of its offices: what needs a senior's leave finds one who is there.</summary>
public sealed class A_senior_in_every_state(SharedHouse shared) : IClassFixture<SharedHouse>
{
    TestHouse House => shared.House;

    [Theory]
    [InlineData("pb", "old-age-pension")]
    [InlineData("hr", "old-age-samman-allowance")]
    public async Task allows_a_second_query_and_reading_in_an_emergency(string state, string service)
    {
        var c = await Sent(state, service);
        var desk = await Desk(c);
        var version = (await c.Row()).Version;
        var question = (await House.Use(async (CaseFiles cases) => (await cases.Open(c.CaseId))!)).Service.Questions.First(one => one.Type != "document" && one.Type != "name");
        Defect[] defects = [new(question.Id, "wrong", null)];
        Assert.True((await House.Use((RaiseQuery query) => query.Run(desk, c.CaseId, version, defects, "Correct this."))).IsDone);
        Assert.True((await House.Use((AnswerQuery answer) => answer.Run(c.Citizen.Session, c.CaseId, "It is right."))).IsDone);
        version = (await c.Row()).Version;
        Assert.True((await House.Use((EkDwar.Processing.SecondQueries.AskSecondQuery ask) => ask.Run(desk, c.CaseId, version, defects, "Correct this.", "It was overlooked."))).IsDone);
        var senior = await Over(desk);
        Assert.True((await c.Leave(senior)).IsDone);
        Assert.Equal(CaseStatus.AwaitingCitizen, (await c.Row()).Status);

        var asker = await Another(c, desk);
        var request = await House.Asks(asker, $"{c.Reference}", "life");
        Assert.Equal(EmergencyStatus.Allowed, (await House.Answers(await Over(asker), request.Value)).Value);
        Assert.True(await House.Opens(asker, request.Value));
    }

    /// <summary>Every post that works on a case of some service has one above it that an official of the demo holds, but for the heads of their offices.</summary>
    [Theory]
    [InlineData("pb")]
    [InlineData("hr")]
    public async Task is_there_for_every_post_that_asks_the_citizen(string state)
    {
        var asking = (await House.Services.GetRequiredService<PublishedServices>().Current(state)).SelectMany(service => service.Stages.Where(stage => stage.May("query"))).Select(stage => stage.Post).ToHashSet();
        var posts = await House.Db(async db => await (from post in db.Set<Post>()
                                                      join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                                                      where office.State == state && asking.Contains(post.Designation) && post.Number != Post.Shared
                                                      select post).ToListAsync());
        Assert.NotEmpty(posts);
        foreach (var post in posts)
            Assert.True((await House.Use((PostsOver over) => over.Of(post.PostId))).Count > 0, $"nobody stands over {post.Names.In(EkDwar.Foundation.Languages.LanguageCode.English)}");
    }

    async Task<TestCase> Sent(string state, string id)
    {
        var citizen = await House.Citizen();
        var service = (await House.Services.GetRequiredService<PublishedServices>().Current(state, id))!;
        await Every_service_of_the_catalogue.Answered(House, citizen, service);
        var sent = await House.Use(async (IServiceProvider services) =>
        {
            var draft = (await services.GetRequiredService<Drafts>().Open(citizen.Session, state, id))!;
            return await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft, Guid.CreateVersion7().ToString("N"), "web", "en");
        });
        return new(House, citizen, sent.Value);
    }

    Task<DeskSession> Desk(TestCase c) => House.Db(async db => await (
        from item in db.Set<WorkItem>()
        where item.CaseId == c.CaseId && item.DoneAt == null
        join holding in db.Set<PostHolding>() on item.PostId equals holding.PostId
        select new DeskSession(holding.OfficialId, item.PostId) { SinceProof = TimeSpan.Zero }).FirstAsync());

    /// <summary>Whoever holds the nearest post above that somebody else holds.</summary>
    async Task<DeskSession> Over(DeskSession desk)
    {
        foreach (var post in await House.Use((PostsOver over) => over.Of(desk.PostId)))
            if (await House.Db(db => db.Set<PostHolding>().FirstOrDefaultAsync(holding => holding.PostId == post.PostId && holding.OfficialId != desk.OfficialId)) is { } held) return new(held.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero };
        throw new InvalidOperationException("nobody holds a post above");
    }

    /// <summary>Somebody of another office of the state, where the case never was.</summary>
    async Task<DeskSession> Another(TestCase c, DeskSession desk)
    {
        var (office, state) = ((await c.Row()).OfficeId, (await c.Row()).State);
        var posts = await House.Db(async db => await (from at in db.Set<Office>()
                                                      where at.State == state && at.OfficeId != office
                                                      join post in db.Set<Post>() on at.OfficeId equals post.OfficeId
                                                      where post.Designation == "duty_patwari"
                                                      join holding in db.Set<PostHolding>() on post.PostId equals holding.PostId
                                                      orderby post.PostId
                                                      select new DeskSession(holding.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero }).ToListAsync());
        return posts.First(one => one.OfficialId != desk.OfficialId);
    }
}
