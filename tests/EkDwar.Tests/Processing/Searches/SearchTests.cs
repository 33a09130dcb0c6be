using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Cases.Names;
using EkDwar.Foundation.Time;
using EkDwar.People;
using EkDwar.Processing;
using EkDwar.Processing.Corrections;
using EkDwar.Processing.Moves;
using EkDwar.Processing.Searches;
using EkDwar.Tests.Applying.Corrections;
using EkDwar.Tests.Processing.Emergencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Processing.Searches;

/// <summary>An official finds the cases she may see by name, in any script and spelling, by reference or by mobile; and no other, and not unseen.</summary>
public sealed class A_search_at_the_desk(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    async Task<TestCase> Sent(string local, string latin, Func<CaseBuilder, CaseBuilder>? then = null)
    {
        var someone = await house.Citizen(name: local);
        var citizen = new TestCitizen(house, someone.Mobile, local, someone.Session) { Latin = latin };
        var builder = house.Case().By(citizen);
        return await (then?.Invoke(builder) ?? builder.Submitted());
    }

    async Task<IReadOnlyList<FoundCase>> Found(DeskSession session, Sought sought, int page = 0) => (await house.Use((FindCases find) => find.Run(session, sought, page))).Value!.Lines;

    async Task<List<CaseReference>> References(DeskSession session, string words) => [.. (await Found(session, new() { Words = words })).Select(line => line.Case.Reference)];

    [Fact]
    public async Task finds_a_name_by_its_sound_in_every_script_and_by_any_of_its_words()
    {
        var c = await Sent("सुनीता रामचंद्र पवार", "Sunita Ramchandra Pawar");
        var other = await Sent("अनिल पाटील", "Anil Patil");
        var clerk = await house.Desk("clerk");
        foreach (var typed in (string[])["Pawar", "powar", "पवार", "ਪਵਾਰ", "Suneeta", "ਸੁਨੀਤਾ", "pawar sunita", "पवार, सुनिता", "Smt. Sunita Pawar", "Ram Chandra Pawar", "Ramachandra", "Sunita Ramchandra Powar"])
            Assert.Equal([c.Reference], await References(clerk, typed));
        foreach (var typed in (string[])["Patel", "Sunit", "Anita Pawar", "Paw", "पव", "Sunita Patil"]) Assert.DoesNotContain(c.Reference, await References(clerk, typed));
        Assert.Equal([other.Reference], await References(clerk, "anil patil"));
        // Parts of a name written apart are found where they were written as one, and the other way round.
        var apart = await Sent("राम चंद्र शिंदे", "Ram Chandra Shinde");
        Assert.Equal([apart.Reference], await References(clerk, "Ramchandra Shinde"));
        Assert.Contains(apart.Reference, await References(clerk, "रामचंद्र"));
    }

    [Fact]
    public async Task finds_a_name_that_was_corrected_after_sending_and_the_wrong_one_no_more()
    {
        var clerk = await house.Desk("clerk");
        foreach (var isOpened in (bool[])[false, true])
        {
            var c = await Sent("सुरेखा धुमाळ", "Surekha Dhumal");
            if (isOpened) await house.Use((LookAtCase look) => look.Run(clerk, c.Reference, "case"));
            Assert.True(await c.Gives("name", new Dictionary<string, string> { ["local"] = "सुरेखा वाघमारे", ["latin"] = "Surekha Waghmare" }));
            Assert.True((await c.SendsCorrection()).IsDone);
            if (isOpened)
            {
                Assert.Contains(c.Reference, await References(clerk, "Dhumal"));
                Assert.True((await house.Use(async (AnswerCorrection answer) => await answer.Run(clerk, c.CaseId, (await c.Row()).Version, isAccepted: true, null))).IsDone);
            }
            Assert.Contains(c.Reference, await References(clerk, "Vaghmare"));
            Assert.DoesNotContain(c.Reference, await References(clerk, "Dhumal"));
        }
    }

    [Fact]
    public async Task shows_what_is_spelt_so_before_what_sounds_so()
    {
        var older = await Sent("विजय भोसले", "Vijay Bhosle");
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await Sent("विजय भोसले", "Vijay Bhosale");
        var clerk = await house.Desk("clerk");
        var lines = await Found(clerk, new() { Words = "Bhosle" });
        Assert.Equal([(older.Reference, true), (newer.Reference, false)], lines.Select(line => (line.Case.Reference, line.Hit.IsExact)));
        Assert.Equal([newer.Reference, older.Reference], (await Found(clerk, new() { Words = "भोसले" })).Select(line => line.Case.Reference));
    }

    [Fact]
    public async Task is_a_page_without_a_name_in_its_address_and_is_recorded_sealed()
    {
        var c = await Sent("ज्ञानदेव क्षीरसागर", "Dnyandev Kshirsagar");
        var browser = await house.AtDesk("clerk");
        var before = await house.Db(db => db.Set<Search>().CountAsync());
        var page = await (await browser.Open("/desk/en/inbox")).Follow("Find an application");
        Assert.Equal("Find an application", page.Heading);
        Assert.Equal(["Write a name, an application number or a mobile."], (await page.Form("#search").Press()).Problems);
        var found = await page.Form("#search").With("words", "Xirsagar").Press();
        Assert.Equal("Found: 1", found.TextOf("#found"));
        Assert.StartsWith("/desk/en/search?s=", found.Address.PathAndQuery);
        Assert.DoesNotContain("irsagar", Uri.UnescapeDataString(found.Address.ToString()), StringComparison.OrdinalIgnoreCase);
        var row = found.TextOf("main tbody tr");
        foreach (var told in (string[])["ज्ञानदेव क्षीरसागर", "Dnyandev Kshirsagar", "Sounds alike", "Income certificate", "Kesnand", "In process", "Clerk"]) Assert.Contains(told, row);
        Assert.Equal("Xirsagar", found.Form("#search").Value("words"));
        Assert.Equal($"/desk/en/cases/{c.Reference}", (await found.Follow($"main a[href$='{c.Reference}']")).Path);

        house.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Found: 0", (await page.Form("#search").With("words", "नसलेलेनाव").Press()).TextOf("#found"));
        Assert.Contains("No village of your office's area", (await page.Form("#search").With("words", "x").With("village", "Atlantis").Press()).Problems[0]);
        var clerk = await house.Desk("clerk");
        var searches = await house.Db(db => db.Set<Search>().AsNoTracking().OrderByDescending(search => search.At).Take(2).ToListAsync());
        Assert.Equal(before + 2, await house.Db(db => db.Set<Search>().CountAsync()));
        Assert.Equal([(clerk.OfficialId, clerk.PostId, 0), (clerk.OfficialId, clerk.PostId, 1)], searches.Select(search => (search.OfficialId, search.PostId, search.Found)));
        Assert.Equal("Xirsagar", Sought.Parse((await house.Use((SearchBook book) => book.Asked(searches[1])))!).Words);
        Assert.DoesNotContain("irsagar", System.Text.Encoding.UTF8.GetString(searches[1].Asked));

        // The address is hers alone, and what was tampered with is over.
        foreach (var address in (string[])[found.Address.PathAndQuery, "/desk/en/search?s=abc"])
            Assert.Contains("can no longer be shown", (await (await house.AtDesk("circle")).Open(address)).Text);
    }

    [Fact]
    public async Task finds_only_what_the_post_may_see_and_names_only_what_it_may_open()
    {
        var c = await Sent("महादेव थोरात", "Mahadev Thorat");
        var (clerk, circle, tahsildar) = (await house.Desk("clerk"), await house.Desk("circle_officer"), await house.Desk("tahsildar"));
        var stranger = await house.At("mulshi_tahsil", "clerk");
        foreach (var asked in (string[])["Thorat", c.Reference.ToString(), c.Citizen.Mobile])
        {
            Assert.Equal([c.Reference], await References(clerk, asked));
            Assert.Empty(await References(circle, asked));
            Assert.Empty(await References(stranger, asked));
            // On a desk below hers: that it is there and how it stands, as her list of that desk says; not whose it is.
            var below = Assert.Single(await Found(tahsildar, new() { Words = asked }));
            Assert.Equal((c.Reference, false, ApplicantName.Unknown), (below.Case.Reference, below.Hit.Opens, below.Applicant));
        }
        var seen = await (await (await house.AtDesk("tahsildar")).Open("/desk/en/search")).Form("#search").With("words", "थोरात").Press();
        Assert.DoesNotContain("Mahadev", seen.Text);
        Assert.False(seen.Has($"main a[href$='{c.Reference}']"));
        Assert.True((await c.Forward()).IsDone);
        Assert.Equal([c.Reference], await References(circle, "Thorat"));
        Assert.True((await c.Report()).IsDone && (await c.Refuse()).IsDone);
        // Closed, it is found by those who had it, and lies below nobody any more.
        foreach (var had in new[] { clerk, circle, tahsildar }) Assert.True(Assert.Single(await Found(had, new() { Words = "Thorat" })).Hit.Opens);
        Assert.Empty(await References(stranger, "Thorat"));
    }

    [Fact]
    public async Task opens_exactly_what_opens_for_the_post_otherwise()
    {
        List<TestCase> cases = [await Sent("रमेश काळे", "Ramesh Kale"), await Sent("सुरेश काळे", "Suresh Kale", c => c.Forwarded()), await Sent("गणेश काळे", "Ganesh Kale", c => c.Granted()), await Sent("महेश काळे", "Mahesh Kale", c => c.Refused())];
        foreach (var session in new[] { await house.Desk("clerk"), await house.Desk("circle_officer"), await house.Desk("tahsildar"), await house.At("mulshi_tahsil", "clerk") })
        {
            var opened = (await Found(session, new() { Words = "काळे" })).Where(line => line.Hit.Opens).Select(line => line.Case.CaseId).ToHashSet();
            foreach (var c in cases) Assert.Equal(await house.Use((CaseFiles files) => files.WasAt(c.CaseId, session.PostId)), opened.Contains(c.CaseId));
        }
    }

    [Fact]
    public async Task leads_to_the_case_of_a_whole_reference_and_tells_of_no_other()
    {
        var c = await Sent("वसंत मोरे", "Vasant More");
        var clerk = await house.AtDesk("clerk");
        var page = await clerk.Open("/desk/en/search");
        Assert.Equal($"/desk/en/cases/{c.Reference}", (await page.Form("#search").With("words", c.Reference.Compact.ToLowerInvariant()).Press()).Path);
        var elsewhere = await house.AtPost("clerk.mulshi", await house.Post("mulshi_tahsil", "clerk"));
        var form = (await elsewhere.Open("/desk/en/search")).Form("#search");
        var (real, guessed) = (await form.With("words", c.Reference.ToString()).Press(), await form.With("words", CaseReference.New("MH").ToString()).Press());
        Assert.Equal("Found: 0", real.TextOf("#found"));
        Assert.Equal(guessed.TextOf("#found"), real.TextOf("#found"));
        Assert.Equal(guessed.Status, real.Status);
    }

    [Fact]
    public async Task is_narrowed_by_village_service_year_and_whether_it_is_open()
    {
        var (open, closed) = (await Sent("प्रकाश जगताप", "Prakash Jagtap"), await Sent("प्रकाश जगताप", "Prakash Jagtap", c => c.Refused()));
        var clerk = await house.Desk("clerk");
        var year = house.Clock.Today().Year;
        async Task<int> Count(Sought sought) => (await Found(clerk, sought with { Words = "Jagtap" })).Count;
        Assert.Equal((2, 1, 1), (await Count(new()), await Count(new() { IsOpen = true }), await Count(new() { IsOpen = false })));
        Assert.Equal(open.Reference, (await Found(clerk, new() { Words = "जगताप", IsOpen = true }))[0].Case.Reference);
        Assert.Equal((2, 0), (await Count(new() { Village = "kesn" }), await Count(new() { Village = "Wagholi" })));
        Assert.Equal((2, 0), (await Count(new() { Service = TestCitizen.Service }), await Count(new() { Service = "caste-certificate" })));
        Assert.Equal((2, 0), (await Count(new() { Year = year }), await Count(new() { Year = year - 1 })));
        Assert.False((await house.Use((FindCases find) => find.Run(clerk, new() { Words = new string('x', 201) }, 0))).IsDone);
        Assert.NotEqual(open.Reference, closed.Reference);
    }

    [Fact]
    public async Task follows_a_name_that_was_corrected_and_a_case_that_went_to_another_office()
    {
        var c = await Sent("शंकर सावंत", "Shankar Sawant");
        var (clerk, mulshi) = (await house.Desk("clerk"), await house.At("mulshi_tahsil", "clerk"));
        Assert.True((await house.Use((RaiseQuery query) => query.Run(clerk, c.CaseId, 0, [new("name", "wrong", null)], "नाव तपासा."))).IsDone);
        await house.Use(async (IServiceProvider services) =>
        {
            var replies = services.GetRequiredService<QueryReplies>();
            var query = (await replies.Of((await services.GetRequiredService<CaseFiles>().Open(c.CaseId))!))!;
            Assert.True((await replies.Give(query, query.File.Service.Question("name"), new(new Dictionary<string, string> { ["local"] = "शंकर घोरपडे", ["latin"] = "Shankar Ghorpade" }))).IsDone);
        });
        Assert.True((await house.Use((AnswerQuery answer) => answer.Run(c.Citizen.Session, c.CaseId, "दुरुस्त केले"))).IsDone);
        Assert.Empty(await References(clerk, "Sawant"));
        Assert.Equal([c.Reference], await References(clerk, "Ghorpade"));
        Assert.Equal([c.Reference], await References(clerk, "Shankar"));

        Assert.Empty(await References(mulshi, "Ghorpade"));
        Assert.True((await house.Use(async (TransferCase transfer) => await transfer.Run(clerk, c.CaseId, (await c.Row()).Version, "pune.mulshi.devghar", "अर्जदार देवघरचा आहे"))).IsDone);
        Assert.Equal([c.Reference], await References(mulshi, "Ghorpade"));
        Assert.Equal([c.Reference], await References(clerk, "घोरपडे"));
    }

    [Fact]
    public async Task finds_nothing_of_what_was_erased_and_the_same_again_when_the_index_is_made_anew()
    {
        var (kept, erased) = (await Sent("लता निकम", "Lata Nikam"), await Sent("उमा निकम", "Uma Nikam", c => c.Refused()));
        var clerk = await house.Desk("clerk");
        Assert.Equal(2, (await References(clerk, "Nikam")).Count);
        await house.Use(async (IServiceProvider services) =>
        {
            services.GetRequiredService<ErasureList>().Add([Erasure.OfCase(erased.CaseId)], house.Clock.UtcNow());
            await services.GetRequiredService<Erasures>().Apply();
        });
        Assert.Equal([kept.Reference], await References(clerk, "Nikam"));
        Assert.Equal(0, await house.Db(db => db.Set<CaseWord>().CountAsync(word => word.CaseId == erased.CaseId)));
        var before = await Words(kept);
        Assert.InRange(before.Count, 5, 20);
        await house.Db(db => db.Set<CaseWord>().ExecuteDeleteAsync());
        await house.Use((IndexNames index) => index.RunOnce());
        Assert.Equal(before, await Words(kept));
        // Run again it adds nothing; and of what is erased it knows nothing.
        var all = await house.Db(db => db.Set<CaseWord>().CountAsync());
        await house.Use((IndexNames index) => index.Run());
        Assert.Equal(all, await house.Db(db => db.Set<CaseWord>().CountAsync()));
        Assert.Equal([kept.Reference], await References(clerk, "निकम"));
    }

    Task<List<long>> Words(TestCase c) => house.Db(db => db.Set<CaseWord>().Where(word => word.CaseId == c.CaseId).OrderBy(word => word.Word).Select(word => word.Word).ToListAsync());

    [Fact]
    public async Task keeps_equal_names_of_two_offices_apart_in_the_index()
    {
        var c = await Sent("बाळू गोरे", "Balu Gore");
        var words = await Words(c);
        var (here, there) = ((await c.Row()).OfficeId, (await house.Db(db => db.Set<EkDwar.Places.Office>().SingleAsync(office => office.Code == "mulshi_tahsil"))).OfficeId);
        await house.Use((CaseWords index) =>
        {
            var name = new ApplicantName("बाळू गोरे", "Balu Gore", "mr");
            Assert.Equal(words, index.Of(here, name).Order());
            Assert.Empty(index.Of(there, name).Intersect(words));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task shows_pages_of_a_bounded_list()
    {
        var c = await Sent("सखाराम बिरादार", "Sakharam Biradar");
        var (row, clerk, hash) = (await c.Row(), await house.Desk("clerk"), (await Words(c)));
        List<long> copies = [.. Enumerable.Range(0, SeekCases.Most).Select(_ => CaseReference.New("MH").CaseId)];
        await house.Db(async db =>
        {
            foreach (var id in copies)
            {
                db.Add(new Case
                {
                    CaseId = id, State = row.State, ServiceId = row.ServiceId, ServiceVersion = row.ServiceVersion, Status = CaseStatus.Refused, OfficeId = row.OfficeId, PlaceId = row.PlaceId,
                    ApplicantId = row.ApplicantId, FiledById = row.FiledById, Channel = row.Channel, Language = row.Language, SubmittedAt = row.SubmittedAt, Answers = row.Answers, Fee = row.Fee, Terms = row.Terms, LedgerHash = row.LedgerHash,
                });
                db.AddRange(hash.Select(word => new CaseWord { CaseId = id, Word = word, SubmittedAt = row.SubmittedAt }));
                db.Add(new WorkItem { CaseId = id, Seq = 1, PostId = clerk.PostId, Stage = "scrutiny", SinceAt = row.SubmittedAt, ServiceId = row.ServiceId, DoneAt = row.SubmittedAt });
            }
            await db.Save();
        });
        try
        {
            var browser = await house.AtDesk("clerk");
            var page = await (await browser.Open("/desk/en/search")).Form("#search").With("words", "Biradar").Press();
            Assert.Equal("Found: 200+", page.TextOf("#found"));
            Assert.Contains("Only the best 200 are shown.", page.Text);
            Assert.Equal(20, page.Document.QuerySelectorAll("main tbody tr").Length);
            var next = await page.Follow(".govuk-pagination__next a");
            Assert.Equal(20, next.Document.QuerySelectorAll("main tbody tr").Length);
            Assert.NotEqual(page.TextOf("main tbody tr"), next.TextOf("main tbody tr"));
            Assert.Empty(await Found(clerk, new() { Words = "Biradar" }, 10));
        }
        finally
        {
            // Rows without a ledger would be told by whoever verifies it.
            await house.Db(async db =>
            {
                await db.Set<WorkItem>().Where(item => copies.Contains(item.CaseId)).ExecuteDeleteAsync();
                await db.Set<CaseWord>().Where(word => copies.Contains(word.CaseId)).ExecuteDeleteAsync();
                await db.Set<Case>().Where(copy => copies.Contains(copy.CaseId)).ExecuteDeleteAsync();
            });
        }
    }
}
