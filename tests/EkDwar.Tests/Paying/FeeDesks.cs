using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Foundation.Outcomes;
using EkDwar.Paying;
using EkDwar.Paying.Assessment;
using EkDwar.Paying.Office;
using EkDwar.Paying.SetAside;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Paying;

/// <summary>What desks do about fees, through the real use cases, each with the version of the case as it is now unless another is given.</summary>
static class FeeDesks
{
    /// <summary>Applied for with plausible answers; its papers are there.</summary>
    public static async Task<TestCase> AppliedFor(this TestHouse house, TestCitizen citizen, string serviceId, string token = "")
    {
        var service = (await house.Services.GetRequiredService<PublishedServices>().Current("mh", serviceId))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        return new(house, citizen, (await house.Sends(citizen, serviceId, token)).Value);
    }

    public static Task<Outcome<CaseReference>> Sends(this TestHouse house, TestCitizen citizen, string serviceId, string token = "") => house.Use(async (IServiceProvider services) =>
        await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", serviceId) is not { } draft ? new Refusal("applying.draft_changed")
            : await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft, token.Length > 0 ? token : Guid.CreateVersion7().ToString("N"), "web", "mr"));

    /// <summary>Whoever holds this post at the office that has the case.</summary>
    public static Task<DeskSession> DeskOf(this TestCase c, string designation) => c.House.Db(async db => await (
        from row in db.Set<Case>()
        where row.CaseId == c.CaseId
        join post in db.Set<Post>() on row.OfficeId equals post.OfficeId
        where post.Designation == designation
        join holding in db.Set<PostHolding>() on post.PostId equals holding.PostId
        select new DeskSession(holding.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero }).FirstAsync());

    public static async Task<Outcome<CaseReference>> Assess(this TestCase c, string pages, string? words = null, string by = "clerk", long? seen = null)
    {
        var (desk, version) = (await c.DeskOf(by), seen ?? (await c.Row()).Version);
        return await c.House.Use((AssessFee assess) => assess.Run(desk, c.CaseId, version, new Dictionary<string, string> { ["pages"] = pages }, words));
    }

    public static async Task<Outcome<CaseReference>> TakeFee(this TestCase c, PaymentMeans means = PaymentMeans.Cash, string number = "", DateOnly? on = null, string by = "clerk", long? seen = null)
    {
        var (desk, version) = (await c.DeskOf(by), seen ?? (await c.Row()).Version);
        return await c.House.Use((TakeFee take) => take.Run(desk, c.CaseId, version, new(means, number, on)));
    }

    public static async Task<Outcome<CaseReference>> ReverseFee(this TestCase c, string by = "clerk")
    {
        var (desk, version) = (await c.DeskOf(by), (await c.Row()).Version);
        return await c.House.Use((ReverseFee reverse) => reverse.Run(desk, c.CaseId, version, "दुसऱ्या अर्जाची रक्कम होती."));
    }

    public static async Task<Outcome<CaseReference>> Judge(this TestCase c, Verdict? verdict, int seq = 1, string by = "clerk", string? words = "बँकेचे विवरण पाहिले.")
    {
        var (desk, version) = (await c.DeskOf(by), (await c.Row()).Version);
        return await c.House.Use((JudgePayment judge) => judge.Run(desk, new(c.Reference, seq), version, verdict, words));
    }

    public static async Task<Outcome<CaseReference>> SetAside(this TestCase c, string by = "sub_divisional_officer", DateOnly? on = null)
    {
        var (desk, version) = (await c.DeskOf(by), (await c.Row()).Version);
        return await c.House.Use((SetAsideRefusal setAside) => setAside.Run(desk, c.CaseId, version, new("अपील/12/2026", on ?? DateOnly.FromDateTime(c.House.Clock.GetUtcNow().UtcDateTime), "पुरावा पुरेसा होता.")));
    }

    public static Task<Outcome<CaseReference>> AskFeeBack(this TestCase c) => c.House.Use(async (IServiceProvider services) =>
        await services.GetRequiredService<AskFeeBack>().Run((await services.GetRequiredService<CaseFiles>().Open(c.CaseId))!));

    public static async Task<Outcome<CaseReference>> HandFeeBack(this TestCase c, string by = "clerk")
    {
        var (desk, version) = (await c.DeskOf(by), (await c.Row()).Version);
        return await c.House.Use((HandFeeBack hand) => hand.Run(desk, c.CaseId, version, "पार्वतीबाई कदम"));
    }

    /// <summary>Refused by whoever decides, on the service's first ground.</summary>
    public static async Task Refused(this TestCase c)
    {
        var file = (await c.House.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        while (file.Next.Count > 0)
        {
            var from = await c.DeskOf(file.Stage!.Post);
            if (file.Stage.Form is not null)
            {
                Assert.True((await c.Finds(file.Stage.Post, Copied.Photo)).IsDone);
                file = (await c.House.Use((CaseFiles files) => files.Open(c.CaseId)))!;
            }
            Assert.True((await c.House.Use((EkDwar.Processing.ForwardCase forward) => forward.Run(from, c.CaseId, file.Case.Version, "पाहिले"))).IsDone);
            file = (await c.House.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        }
        var desk = await c.DeskOf(file.Stage!.Post);
        Assert.True((await c.House.Use((EkDwar.Deciding.RefuseApplication refuse) => refuse.Run(desk, c.CaseId, file.Case.Version, file.Service.Grounds[0].Code, "पुरावा अपुरा आहे."))).IsDone);
    }

    public static Task<List<CashEntry>> CashEntries(this TestHouse house) => house.Db(db => db.Set<CashEntry>().AsNoTracking().OrderBy(entry => entry.Seq).ToListAsync());

    public static async Task<FeeDue> Fee(this TestCase c) => FeeDue.Parse((await c.Row()).Fee);

    public static async Task<string> Refusal(this Task<Outcome<CaseReference>> outcome) => string.Join(", ", (await outcome).Refusals.Select(refusal => refusal.Code));

    /// <summary>Every entry of the case's money ledger comes to nothing.</summary>
    public static async Task Balances(this TestCase c) =>
        Assert.All((await c.Postings()).GroupBy(posting => posting.Entry), entry => Assert.Equal(0, entry.Sum(posting => posting.AmountMinor)));
}
