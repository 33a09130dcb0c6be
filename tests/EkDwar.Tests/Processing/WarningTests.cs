using System.Net;
using EkDwar.Cases;
using EkDwar.Foundation.Outbox;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing.Duplicates;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Processing;

/// <summary>What an officer is told to look at twice: advice with its reason, never a refusal; and two cases of one person made one.</summary>
public sealed class A_warning(SharedHouse shared) : IClassFixture<SharedHouse>
{
    const string Section = "section[aria-labelledby=warnings]";

    readonly TestHouse house = shared.House;

    [Fact]
    public async Task names_another_case_of_the_same_person_and_of_the_same_mobile()
    {
        var citizen = await house.Citizen();
        var first = await house.Case().By(citizen).Submitted();
        var desk = await house.AtDesk("clerk");
        Assert.DoesNotContain("another application for this service", (await desk.Case(first)).Text);
        var family = new TestCitizen(house, citizen.Mobile, "सीता कदम", citizen.Session with { PersonId = (await house.Use((AddPerson add) => add.Run(citizen.Session.AccountId, "सीता कदम"))).Value });
        var (second, hers) = (await house.Case().By(citizen).Submitted(), await house.Case().By(family).Forwarded());
        var page = await desk.Case(second);
        Assert.Contains("Nobody may be refused for them.", page.Text);
        Assert.Contains("The same person has another application for this service.", page.Text);
        Assert.Contains("Another person with the same mobile", page.Text);
        Assert.True(page.Has($"{Section} a[href$='{first.Reference}']") && page.Has($"{Section} a[href$='{hers.Reference}']"));
        // The circle officer never had the first: he reads its number and cannot open it.
        var circle = await (await house.AtDesk("circle")).Case(hers);
        Assert.Contains(first.Reference.ToString(), circle.TextOf(Section));
        Assert.False(circle.Has($"{Section} a[href$='{first.Reference}']") || circle.Has("#duplicate"));
        // It stops nothing, and what was refused or is long past is no duplicate.
        Assert.True((await second.Forward()).IsDone && (await second.Report()).IsDone && (await second.Refuse()).IsDone);
        Assert.DoesNotContain("The same person", (await desk.Case(first)).Text);
    }

    [Fact]
    public async Task counts_what_came_from_one_mobile_and_from_one_place_up_to_a_bound()
    {
        var citizen = await house.Citizen();
        var c = await house.Case().By(citizen).Submitted();
        var copies = await Copied(await c.Row(), 8);
        var desk = await house.AtDesk("clerk");
        Assert.DoesNotContain("came from this mobile", (await desk.Case(c)).Text);
        copies.AddRange(await Copied(await c.Row(), 1));
        var page = await desk.Case(c);
        Assert.Contains("10 applications came from this mobile within 30 days.", page.Text);
        Assert.DoesNotContain("Are there so many people?", page.Text);
        var last = await house.Case().Submitted();
        copies.AddRange(await Copied(await last.Row(), 59));
        Assert.Contains("Kesnand: 60 or more applications for this service within 30 days.", (await desk.Case(last)).Text);
        Assert.True((await last.Forward()).IsDone);
        // Rows without a ledger would be told by whoever verifies it.
        Assert.Equal(68, await house.Db(db => db.Set<Case>().Where(copy => copies.Contains(copy.CaseId)).ExecuteDeleteAsync()));
    }

    /// <summary>Where its people were counted, the bound is a share of them, and the reason is said with year and source.</summary>
    [Fact]
    public async Task holds_the_number_of_a_place_against_the_people_who_were_counted_there()
    {
        var last = await house.Case().Submitted();
        var copies = await Copied(await last.Row(), 20);
        var desk = await house.AtDesk("clerk");
        Assert.DoesNotContain("people lived there", (await desk.Case(last)).Text);
        await Counted(100, 2011, "Census 2011, village directory");
        try
        {
            var page = (await desk.Case(last)).TextOf(Section);
            Assert.Matches("Kesnand: 2[0-9] or more applications for this service within 365 days. In 2011, 100 people lived there \\(Census 2011, village directory\\).", page);
            await Counted(5_000, 2011, "Census 2011, village directory");
            Assert.DoesNotContain("people lived there", (await desk.Case(last)).Text);
        }
        finally
        {
            await Counted(null, null, null);
        }
        Assert.Equal(20, await house.Db(db => db.Set<Case>().Where(copy => copies.Contains(copy.CaseId)).ExecuteDeleteAsync()));

        Task Counted(int? people, int? year, string? source) => house.Db(db => db.Set<Place>().Where(place => place.Code == "pune.haveli.kesnand")
            .ExecuteUpdateAsync(set => set.SetProperty(place => place.People, people).SetProperty(place => place.PeopleYear, year).SetProperty(place => place.PeopleSource, source)));
    }

    /// <summary>As many more rows of the like, sent at the same moment; nobody opens them.</summary>
    Task<List<long>> Copied(Case c, int count) => house.Db(async db =>
    {
        var copies = new List<long>();
        for (var at = 0; at < count; at++)
        {
            copies.Add(CaseReference.New("MH").CaseId);
            db.Add(new Case
            {
                CaseId = copies[^1], State = c.State, ServiceId = c.ServiceId, ServiceVersion = c.ServiceVersion, Status = CaseStatus.Refused, OfficeId = c.OfficeId, PlaceId = c.PlaceId,
                ApplicantId = c.ApplicantId, FiledById = c.FiledById, Channel = c.Channel, Language = c.Language, SubmittedAt = c.SubmittedAt, Answers = c.Answers, Fee = c.Fee, Terms = c.Terms, LedgerHash = c.LedgerHash,
            });
        }
        await db.Save();
        return copies;
    });

    [Fact]
    public async Task lets_the_later_of_two_be_closed_with_both_ledgers_and_the_citizen_told_and_the_fee_given_back()
    {
        var citizen = await house.Citizen();
        var first = await house.Case().By(citizen).Submitted();
        var due = (await first.Row()).DueOn;
        house.Clock.AdvanceDays(1);
        var second = await house.Case().By(citizen).Submitted();
        await second.Pays();
        var desk = await house.AtDesk("clerk");
        // The earlier one is not closed in favour of the later.
        Assert.False((await desk.Case(first)).Has("#duplicate"));
        var (clerk, seen) = (await house.Desk("clerk"), (await first.Row()).Version);
        Assert.Equal("processing.duplicate.which_needed", (await house.Use((CloseDuplicate close) => close.Run(clerk, first.CaseId, seen, second.Reference.ToString(), "तोच अर्ज"))).Refusals.Single().Code);
        var lacking = await (await desk.Case(second)).Form("#duplicate").With("duplicate-other", first.Reference.ToString()).Press();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lacking.Status);
        var inbox = await lacking.Form("#duplicate").With("duplicate-words", "दोनदा पाठवला").Press();
        Assert.Contains($"{second.Reference} was closed as a duplicate.", inbox.TextOf(".govuk-notification-banner"));
        while (await house.OutboxDrained() > 0) continue;
        Assert.Equal((CaseStatus.Duplicate, CaseStatus.InProcess, due), ((await second.Row()).Status, (await first.Row()).Status, (await first.Row()).DueOn));
        Assert.DoesNotContain(await second.WorkItems(), item => item.DoneAt is null);
        Assert.Equal(["ApplicationSubmitted", "DuplicateClosed"], (await first.Ledger()).Select(entry => entry.Kind));
        Assert.Equal(["ApplicationSubmitted", "FeePaid", "ClosedAsDuplicate", "FeeReturned"], (await second.Ledger()).Select(entry => entry.Kind));
        Assert.Contains((await house.Phone()).Where(sms => sms.To == citizen.Mobile), sms => sms.Text.Contains($"{second.Reference.Compact} बंद केला", StringComparison.Ordinal) && sms.Text.Contains(first.Reference.Compact, StringComparison.Ordinal));
        Assert.Contains(first.Reference.ToString(), (await (await house.BrowserOf(citizen)).Open($"/mh/mr/cases/{second.Reference}")).Text);
        Assert.Equal(0, await house.Db(db => db.Set<OutboxMessage>().CountAsync(message => message.DeadAt != null)));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task closes_no_other_person_s_and_no_other_service_s_case()
    {
        var citizen = await house.Citizen();
        var (mine, theirs) = (await house.Case().By(citizen).Submitted(), await house.Case().Submitted());
        var later = await house.Case().By(citizen).Submitted();
        var (clerk, seen) = (await house.Desk("clerk"), (await later.Row()).Version);
        foreach (var other in (string?[])[theirs.Reference.ToString(), later.Reference.ToString(), "MH-1", null])
            Assert.Equal("processing.duplicate.which_needed", (await house.Use((CloseDuplicate close) => close.Run(clerk, later.CaseId, seen, other, "तोच"))).Refusals.Single().Code);
        var tahsildar = await house.Desk("tahsildar");
        Assert.Equal("cases.not_found", (await house.Use((CloseDuplicate close) => close.Run(tahsildar, later.CaseId, seen, mine.Reference.ToString(), "तोच"))).Refusals.Single().Code);
    }
}

/// <summary>A state's numbers for warnings: each fault of them is told in its place.</summary>
public sealed class The_rules_of_warnings
{
    [Theory]
    [InlineData("  granted_days: 365\n", "  granted_days: 0\n", "a grant counts from 1 to 1095 days")]
    [InlineData("{cases: 10, days: 30}", "{cases: 101, days: 30}", "from 2 to 100 applications of one mobile are many")]
    [InlineData("{cases: 10, days: 30}", "{cases: 10, days: 0}", "applications are counted over 1 to 1095 days")]
    [InlineData("{kind: village, cases: 60, days: 30}", "{kind: '', cases: 60, days: 30}", "of which kind of place this is said is needed")]
    [InlineData("{kind: village, cases: 60, days: 30}", "{kind: village, cases: 1, days: 30}", "from 2 to 1000 applications of one place are many")]
    [InlineData("percent: 20, days: 365", "percent: 101, days: 365", "a share is from 1 to 100 per cent of the people there")]
    [InlineData("percent: 20, days: 365", "percent: 20, days: 0", "applications are counted over 1 to 1095 days")]
    [InlineData("percent: 20, days: 365}\n  source: example\n", "percent: 20, days: 365}\n", "when an officer is warned needs its source")]
    public void name_what_is_wrong(string right, string wrong, string problem)
    {
        var text = Houserules.Repository.Text("services/mh/state.yaml");
        Assert.Contains(right, text);
        var file = Path.Combine(Directory.CreateTempSubdirectory("ekdwar").FullName, "state.yaml");
        File.WriteAllText(file, text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(StateProfiles.Open(file, "mh").Faults.All, fault => fault.Problem == problem);
    }
}
