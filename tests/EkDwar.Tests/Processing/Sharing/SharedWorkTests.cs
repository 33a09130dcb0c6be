using EkDwar.Cases;
using EkDwar.Foundation.Outcomes;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing;
using EkDwar.Processing.Inboxes;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing.Sharing;

/// <summary>Where an office has several posts of one designation: their work arrives unclaimed, one of them has it, and it goes from desk to desk as they and their seniors say.</summary>
public sealed class Work_of_several_posts(SharedOffice office) : IClassFixture<SharedOffice>
{
    TestHouse House => office.House;

    static string? Why(Outcome<CaseReference> outcome) => outcome.Refusals.Select(refusal => refusal.Code).FirstOrDefault();

    [Fact]
    public async Task lies_where_it_lay_before_there_were_several()
    {
        Assert.Equal(office.One.PostId, await office.Lies(office.Before));
        var names = await House.Db(db => db.Set<Post>().AsNoTracking().Where(post => post.Designation == "clerk" && db.Set<Office>().Any(at => at.OfficeId == post.OfficeId && at.Code == "haveli_tahsil")).OrderBy(post => post.Number).ToListAsync());
        Assert.Equal(["Clerk, Haveli", "Clerk 1, Haveli", "Clerk 2, Haveli", "Clerk 3, Haveli"], names.Select(post => post.Names["en"]));
        Assert.Equal(["लिपिक, हवेली तहसील", "लिपिक 1, हवेली तहसील"], names.Take(2).Select(post => post.Names["mr"]));
        Assert.Equal("Clerk", (await House.Use((PostDirectory directory) => directory.Called("mh", "clerk")))!["en"]);
    }

    [Fact]
    public async Task arrives_unclaimed_and_is_acted_on_by_whoever_claimed_it_alone()
    {
        var c = await House.Case().Submitted();
        Assert.Equal(office.Shared, await office.Lies(c));
        Assert.Equal("cases.claim_first", Why(await office.Forward(office.One, c)));
        Assert.True((await office.Claim(office.Two, c)).IsDone);
        Assert.Equal(office.Two.PostId, await office.Lies(c));
        Assert.Equal("cases.not_found", Why(await office.Forward(office.One, c)));
        Assert.Equal("processing.share.is_claimed", Why(await office.Claim(office.Three, c)));
        Assert.True((await office.Forward(office.Two, c)).IsDone);
        Assert.Equal(["ApplicationSubmitted", "CaseClaimed", "CaseForwarded"], await office.Events(c));
        var claimed = (await c.Ledger())[1];
        Assert.Equal((office.Two.PostId, office.Two.PostId), (claimed.PostId, LedgerFacts.Parse(claimed.Facts).PostId));
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task is_claimed_once_when_three_do_so_at_the_same_moment()
    {
        var c = await House.Case().Submitted();
        var outcomes = await Task.WhenAll(new[] { office.One, office.Two, office.Three }.Select(who => Task.Run(() => office.Claim(who, c))));
        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal(2, outcomes.Count(outcome => Why(outcome) == "processing.share.is_claimed"));
        Assert.Equal(["ApplicationSubmitted", "CaseClaimed"], await office.Events(c));
    }

    [Fact]
    public async Task is_hers_already_when_she_claims_it_twice_or_at_two_windows_at_once()
    {
        var c = await House.Case().Submitted();
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => office.Claim(office.One, c)))), outcome => Assert.True(outcome.IsDone));
        Assert.Equal(["ApplicationSubmitted", "CaseClaimed"], await office.Events(c));
    }

    [Fact]
    public async Task is_given_back_and_handed_over_by_whoever_has_it_and_once()
    {
        var c = await House.Case().Submitted();
        await office.Claim(office.One, c);
        Assert.Equal("processing.share.not_on_your_desk", Why(await office.GiveBack(office.Two, c)));
        Assert.Equal("cases.words_needed", Why(await office.HandOver(office.One, c, office.Two.PostId, " ")));
        Assert.Equal("processing.share.to_whom", Why(await office.HandOver(office.One, c, office.Circle.PostId)));
        Assert.Equal("processing.share.to_whom", Why(await office.HandOver(office.One, c, office.Shared)));
        Assert.Equal("processing.share.is_there", Why(await office.HandOver(office.One, c, office.One.PostId)));
        var seen = (await c.Row()).Version;
        Assert.True((await office.HandOver(office.One, c, office.Two.PostId, seen: seen)).IsDone);
        Assert.True((await office.HandOver(office.One, c, office.Two.PostId, seen: seen)).IsDone);
        Assert.Equal("cases.somebody_else_was_first", Why(await office.HandOver(office.One, c, office.Three.PostId, seen: seen)));
        Assert.Equal(office.Two.PostId, await office.Lies(c));
        seen = (await c.Row()).Version;
        Assert.True((await office.GiveBack(office.Two, c, seen)).IsDone);
        Assert.True((await office.GiveBack(office.Two, c, seen)).IsDone);
        Assert.Equal(office.Shared, await office.Lies(c));
        Assert.Equal(["ApplicationSubmitted", "CaseClaimed", "CaseHandedOver", "CaseGivenBack"], await office.Events(c));
    }

    [Fact]
    public async Task is_new_for_whoever_was_given_it_until_she_opens_it()
    {
        var c = await House.Case().Submitted();
        await office.Assign(office.Tahsildar, c, office.Two.PostId);
        Assert.Contains((c.Reference, nameof(CaseEvent.CaseAssigned)), await New(office.Two));
        Assert.DoesNotContain(await New(office.Three), one => one.Reference == c.Reference);
        await office.HandOver(office.Two, c, office.Three.PostId);
        Assert.Contains((c.Reference, nameof(CaseEvent.CaseHandedOver)), await New(office.Three));
        await office.Look(office.Three, c);
        Assert.DoesNotContain(await New(office.Three), one => one.Reference == c.Reference);
        // What she takes herself is no news to her.
        var own = await House.Case().Submitted();
        await office.Claim(office.One, own);
        Assert.DoesNotContain(await New(office.One), one => one.Reference == own.Reference);

        Task<IReadOnlyList<(CaseReference Reference, string Kind)>> New(DeskSession who) => House.Db(db => DeskNotice.Unseen(db, who.PostId));
    }

    [Fact]
    public async Task is_assigned_by_a_senior_of_the_office_and_nobody_else()
    {
        var c = await House.Case().Submitted();
        var elsewhere = await House.Db(db => (from official in db.Set<Official>()
                                              join holding in db.Set<PostHolding>() on official.OfficialId equals holding.OfficialId
                                              join post in db.Set<Post>() on holding.PostId equals post.PostId
                                              where official.Login == "tahsildar.junnar" && post.Designation == "tahsildar"
                                              select new DeskSession(official.OfficialId, post.PostId) { SinceProof = TimeSpan.Zero }).SingleAsync());
        foreach (var who in new[] { office.One, office.Circle, elsewhere }) Assert.Equal("cases.not_found", Why(await office.Assign(who, c, office.Two.PostId)));
        Assert.Equal("processing.share.to_whom", Why(await office.Assign(office.Tahsildar, c, office.Circle.PostId)));
        Assert.Equal("cases.words_needed", Why(await office.Assign(office.Tahsildar, c, office.Two.PostId, "")));
        Assert.True((await office.Assign(office.Tahsildar, c, office.Two.PostId)).IsDone);
        var seen = (await c.Row()).Version;
        Assert.True((await office.Assign(office.Tahsildar, c, office.Three.PostId, seen: seen)).IsDone);
        Assert.True((await office.Assign(office.Tahsildar, c, office.Three.PostId, seen: seen)).IsDone);
        Assert.Equal("cases.somebody_else_was_first", Why(await office.Assign(office.Tahsildar, c, office.One.PostId, seen: seen)));
        Assert.Equal(office.Three.PostId, await office.Lies(c));
        Assert.Equal(["ApplicationSubmitted", "CaseAssigned", "CaseAssigned"], await office.Events(c));
        // Where there is one post of the designation, it goes to no other.
        var single = await House.Case().Submitted();
        await office.Claim(office.One, single);
        await office.Forward(office.One, single);
        Assert.Equal("cases.not_found", Why(await office.Assign(office.Tahsildar, single, office.Circle.PostId)));
        Assert.Equal("cases.action_not_here", Why(await office.GiveBack(office.Circle, single)));
    }

    [Fact]
    public async Task opens_for_each_while_unclaimed_and_then_for_those_who_have_or_had_it()
    {
        var c = await House.Case().Submitted();
        Assert.True((await office.Look(office.Three, c)).IsDone);
        await office.Claim(office.One, c);
        Assert.False((await office.Look(office.Two, c)).IsDone);
        Assert.False((await office.Look(office.Three, c)).IsDone);
        await office.HandOver(office.One, c, office.Two.PostId);
        Assert.True((await office.Look(office.Two, c)).IsDone);
        Assert.True((await office.Look(office.One, c)).IsDone);
        Assert.False((await office.Look(office.Tahsildar, c)).IsDone);
        var looks = await House.Db(db => db.Set<Look>().AsNoTracking().Where(look => look.CaseId == c.CaseId).OrderBy(look => look.LookId).Select(look => look.Reason).ToListAsync());
        Assert.Equal(["unclaimed", "assigned", "was_assigned"], looks);
    }

    [Fact]
    public async Task comes_back_to_whoever_had_it_when_a_later_stage_sends_it_back()
    {
        var c = await House.Case().Submitted();
        await office.Claim(office.Three, c);
        await office.Forward(office.Three, c);
        Assert.True((await c.Report()).IsDone);
        var version = (await c.Row()).Version;
        var back = await House.Use((ReturnCase giveBack) => giveBack.Run(office.Tahsildar, c.CaseId, version, "scrutiny", "नाव तपासा"));
        if (back.IsDone) Assert.Equal(office.Three.PostId, await office.Lies(c));
        else
        {
            // The service of this house has no way back: the desk it would come to is asked by itself.
            Assert.Equal("cases.action_not_here", Why(back));
            await House.Use(async (IServiceProvider services) =>
            {
                var (cases, path) = ((CaseFiles)services.GetService(typeof(CaseFiles))!, (CasePath)services.GetService(typeof(CasePath))!);
                var file = (await cases.Open(c.CaseId))!;
                Assert.Null(await path.PlaceBack(file, file.Service.Stage("scrutiny"), House.Clock.UtcNow()));
                Assert.Equal(office.Three.PostId, file.Desk!.PostId);
            });
        }
    }

    [Fact]
    public async Task keeps_its_dates_and_its_wait_whoever_has_it()
    {
        var c = await House.Case().Submitted();
        var arrived = (await c.WorkItems())[0].SinceAt;
        var due = (await c.Row()).DueOn;
        House.Clock.AdvanceDays(2);
        await office.Claim(office.One, c);
        var item = (await c.WorkItems())[1];
        Assert.Equal((due, (DateTime?)arrived, House.Clock.UtcNow()), (item.DueOn, item.StageSinceAt, item.SinceAt));
        Assert.True((await House.Use(async (RaiseQuery query) => await query.Run(office.One, c.CaseId, (await c.Row()).Version, [new("income_proof", "unreadable", null)], "वाचता येत नाही."))).IsDone);
        var closes = (await c.Row()).ClosesOn;
        Assert.NotNull(closes);
        House.Clock.AdvanceDays(3);
        await office.HandOver(office.One, c, office.Two.PostId);
        await office.Note(office.Two, c, "दूरध्वनी केला, उत्तर नाही");
        await office.GiveBack(office.Two, c);
        var row = await c.Row();
        Assert.Equal((closes, CaseStatus.AwaitingCitizen, true), (row.ClosesOn, row.Status, row.IsPaused));
        item = (await c.WorkItems())[^1];
        Assert.Equal((office.Shared, true, true, (DateTime?)arrived), (item.PostId, item.IsPaused, item.IsWithApplicant, item.StageSinceAt));
        Assert.True((await c.Answer()).IsDone);
        Assert.False((await c.WorkItems())[^1].IsWithApplicant);
        Assert.Empty((await House.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task falls_on_the_nearest_senior_while_unclaimed_and_then_on_whoever_has_it()
    {
        var today = House.Clock.Today();
        var shared = await House.Use((Rosters rosters) => rosters.HolderOn(office.Shared, today));
        Assert.Equal(Standing.Senior, shared.As);
        Assert.Equal(await House.Db(db => db.Set<Official>().Where(official => official.Login == "record.haveli").Select(official => (Guid?)official.OfficialId).SingleAsync()), shared.OfficialId);
        Assert.Equal(new Acting(office.Two.OfficialId, Standing.Holder), await House.Use((Rosters rosters) => rosters.HolderOn(office.Two.PostId, today)));
        // Nobody acts from the shared desk itself, however senior.
        Assert.False(await House.Use((HeldPosts held) => held.Has(shared.OfficialId!.Value, office.Shared)));
        Assert.DoesNotContain(await House.Use((HeldPosts held) => held.Of(shared.OfficialId!.Value)), post => post.IsShared);
    }

    [Fact]
    public async Task is_counted_on_every_desk_as_it_is_listed()
    {
        var c = await House.Case().Submitted();
        var own = await office.Inbox(office.One);
        var list = await office.Inbox(office.One, office.Shared);
        Assert.Equal(own.Unclaimed, list.Total);
        var unclaimed = await House.Db(db => db.Set<WorkItem>().CountAsync(item => item.PostId == office.Shared && item.DoneAt == null && !item.IsPaused));
        Assert.Equal(Tally.Of(unclaimed), list.Total);
        Assert.All(list.Lines, line => Assert.NotEqual(ApplicantName.Unknown, line.Applicant));
        Assert.Null((await office.Inbox(office.Circle)).Unclaimed);
        var team = (await House.Use((ReadTeam read) => read.Run(office.Tahsildar))).Where(line => line.Post.Designation == "clerk").ToList();
        Assert.Equal([0, 1, 2, 3], team.Select(line => line.Post.Number));
        foreach (var line in team)
        {
            var seen = await office.Inbox(office.Tahsildar, line.Post.PostId);
            Assert.Equal(line.Counts.Running, seen.Total);
            Assert.All(seen.Lines, one => Assert.Equal(ApplicantName.Unknown, one.Applicant));
        }
        await office.Claim(office.One, c);
        Assert.Equal(own.Total.Known + 1, (await office.Inbox(office.One)).Total.Known);
        Assert.Equal(unclaimed - 1, (await office.Inbox(office.One, office.Shared)).Total.Known);
    }

    [Fact]
    public async Task is_looked_after_by_the_administrator_post_by_post_and_its_shared_desk_by_nobody()
    {
        var admin = await House.Desk("administrator");
        var officeId = await House.Db(db => db.Set<Post>().Where(post => post.PostId == office.Shared).Select(post => post.OfficeId).SingleAsync());
        var people = await House.Use((EkDwar.People.Staff.StaffBook book) => book.Of(admin, officeId));
        Assert.Equal([1, 2, 3], people!.Lines.Where(line => line.Post.Designation == "clerk").Select(line => line.Post.Number).Order());
        var opened = await House.Use((EkDwar.People.Staff.StaffDesk desk) => desk.Open(admin, office.Shared));
        Assert.Equal([EkDwar.People.Staff.StaffDesk.NotYours], opened.Refusals);
    }
}
