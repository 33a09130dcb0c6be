using EkDwar.Cases;
using EkDwar.Deciding;
using EkDwar.Delivering;
using EkDwar.Delivering.Benefits;
using EkDwar.Foundation.Outcomes;
using EkDwar.Paying.SetAside;
using EkDwar.People;
using EkDwar.Tests.Attacks;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing.Emergencies;

namespace EkDwar.Tests.People.Proving;

/// <summary>Every act that is signed, asked for through its use case by a session that proved who it is long ago, never, or lately.</summary>
public sealed class Signing(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    /// <summary>Ready to be signed: who may, and the act itself, which gives the codes of what stood against it.</summary>
    sealed record Ready(DeskSession Session, Func<DeskSession, Task<string>> Act);

    public static TheoryData<CaseEvent> Acts => [.. SignedActs.All];

    [Theory, MemberData(nameof(Acts))]
    public async Task is_done_with_a_fresh_proof_and_without_one_nothing_is_written(CaseEvent kind)
    {
        var ready = await Made(kind);
        await using (var written = await Written.In(house))
            foreach (var since in new TimeSpan?[] { null, TimeSpan.FromMinutes(15), TimeSpan.FromHours(12) })
            {
                var before = await written.Mark();
                Assert.Equal("cases.prove_first", await ready.Act(ready.Session with { SinceProof = since }));
                Assert.Equal(before, await written.Mark());
            }
        Assert.Equal("", await ready.Act(ready.Session with { SinceProof = TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1) }));
    }

    [Theory, MemberData(nameof(Acts))]
    public async Task is_not_done_by_a_delegate_however_lately_she_proved_who_she_is(CaseEvent kind)
    {
        var ready = await Made(kind);
        await using var written = await Written.In(house);
        var before = await written.Mark();
        Assert.Equal("cases.holder_signs", await ready.Act(ready.Session with { IsDelegate = true }));
        Assert.Equal(before, await written.Mark());
    }

    [Fact]
    public async Task is_asked_after_who_she_is_and_what_she_saw()
    {
        var c = await house.Case().Reported();
        var (old, version) = (TimeSpan.FromHours(1), (await c.Row()).Version);
        // Whoever has nothing to do with it learns nothing, and whoever pressed twice is told what she did.
        var elsewhere = await house.At("mulshi_tahsil", "tahsildar") with { SinceProof = old };
        Assert.Equal("cases.not_found", Codes(await house.Use((GrantApplication grant) => grant.Run(elsewhere, c.CaseId, version, null))));
        var desk = await house.Desk("tahsildar");
        Assert.Equal("", Codes(await house.Use((GrantApplication grant) => grant.Run(desk, c.CaseId, version, null))));
        Assert.Equal("", Codes(await house.Use((GrantApplication grant) => grant.Run(desk with { SinceProof = old }, c.CaseId, version, null))));
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.ApplicationGranted));
    }

    [Fact]
    public async Task is_no_refusing_to_open_a_case_in_an_emergency()
    {
        var (request, senior) = await Emergency();
        Assert.True((await house.Answers(senior with { SinceProof = null }, request, isAllowed: false)).IsDone);
    }

    async Task<Ready> Made(CaseEvent kind)
    {
        if (kind == CaseEvent.EmergencyLookAllowed)
        {
            var (request, senior) = await Emergency();
            return new(senior, async who => Codes(await house.Answers(who, request)));
        }
        var c = await (kind switch
        {
            CaseEvent.ApplicationGranted or CaseEvent.ApplicationRefused => Lived(house.Case().Reported()),
            CaseEvent.CertificateRevoked => Lived(house.Case().Certified()),
            CaseEvent.RefusalSetAside => Lived(house.Case().Refused()),
            CaseEvent.BenefitStopped => A_pension.Granted(house, await house.Citizen(name: "पार्वतीबाई कदम"), "old-age-pension"),
            _ => throw new InvalidOperationException($"no test signs {kind}"),
        });
        var (desk, version) = (kind == CaseEvent.RefusalSetAside ? await c.DeskOf("sub_divisional_officer") : await house.Desk("tahsildar"), (await c.Row()).Version);
        return new(desk, async who => Codes(await Sign(kind, c, who, version)));
    }

    Task<Outcome<CaseReference>> Sign(CaseEvent kind, TestCase c, DeskSession who, long version) => kind switch
    {
        CaseEvent.ApplicationGranted => house.Use((GrantApplication grant) => grant.Run(who, c.CaseId, version, null)),
        CaseEvent.ApplicationRefused => house.Use((RefuseApplication refuse) => refuse.Run(who, c.CaseId, version, "income_not_proved", "वेतन दाखला अपूर्ण आहे.")),
        CaseEvent.CertificateRevoked => house.Use((RevokeCertificate revoke) => revoke.Run(who, c.CaseId, version, "नावात चूक आहे.", reissue: true)),
        CaseEvent.BenefitStopped => house.Use((StopBenefit stop) => stop.Run(who, c.CaseId, version, "निधन झाले.")),
        _ => house.Use((SetAsideRefusal setAside) => setAside.Run(who, c.CaseId, version, new("अपील/12/2026", EkDwar.Foundation.Time.StateTime.Day(house.Clock.GetUtcNow().UtcDateTime), "पुरावा पुरेसा होता."))),
    };

    async Task<(Guid Request, DeskSession Senior)> Emergency()
    {
        var c = await house.Case().Submitted();
        var asked = await house.Asks(await house.At("mulshi_tahsil", "clerk"), c.Reference.ToString());
        Assert.True(asked.IsDone, Codes(asked));
        return (asked.Value, await house.At("mulshi_tahsil", "tahsildar"));
    }

    static async Task<TestCase> Lived(CaseBuilder builder) => await builder;

    static string Codes<T>(Outcome<T> outcome) => string.Join(", ", outcome.Refusals.Select(refusal => refusal.Code));
}
