using System.Net;
using EkDwar.People.Staff;
using EkDwar.Places;
using EkDwar.Processing.Transfers;
using EkDwar.Tests.People;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing;

/// <summary>Several officials moved on one date: seen before, in force at midnight, undone before.</summary>
public sealed class A_transfer_on_one_date : IAsyncLifetime
{
    static readonly DateOnly Today = new(2026, 3, 2), Friday = new(2026, 3, 6);

    TestHouse house = null!;
    Guid clerk, circle, clerkPost, circlePost;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        (clerk, circle) = (await house.Official("clerk.haveli"), await house.Official("circle.haveli"));
        (clerkPost, circlePost) = (await house.Post("haveli_tahsil", "clerk"), await house.Post("haveli_tahsil", "circle_officer"));
    }

    [Fact]
    public async Task shows_what_moves_and_takes_force_at_midnight()
    {
        await house.Case().Submitted();
        var admin = await house.Signed("admin.haveli");
        var empty = await Chosen(admin, Today.AddDays(-1), clerkTo: "", circleTo: "");
        Assert.Equal(["Enter a first day from today on, within two years.", "Choose for one post at least who shall hold it."], empty.Problems.Order(StringComparer.Ordinal).Reverse());
        var preview = await Chosen(admin, Friday, clerkTo: $"{circle}", circleTo: Move.Vacant);
        Assert.Contains("Clerk, Haveli Sunita Kamble Imran Shaikh 1 open, 0 of them overdue", preview.Text);
        Assert.Contains("Circle Officer, Haveli Imran Shaikh Stays vacant 0 open", preview.Text);
        Assert.Contains("Sunita Kamble holds no post of this office afterwards.", preview.Text);
        Assert.Empty(await house.Db(db => db.Set<Transfer>().ToListAsync()));
        Assert.Contains("The transfer is ordered.", (await preview.Form("#order").Press()).Text);

        house.Clock.Set(new DateTimeOffset(Friday.ToDateTime(new TimeOnly(0, 0)), TimeSpan.FromHours(5.5)).ToUniversalTime().AddSeconds(-60));
        var (before, after) = (await house.AtDesk("clerk"), house.Browser());
        Assert.True(await Has(clerk, clerkPost) && await Has(circle, circlePost) && !await Has(circle, clerkPost));
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.True(!await Has(clerk, clerkPost) && !await Has(circle, circlePost) && await Has(circle, clerkPost));
        Assert.Equal("/desk/en/sign-in", (await before.Open("/desk/en/inbox")).Path);
        var inbox = await house.SignsIn(after, "circle.haveli");
        Assert.Contains("Clerk, Haveli", inbox.TextOf(".ek-desk"));
        // The work stayed with the post.
        Assert.True(inbox.Has("main table tbody tr"));
        var late = await house.Signed("admin.haveli");
        Assert.DoesNotContain("Take it back", (await late.Open(await Address())).Text);
    }

    [Fact]
    public async Task is_undone_before_its_day_as_if_it_had_not_been()
    {
        var admin = await house.Signed("admin.haveli");
        await (await Chosen(admin, Friday, clerkTo: $"{circle}", circleTo: $"{clerk}")).Form("#order").Press();
        Assert.Contains("The transfer was taken back.", (await (await admin.Open(await Address())).Form("form[id^=undo-]").Press()).Text);
        house.Clock.AdvanceDays(30);
        Assert.True(await Has(clerk, clerkPost) && await Has(circle, circlePost) && !await Has(circle, clerkPost) && !await Has(clerk, circlePost));
        Assert.Equal([OfficeChangeKind.Relieved, OfficeChangeKind.TransferPlanned, OfficeChangeKind.TransferUndone], (await house.Record(clerk)).Order());
    }

    [Fact]
    public async Task is_in_force_at_once_when_it_is_for_today()
    {
        var (session, admin) = (await house.AtDesk("clerk"), await house.Signed("admin.haveli"));
        await (await Chosen(admin, Today, clerkTo: $"{circle}", circleTo: $"{clerk}")).Form("#order").Press();
        house.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("/desk/en/sign-in", (await session.Open("/desk/en/inbox")).Path);
        Assert.True(await Has(circle, clerkPost) && await Has(clerk, circlePost) && !await Has(clerk, clerkPost));
    }

    [Fact]
    public async Task moves_all_or_nobody_and_is_nobody_elses()
    {
        var tahsildar = await house.Signed("tahsildar.haveli");
        Assert.Equal(HttpStatusCode.NotFound, (await tahsildar.Open(await Address())).Status);
        var admin = await house.Db(async db => await (from holding in db.Set<PostHolding>() join post in db.Set<Post>() on holding.PostId equals post.PostId join office in db.Set<Office>() on post.OfficeId equals office.OfficeId
                                                      where office.Code == "haveli_tahsil" && post.Designation == StaffDesk.Administrator select new { Session = new EkDwar.People.DeskSession(holding.OfficialId, post.PostId), post.OfficeId }).SingleAsync());
        var (order, foreign) = (new StaffOrder(Today, null, "Estt/9"), await house.Post("gp_kesnand", "gram_panchayat_clerk"));
        var (elsewhere, nobody) = (await house.Db(db => (from official in db.Set<EkDwar.People.Official>() where !db.Set<PostHolding>().Any(holding => holding.OfficialId == official.OfficialId && db.Set<Post>().Any(post => post.PostId == holding.PostId && db.Set<Office>().Any(office => office.OfficeId == post.OfficeId && office.State == "mh"))) select official.OfficialId).FirstAsync()), Guid.CreateVersion7());
        foreach (var wrong in (Move[])[new(admin.Session.PostId, clerk), new(foreign, clerk), new(circlePost, admin.Session.OfficialId), new(circlePost, circle), new(circlePost, elsewhere), new(circlePost, nobody)])
            Assert.False((await house.Use((PlanTransfer plan) => plan.Run(admin.Session, admin.OfficeId, [new(clerkPost, null), wrong], order))).IsDone);
        Assert.True(await Has(clerk, clerkPost));
        Assert.Empty(await house.Db(db => db.Set<OfficeChange>().ToListAsync()));
    }

    async Task<Page> Chosen(Browser admin, DateOnly on, string clerkTo, string circleTo) => await (await admin.Open(await Address())).Form("#choose").Day("transfer-from", on)
        .With("transfer-words", "Estt/8 of 2 March").With($"transfer-post-{clerkPost:N}", clerkTo).With($"transfer-post-{circlePost:N}", circleTo).Press();

    async Task<string> Address() => $"{StaffWalk.People}/transfers?office={await house.Db(db => db.Set<Post>().Where(post => post.PostId == clerkPost).Select(post => post.OfficeId).SingleAsync())}";

    Task<bool> Has(Guid official, Guid post) => house.Use((HeldPosts held) => held.Has(official, post));

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
