using System.Net;
using EkDwar.Cases;
using EkDwar.Cases.Emergencies;
using EkDwar.Foundation.Secrets;
using EkDwar.People;
using EkDwar.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Processing.Emergencies;

/// <summary>A case that is not on an official's desk, opened in an emergency: asked, allowed by a second person, read, told, and closed by itself. Each test asks from posts of its own.</summary>
public sealed class A_case_opened_in_an_emergency(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Page = "/desk/en/emergencies";

    TestHouse House => shared.House;

    [Fact]
    public async Task is_read_and_not_acted_on_until_its_hours_are_over_and_the_citizen_reads_who_why_and_by_whose_leave()
    {
        var citizen = await House.SignedInCitizen();
        var c = await House.Case().By(citizen).Submitted();
        var clerk = await House.Signed("clerk.mulshi", await House.Post("mulshi_tahsil", "clerk"));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c)).Status);
        var asking = await (await clerk.Open("/desk/en/inbox")).Follow("Read an application in an emergency");
        Assert.Equal(["Choose the kind of reason."], (await asking.Form("#ask").With("reference", c.Reference.ToString()).With("words", "Flood").Press()).Problems);
        var asked = await asking.Form("#ask").With("reference", c.Reference.ToString()).With("reason", "disaster").With("words", Emergency.Words).Press();
        Assert.Contains("Waits for an answer until", asked.Text);
        Assert.False(asked.Has($"main a[href*='{Page}/']"));

        var tahsildar = await House.Signed("tahsildar.mulshi", await House.Post("mulshi_tahsil", "tahsildar"));
        var waiting = await (await tahsildar.Open("/desk/en/inbox")).Follow("Somebody asks you to open an application");
        Assert.Contains(Emergency.Words, waiting.Text);
        Assert.Contains("Disaster (flood, fire, earthquake)", waiting.Text);
        Assert.Contains("The applicant is told.", (await waiting.Form("form[action*='Allow']").Press()).Text);

        var read = await (await clerk.Open(Page)).Follow($"{c.Reference}");
        Assert.Contains("घर क्र. 12, केसनंद, 412207", read.Text);
        Assert.Empty(read.Document.QuerySelectorAll("main form"));
        var address = read.Path;
        Assert.Equal("image/jpeg", (await clerk.Open(read["main figure img"].GetAttribute("src")!)).Response.Content.Headers.ContentType?.MediaType);
        foreach (var shut in (string[])["", "/grant", "/certificate", "/papers/income_proof", "/papers/income_proof/1.jpg", "/papers/income_proof/original/1", "/parties"])
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.Case(c, shut)).Status);

        // Told at once, and by message.
        var tracker = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}");
        var looks = tracker.Document.QuerySelectorAll("table tbody tr").Select(row => row.TextContent).Where(row => row.Contains("in an emergency", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, looks.Count);
        Assert.All(looks, look => Assert.All((string[])["Clerk, Mulshi", "Disaster", Emergency.Words, "Tahsildar, Mulshi"], word => Assert.Contains(word, look, StringComparison.Ordinal)));
        Assert.Contains("Opened to another officer in an emergency", tracker.Text);
        Assert.Contains("opened in an emergency", (await citizen.Browser.Open("/mh/en/my/data")).Text);
        await House.OutboxDrained();
        Assert.Contains(await House.Phone(), message => message.To == citizen.Mobile && message.Text.Contains("आपत्कालासाठी", StringComparison.Ordinal));
        Assert.Empty((await House.VerifiedLedger()).Faults);

        House.Clock.Advance(TimeSpan.FromHours(4));
        clerk = await House.Signed("clerk.mulshi", await House.Post("mulshi_tahsil", "clerk"));
        foreach (var over in (string[])[address, address + "/papers/income_proof/1.jpg"]) Assert.Equal(HttpStatusCode.NotFound, (await clerk.Open(over)).Status);
        Assert.Contains("closed by itself", (await clerk.Open(Page)).Text);
        Assert.Equal(2, await House.Db(db => db.Set<Look>().CountAsync(look => look.CaseId == c.CaseId)));
    }

    [Fact]
    public async Task is_allowed_by_a_second_person_over_the_post_once_and_in_time_and_opens_to_nobody_else()
    {
        var c = await House.Case().Submitted();
        var (asker, naib, tahsildar) = (await House.At("khed_tahsil", "clerk"), await House.At("khed_tahsil", "naib_tahsildar"), await House.At("khed_tahsil", "tahsildar"));
        var request = (await House.Asks(asker, c.Reference.ToString(), "court_order")).Value;
        Assert.False(await House.Opens(asker, request));
        // Neither who asked, also from a post over hers, nor a post that is not over it, nor another office's.
        foreach (var wrong in (DeskSession[])[asker, tahsildar with { OfficialId = asker.OfficialId }, await House.At("khed_tahsil", "talathi"), await House.At("mulshi_tahsil", "tahsildar"), await House.Desk("tahsildar")])
            Assert.Equal("processing.emergency.not_yours", (await House.Answers(wrong, request)).Refused());
        Assert.Equal(EmergencyStatus.Allowed, (await House.Answers(naib, request)).Value);
        Assert.Equal("processing.emergency.answered", (await House.Answers(tahsildar, request, isAllowed: false)).Refused());
        Assert.True(await House.Opens(asker, request));
        foreach (var other in (DeskSession[])[asker with { OfficialId = naib.OfficialId }, asker with { PostId = (await House.At("khed_tahsil", "talathi")).PostId }, naib])
            Assert.False(await House.Opens(other, request));
        // One that nobody answered lapses, and one that was refused opens nothing.
        var late = (await House.Asks(asker, c.Reference.ToString())).Value;
        var no = (await House.Asks(asker, c.Reference.ToString())).Value;
        Assert.Equal(EmergencyStatus.Refused, (await House.Answers(tahsildar, no, isAllowed: false)).Value);
        Assert.False(await House.Opens(asker, no));
        House.Clock.AdvanceDays(1);
        Assert.Equal("processing.emergency.answered", (await House.Answers(tahsildar, late)).Refused());
        Assert.Equal([nameof(CaseEvent.EmergencyLookAllowed), nameof(CaseEvent.EmergencyLookRefused)], (await c.Ledger()).Select(entry => entry.Kind).Where(kind => kind.StartsWith("Emergency", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task that_is_none_is_asked_for_like_any_other_and_told_only_after_it_was_allowed()
    {
        var (asker, tahsildar) = (await House.At("baramati_tahsil", "clerk"), await House.At("baramati_tahsil", "tahsildar"));
        var (real, made) = ((await House.Case().Submitted()).Reference, CaseReference.New("MH"));
        var before = await Acts();
        var (one, other, third) = (await House.Asks(asker, $"{real}"), await House.Asks(asker, $"{made}"), await House.Asks(asker, $"{made}"));
        Assert.True(one.IsDone && other.IsDone && third.IsDone);
        // Nothing of the case was touched: its row, its ledger and the looks at it say nothing.
        Assert.Equal(before, await Acts());
        Assert.Equal([EmergencyStatus.Refused, EmergencyStatus.Refused], [(await House.Answers(tahsildar, one.Value, isAllowed: false)).Value, (await House.Answers(tahsildar, other.Value, isAllowed: false)).Value]);
        Assert.Equal(EmergencyStatus.NothingThere, (await House.Answers(tahsildar, third.Value)).Value);
        Assert.False(await House.Opens(asker, third.Value));
        // Words stay with no request that was answered: the ledger of the case has them, and of what is no case nobody needs them.
        Assert.All(await House.Db(db => db.Set<EmergencyRequest>().AsNoTracking().Where(request => request.AskedFromId == asker.PostId).ToListAsync()), request => Assert.Null(request.Words));
        Assert.Equal("processing.emergency.other_state", (await House.Asks(asker, $"{CaseReference.New("PB")}")).Refused());
        Assert.Equal("cases.reference_unreadable", (await House.Asks(asker, "MH-7KQ4-2M9T-XB3W-D")).Refused());

        async Task<(int, int, long)> Acts() => await House.Db(async db => (await db.Set<LedgerEntry>().CountAsync(), await db.Set<Look>().CountAsync(), await db.Set<Case>().SumAsync(row => row.Version)));
    }

    [Fact]
    public async Task is_asked_for_so_often_a_day_by_one_post_however_many_ask_at_once()
    {
        var asker = await House.At("indapur_tahsil", "clerk");
        var asked = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => House.Asks(asker, $"{CaseReference.New("MH")}")));
        Assert.InRange(asked.Count(one => one.IsDone), 1, 5);
        while ((await House.Asks(asker, $"{CaseReference.New("MH")}")).IsDone) continue;
        Assert.Equal("processing.emergency.too_often", (await House.Asks(asker, $"{CaseReference.New("MH")}")).Refused());
        Assert.Equal(5, await House.Db(db => db.Set<EmergencyRequest>().CountAsync(request => request.AskedFromId == asker.PostId)));
        House.Clock.AdvanceDays(1);
        Assert.True((await House.Asks(asker, $"{CaseReference.New("MH")}")).IsDone);
    }

    [Fact]
    public async Task is_not_asked_for_by_whoever_has_it_nor_from_a_post_that_nobody_stands_over()
    {
        var c = await House.Case().Submitted();
        Assert.Equal("processing.emergency.on_your_desk", (await House.Asks(await House.Desk("clerk"), $"{c.Reference}")).Refused());
        Assert.Equal("processing.emergency.nobody_over", (await House.Asks(await House.At("pune_division", "divisional_commissioner"), $"{c.Reference}")).Refused());
        // The tahsildar's senior is who heads the office above.
        var request = await House.Asks(await House.Desk("tahsildar"), $"{c.Reference}");
        Assert.Equal(EmergencyStatus.Allowed, (await House.Answers(await House.At("pune_sub_division", "sub_divisional_officer"), request.Value)).Value);
        Assert.Equal(["processing.emergency.reason_needed", "cases.words_needed"], (await House.Asks(await House.Desk("awal_karkun"), $"{c.Reference}", "curiosity", "12")).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task waits_no_longer_and_is_kept_no_longer_for_having_been_looked_at_and_its_words_go_with_it()
    {
        var lacking = await House.Case().WithoutPaper().Submitted();
        var closesOn = (await lacking.Row()).ClosesOn;
        var refused = await House.Case().Refused();
        var keptUntil = await Kept(refused);
        House.Clock.AdvanceDays(2);
        var (asker, tahsildar) = (await House.At("daund_tahsil", "clerk"), await House.At("daund_tahsil", "tahsildar"));
        foreach (var c in (TestCase[])[lacking, refused]) Assert.True((await House.Answers(tahsildar, (await House.Asks(asker, $"{c.Reference}")).Value)).IsDone);
        Assert.Equal((closesOn, keptUntil), ((await lacking.Row()).ClosesOn, await Kept(refused)));
        var waiting = (await House.Asks(asker, $"{refused.Reference}")).Value;
        var master = House.Services.GetRequiredService<MasterKey>();
        Assert.Equal(Emergency.Words, (await Request(waiting)).WordsOf(master));
        House.Services.GetRequiredService<ErasureList>().Add([Erasure.OfCase(refused.CaseId)], House.Clock.GetUtcNow().UtcDateTime);
        await House.Use((Erasures erasures) => erasures.Apply());
        Assert.Null((await Request(waiting)).Words);
        Assert.Equal(EmergencyStatus.NothingThere, (await House.Answers(tahsildar, waiting)).Value);

        Task<DateOnly?> Kept(TestCase c) => House.Use(async (CaseRetention retention) => await retention.KeptUntil(await c.Row()));
        Task<EmergencyRequest> Request(Guid id) => House.Db(db => db.Set<EmergencyRequest>().AsNoTracking().SingleAsync(request => request.RequestId == id));
    }
}
