using System.Net;
using EkDwar.Foundation.Languages;
using EkDwar.People;
using EkDwar.People.ByName;
using EkDwar.People.Staff;
using EkDwar.Places;
using EkDwar.Foundation.Time;
using EkDwar.Tests.Processing;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.People;

/// <summary>The administrator of the Haveli tahsil finds officials by name: to open what there is about one, and to fill a post.</summary>
public sealed class An_official_found_by_name(SharedHouse shared) : IClassFixture<SharedHouse>
{
    TestHouse House => shared.House;

    [Theory]
    [InlineData("Pavar", true)]
    [InlineData("दिलिप पवार", true)]
    [InlineData("ਪਵਾਰ", true)]
    [InlineData("DILIP  PAWAR", false)]
    [InlineData(" awal.haveli ", false)]
    public async Task is_found_in_any_script_and_spelling_and_by_login(string typed, bool sounds)
    {
        var found = (await Finds("haveli_tahsil", typed)).Lines.Single(one => one.Official.Login == "awal.haveli");
        Assert.Equal(sounds, !found.IsExact);
        Assert.Equal("awal_karkun", Assert.Single(found.Posts).Post.Designation);
    }

    [Fact]
    public async Task among_her_own_leads_to_the_page_about_him()
    {
        var admin = await House.Signed("admin.haveli");
        var page = await (await admin.Open(StaffWalk.People)).Follow("Find an official by name");
        Assert.False(page.Has("table"));
        Assert.Equal(["Enter a name or a login name."], (await page.Form("#find").With("q", " - ").Press()).Problems);
        Assert.Equal(["Enter at most 100 characters."], (await page.Form("#find").With("q", new string('ग', 101)).Press()).Problems);
        // Of an office above hers; and she herself.
        foreach (var nobody in (string[])["Zzyzx", "headclerk.pune", "Kavita Joshi"])
            Assert.Contains("No official of your offices has a name that sounds so.", (await page.Form("#find").With("q", nobody).Press()).Text);
        var found = await page.Form("#find").With("q", "गायकवाड").Press();
        Assert.Contains("Rekha Gaikwad", found.Text);
        var about = await (await found.Form("#find").With("q", "Dileep Pavar").Press()).Follow("Dilip Pawar");
        Assert.Equal($"{StaffWalk.People}/officials/{await House.Official("awal.haveli")}", about.Path);
    }

    [Fact]
    public async Task for_a_post_is_chosen_from_the_whole_state_and_put_in_charge_of_it()
    {
        var (post, admin) = (await House.Post("haveli_tahsil", "circle_officer"), await House.Signed("admin.haveli"));
        var page = await (await admin.Open(StaffWalk.Posts(post))).Follow($"a[href*='find'][href$='act=charge']");
        var found = await page.Form("#find").With("q", "Prakaash Saalve").Press();
        Assert.Contains("sounds like it", found.Text);
        var form = await found.Follow("Choose: Prakash Salve");
        Assert.Equal(StaffWalk.Posts(post), form.Path);
        Assert.Contains("Chosen: Prakash Salve.", form.TextOf("#charge"));
        Assert.Equal("", form.Form("#join").Value("join-login") ?? "");
        var told = await form.Form("#charge").Day("charge-from", new(2026, 3, 2)).With("charge-words", "Estt/9").Press();
        // Found, chosen and refused for what the order says: the name is not what stands against it.
        Assert.Equal(["On that day the holder is there. Enter her leave first, or relieve her."], told.Problems);
        Assert.Equal("headclerk.pune", told.Form("#charge").Value("charge-login"));
    }

    [Fact]
    public async Task of_one_name_are_told_apart_by_post_office_and_days_and_whoever_was_relieved_by_the_last_one()
    {
        var (mulshi, junnar) = (await House.Post("mulshi_tahsil", "tahsildar"), await House.Post("junnar_tahsil", "tahsildar"));
        await Enters("ganpat.one", "गणपत टिळेकर", "Ganpat Tilekar", new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = mulshi, FromOn = new(2024, 6, 1) });
        await Enters("ganpat.two", "गणपत टिळेकर", "Ganpat Tilekar", new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = junnar, FromOn = new(2020, 1, 1), UntilOn = new(2025, 12, 31) });
        var admin = await House.Signed("admin.haveli");
        var post = await House.Post("haveli_tahsil", "clerk");
        var page = await admin.Open($"{StaffWalk.People}/find?post={post}&act=join&q=Tilekar");
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(Page.Words).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains(rows, row => row.Contains("ganpat.one", StringComparison.Ordinal) && row.Contains("Mulshi", StringComparison.Ordinal) && row.Contains("since 1 June 2024", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("ganpat.two", StringComparison.Ordinal) && row.Contains("Junnar", StringComparison.Ordinal) && row.Contains("until 31 December 2025", StringComparison.Ordinal));
    }

    [Fact]
    public async Task stays_within_the_state_and_what_the_administrator_looks_after()
    {
        var post = await House.Post("haveli_tahsil", "clerk");
        await Enters("harpreet.ludhiana", "ਹਰਪ੍ਰੀਤ ਢਿੱਲੋਂ", "Harpreet Dhillon", new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = await PostOf("pb"), FromOn = new(2024, 6, 1) });
        Assert.Empty((await Finds("haveli_tahsil", "Harpreet Dhillon", post)).Lines);
        Assert.Empty((await Finds("haveli_tahsil", "harpreet.ludhiana", post)).Lines);
        var admin = await House.At("haveli_tahsil", "administrator");
        var order = new StaffOrder(new(2030, 1, 1), null, "Estt/10");
        Assert.Equal("people.staff.no_such_login", (await House.Use((JoinPost join) => join.Run(admin, post, "harpreet.ludhiana", order with { FromOn = House.Clock.Today() }))).Refusals[0].Code);
        Assert.Equal("people.staff.no_such_login", (await House.Use((GiveCharge give) => give.Run(admin, post, "harpreet.ludhiana", order with { FromOn = House.Clock.Today() }))).Refusals[0].Code);
        // A post above hers, a post that is none, and somebody who is no administrator.
        foreach (var (who, wanted) in new[] { (admin, await House.Post("pune_sub_division", "head_clerk")), (admin, Guid.CreateVersion7()), (await House.Desk("clerk"), post) })
            Assert.Equal(StaffDesk.NotYours, Assert.Single((await House.Use((FindOfficials find) => find.Run(who, "Pawar", wanted))).Refusals));
        var clerk = await House.AtDesk("clerk");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open($"{StaffWalk.People}/find?q=Pawar")).Status);
        // Chosen by an address somebody wrote: nobody of another state stands in the form.
        var signed = await House.Signed("admin.haveli");
        var form = await signed.Open($"{StaffWalk.Posts(post)}?act=join&official={await House.Official("harpreet.ludhiana")}");
        Assert.Equal("", form.Form("#join").Value("join-login") ?? "");
    }

    [Fact]
    public async Task of_a_very_common_name_is_one_of_so_many_and_no_more_her_own_first()
    {
        var mulshi = await House.Post("mulshi_tahsil", "clerk");
        for (var number = 0; number <= FindOfficials.MostShown; number++)
            await Enters($"vithoba.n{number:00}", "विठोबा गायकवाड", "Vithoba Gaikwad", new PostHolding { PostHoldingId = Guid.CreateVersion7(), PostId = mulshi, FromOn = new(2020, 1, 1), UntilOn = new(2020, 2, 1) });
        var found = await Finds("haveli_tahsil", "Gaikvaad", await House.Post("haveli_tahsil", "clerk"));
        Assert.True(found.HasMore);
        Assert.Equal(FindOfficials.MostShown, found.Lines.Count);
        Assert.Equal("gpclerk.haveli", found.Lines[0].Official.Login);
        Assert.Equal("vithoba.n07", Assert.Single((await Finds("haveli_tahsil", "vithoba.n07", await House.Post("haveli_tahsil", "clerk"))).Lines).Official.Login);
    }

    async Task<FoundOfficials> Finds(string office, string typed, Guid? post = null)
    {
        var desk = await House.At(office, "administrator");
        var found = await House.Use((FindOfficials find) => find.Run(desk, typed, post));
        return found.IsDone ? found.Value : throw new InvalidOperationException(found.Refusals[0].Code);
    }

    Task Enters(string login, string local, string english, PostHolding holding) => House.Use(async (IServiceProvider services) =>
    {
        var official = services.GetRequiredService<OfficialLogins>().Unenrolled(login, new LocalText(english) { ["mr"] = local });
        var db = services.GetRequiredService<EkDwar.Foundation.Database.EkDwarDb>();
        db.Add(official);
        db.Add(new PostHolding { PostHoldingId = holding.PostHoldingId, PostId = holding.PostId, OfficialId = official.OfficialId, FromOn = holding.FromOn, UntilOn = holding.UntilOn });
        await db.Save();
        return true;
    });

    Task<Guid> PostOf(string state) => House.Db(db => (from office in db.Set<Office>()
                                                       where office.State == state
                                                       join post in db.Set<Post>() on office.OfficeId equals post.OfficeId
                                                       orderby post.PostId
                                                       select post.PostId).FirstAsync());
}
