using EkDwar.Applying.Parties;
using EkDwar.Cases;
using EkDwar.Cases.Parties;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Deciding;
using EkDwar.Foundation.Outcomes;
using EkDwar.People;
using EkDwar.Tests.Journeys;
using Microsoft.EntityFrameworkCore;

namespace EkDwar.Tests.Applying.Parties;

/// <summary>What is answered, changed, signed or taken back by whom it is not asked of leaves nothing behind; and what only just may be.</summary>
public sealed class A_consent_out_of_place : IAsyncLifetime
{
    const string Husband = "9600000001", First = "9600000002", Second = "9600000003", Third = "9600000004";

    TestHouse house = null!;
    TestCitizen wife = null!, husband = null!;
    CaseReference c;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        wife = await house.Citizen(name: "सीमा जगताप");
        husband = await house.Citizen(Husband, "गणेश कदम");
        await Wedding.Drafted(house, wife, Husband, First, Second, Third);
        c = await Wedding.Sent(house, wife);
    }

    Task<string> Shown(string key) => house.Use(async (CaseFiles cases) => Party.Of((await cases.Open(c.CaseId))!.Service, (await cases.Open(c.CaseId))!.Answers).Single(party => party.Key == key).Fingerprint);

    async Task<Outcome<CaseReference>> Answers(CitizenSession who, string key, bool consents = true, string? shown = null, bool ticks = true)
    {
        var reply = new ConsentReply(consents, shown ?? await Shown(key), ticks, "नाही");
        return await house.Use((AnswerConsent answer) => answer.Run(who, c.CaseId, key, reply));
    }

    async Task IsRefused(string code, Func<Task<Outcome<CaseReference>>> act)
    {
        var before = await Evidence.Of(house);
        Assert.Equal([code], (await act()).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(before, await Evidence.Of(house));
    }

    Task<Outcome<CaseReference>> Changes(CitizenSession who, string key, params (string Part, string Text)[] typed) => house.Use((ChangeParty change) =>
        change.Run(who, c.CaseId, key, new(typed.ToDictionary(part => part.Part, part => part.Text)), AnswerFacts.WithoutPlaces(new(2026, 3, 2))));

    [Fact]
    public async Task is_nobody_s_but_hers_and_stands_once()
    {
        var stranger = await house.Citizen(name: "अनोळखी");
        foreach (var other in (CitizenSession[])[stranger.Session, wife.Session, husband.Session])
            await IsRefused("cases.not_found", () => Answers(other, "witness.1"));
        await IsRefused("applying.consent_changed", () => Answers(husband.Session, "husband", shown: new('0', 64)));
        await IsRefused("applying.consent_tick", () => Answers(husband.Session, "husband", ticks: false));
        await IsRefused("applying.consent_person", () => Answers(husband.Session with { PersonId = null }, "husband"));
        Assert.True((await Answers(husband.Session, "husband")).IsDone);
        await IsRefused("applying.consent_closed", () => Answers(husband.Session, "husband", consents: false));
        await IsRefused("cases.not_found", () => Changes(wife.Session, "husband", ("", Third)));
    }

    [Fact]
    public async Task on_a_family_s_mobile_is_given_by_another_person_who_is_named()
    {
        Assert.True((await Changes(wife.Session, "husband", ("", wife.Mobile))).IsDone);
        await IsRefused("cases.not_found", () => Answers(husband.Session, "husband"));
        await IsRefused("applying.consent_person", () => Answers(wife.Session, "husband"));
        var him = (await house.Use((AddPerson add) => add.Run(wife.Session.AccountId, "गणेश कदम"))).Value;
        Assert.True((await Answers(wife.Session with { PersonId = him }, "husband")).IsDone);
        var consent = await house.Use(async (IServiceProvider services) => (await Timeline(services)).Single(entry => entry.Kind == CaseEvent.ConsentGiven).Body.Consent!);
        Assert.Equal((PartyMeans.SharedMobile, "गणेश कदम", await Shown("husband")), (consent.Means, consent.By, consent.Shown));
    }

    [Fact]
    public async Task of_three_who_answer_at_one_moment_is_kept_of_each()
    {
        Assert.True((await Answers(husband.Session, "husband")).IsDone);
        var witnesses = new List<(CitizenSession Session, string Key, string Shown)>();
        foreach (var (mobile, row) in new[] { First, Second, Third }.Select((mobile, row) => (mobile, row + 1)))
            witnesses.Add(((await house.Citizen(mobile, $"साक्षीदार {mobile}")).Session, $"witness.{row}", await Shown($"witness.{row}")));
        var answers = await Task.WhenAll(witnesses.Select(one => Task.Run(() => house.Use((AnswerConsent answer) => answer.Run(one.Session, c.CaseId, one.Key, new(true, one.Shown, true, null))))));
        Assert.All(answers, answer => Assert.True(answer.IsDone, string.Join(", ", answer.Refusals)));
        Assert.Empty(await Wedding.Missing(house, c.CaseId));
        Assert.Equal(CaseStatus.InProcess, (await Wedding.Row(house, c.CaseId)).Status);
    }

    [Fact]
    public async Task signed_before_another_post_or_on_another_day_is_not_recorded()
    {
        var (clerk, officer) = (await house.Desk("clerk"), await Wedding.Officer(house, c.CaseId));
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime.AddMinutes(330));
        await IsRefused("cases.not_found", () => Wedding.Signs(house, c.CaseId, "witness.1", clerk));
        await IsRefused("processing.signature_day", () => Wedding.Signs(house, c.CaseId, "witness.1", on: today.AddDays(-1)));
        await IsRefused("processing.signature_day", () => Wedding.Signs(house, c.CaseId, "witness.1", on: today.AddDays(1)));
        await IsRefused("processing.signature_paper", () => Wedding.Signs(house, c.CaseId, "witness.1", paper: "1234 5678 9012"));
        await IsRefused("processing.signature_closed", () => Wedding.Signs(house, c.CaseId, "wife"));
        await IsRefused("cases.somebody_else_was_first", () => house.Use((EkDwar.Processing.RecordSignature record) => record.Run(officer, c.CaseId, -1, new("witness.1", today, "voter_card"))));
        Assert.True((await Wedding.Signs(house, c.CaseId, "witness.1")).IsDone);
        await IsRefused("processing.signature_closed", () => Wedding.Signs(house, c.CaseId, "witness.1"));
        // With a consent missing no desk may decide.
        var version = (await Wedding.Row(house, c.CaseId)).Version;
        await IsRefused("cases.not_found", () => house.Use((GrantApplication grant) => grant.Run(officer, c.CaseId, version, null)));
    }

    [Fact]
    public async Task is_asked_of_another_only_by_the_applicant_and_not_without_end()
    {
        await IsRefused("cases.not_found", () => Changes(husband.Session, "witness.1", ("0.witness", "कोणी")));
        await IsRefused("cases.not_found", () => Changes(wife.Session, "witness.4", ("0.witness", "कोणी")));
        for (var change = 0; change < 10; change++) Assert.True((await Changes(wife.Session, "husband", ("", $"95000000{change:D2}"))).IsDone);
        await IsRefused("applying.party_changed_often", () => Changes(wife.Session, "husband", ("", "9500000099")));
        Assert.Equal(10, (await new TestCase(house, wife, c).Ledger()).Count(entry => entry.Kind == nameof(CaseEvent.PartyChanged)));
    }

    [Fact]
    public async Task is_asked_of_a_witness_whose_name_was_corrected_and_mobile_was_not()
    {
        Assert.True((await Changes(wife.Session, "witness.1", ("0.witness", "नवा साक्षीदार"), ("0.living_at", "मु. पो. केसनंद"), ("0.witness_phone", First), ("0.witness_age", "41"), ("0.knows_as", "friend"))).IsDone);
        Assert.Equal("नवा साक्षीदार", await house.Use(async (CaseFiles cases) => Party.Of((await cases.Open(c.CaseId))!.Service, (await cases.Open(c.CaseId))!.Answers).Single(party => party.Key == "witness.1").Name));
        Assert.Single(await new TestCase(house, wife, c).Ledger(), entry => entry.Kind == nameof(CaseEvent.PartyChanged));
    }

    [Fact]
    public async Task is_asked_no_more_once_the_application_is_withdrawn_and_leaves_with_it()
    {
        await IsRefused("cases.not_found", () => house.Use((WithdrawApplication withdraw) => withdraw.Run(husband.Session, c.CaseId)));
        Assert.True((await house.Use((WithdrawApplication withdraw) => withdraw.Run(wife.Session, c.CaseId))).IsDone);
        Assert.Equal(CaseStatus.Withdrawn, (await Wedding.Row(house, c.CaseId)).Status);
        await IsRefused("cases.not_found", () => house.Use((WithdrawApplication withdraw) => withdraw.Run(wife.Session, c.CaseId)));
        await IsRefused("applying.consent_closed", () => Answers(husband.Session, "husband"));
        await IsRefused("processing.signature_closed", () => Wedding.Signs(house, c.CaseId, "witness.1"));
        Assert.Empty(await house.Use((OwnConsents own) => own.Waiting(husband.Session)));
        // Once the years are over for which it is kept.
        house.Clock.Advance(TimeSpan.FromDays(11 * 366));
        Assert.True((await house.Use((ErasePerson erase) => erase.Run(c.ToString()))).IsDone);
        Assert.Equal(0, await house.Db(db => db.Set<CaseParty>().CountAsync()));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    async Task<IReadOnlyList<TimelineEntry>> Timeline(IServiceProvider services) =>
        await ((Timeline)services.GetService(typeof(Timeline))!).Of((await ((CaseFiles)services.GetService(typeof(CaseFiles))!).Open(c.CaseId))!);

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
