using System.Net;
using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>A licence's years: given until 31 March, renewed before its end with what was answered then, ended for whoever verifies the old one.</summary>
public sealed class The_years_of_a_licence
{
    static async Task<TestCase> Sent(TestHouse house, TestCitizen citizen, string id) => await house.Use(async (IServiceProvider services) =>
    {
        var draft = (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", id))!;
        var sent = await services.GetRequiredService<SubmitApplication>().Run(citizen.Session, draft, Guid.CreateVersion7().ToString("N"), "web", "mr");
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        return new TestCase(house, citizen, sent.Value);
    });

    static async Task<ServiceDefinition> Service(TestHouse house, string id) => (await house.Use((PublishedServices services) => services.Current("mh", id)))!;

    /// <summary>A trade licence of hers, until the next 31 March.</summary>
    internal static async Task<TestCase> Held(TestHouse house, TestCitizen citizen)
    {
        await Every_service_of_the_catalogue.Answered(house, citizen, await Service(house, "trade-licence"));
        var c = await Sent(house, citizen, "trade-licence");
        await c.Pays();
        await Granted(house, c, "trade-licence");
        return c;
    }

    static async Task Granted(TestHouse house, TestCase c, string id)
    {
        var service = await Service(house, id);
        foreach (var stage in Terms.Parse((await c.Row()).Terms).Stages) await Every_service_of_the_catalogue.Acts(house, service, service.Stage(stage), c.CaseId);
        await house.OutboxDrained();
    }

    [Fact]
    public async Task go_on_from_one_31_march_to_the_next()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
        var first = await Held(house, citizen);
        var licence = Assert.Single(await first.Certificates());
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 31)), (licence.ValidFrom, licence.ValidUntil));

        var status = await citizen.Browser.Open($"/mh/mr/cases/{first.Reference}");
        Assert.Contains("31 मार्च 2026 पर्यंत वैध", status.Text);
        var pdf = await citizen.Browser.Open($"/mh/mr/cases/{first.Reference}/certificate.pdf");
        Assert.Contains("2 मार्च 2026 ते 31 मार्च 2026 / 2 March 2026 to 31 March 2026", Tool.OneLine(pdf.Bytes));

        // Filled in from the licence; papers and declaration are asked anew.
        var asked = await (await status.Follow("नूतनीकरण करा")).Form().Press();
        Assert.EndsWith("/apply/trade-licence-renewal/tax_receipt", asked.Path);
        var check = await citizen.Browser.Open("/mh/mr/apply/trade-licence-renewal/earlier");
        Assert.Contains($"{first.Reference}-1, 31 मार्च 2026 पर्यंत वैध", check.Text);
        await Every_service_of_the_catalogue.Answered(house, citizen, await Service(house, "trade-licence-renewal"));
        var second = await Sent(house, citizen, "trade-licence-renewal");
        await SeenAtTheDesk(house, first, second);
        await Granted(house, second, "trade-licence-renewal");
        licence = Assert.Single(await second.Certificates());
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31)), (licence.ValidFrom, licence.ValidUntil));

        var verify = house.Browser();
        Assert.Contains("31 March 2026", (await verify.Open($"/mh/en/verify?number={first.Reference}-1")).Text);
        house.Clock.AdvanceDays(60);
        Assert.Contains("Ended: no longer valid", (await verify.Open($"/mh/en/verify?number={first.Reference}-1")).Text);
        Assert.DoesNotContain("Ended", (await verify.Open($"/mh/en/verify?number={second.Reference}-1")).Text);
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    static async Task SeenAtTheDesk(TestHouse house, TestCase first, TestCase second)
    {
        await second.Pays();
        var clerk = house.Browser();
        await house.SignsIn(clerk, "licence.pune");
        var page = await clerk.Open($"/desk/en/cases/{second.Reference}");
        Assert.Contains($"{first.Reference}-1, valid until 31 March 2026", page.Text);
        var earlier = await clerk.Open($"/desk/en/cases/{second.Reference}/earlier.pdf");
        Assert.Equal("application/pdf", earlier.Response.Content.Headers.ContentType?.MediaType);
        var looks = await house.Db(db => db.Set<Look>().AsNoTracking().Where(look => look.CaseId == first.CaseId).Select(look => look.Reason).ToListAsync());
        Assert.Contains("renewal", looks);
        var stranger = await house.AtDesk("clerk");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/desk/en/cases/{second.Reference}/earlier.pdf")).Status);
    }

    [Fact]
    public async Task are_nobody_elses_to_renew_and_not_to_be_renewed_too_early()
    {
        await using var house = await TestHouse.Open();
        house.Clock.Set(new(2026, 4, 10, 5, 0, 0, TimeSpan.Zero));
        var citizen = await house.Citizen();
        await Every_service_of_the_catalogue.Answered(house, citizen, await Service(house, "trade-licence"));
        var c = await Sent(house, citizen, "trade-licence");
        await c.Pays();
        await Granted(house, c, "trade-licence");
        var early = await house.Use((RenewLicence renew) => renew.Run(citizen.Session, c.Reference));
        Assert.Equal("applying.renew_too_early", Assert.Single(early.Refusals).Code);
        house.Clock.Set(new(2027, 3, 1, 5, 0, 0, TimeSpan.Zero));
        var other = await house.Citizen();
        Assert.Equal(TrackCase.NotFound, Assert.Single((await house.Use((RenewLicence renew) => renew.Run(other.Session, c.Reference))).Refusals));
        Assert.True((await house.Use((RenewLicence renew) => renew.Run(citizen.Session, c.Reference))).IsDone);
        var draft = await house.Use((Drafts drafts) => drafts.OpenOrStart(other.Session, "mh", "trade-licence-renewal"));
        Assert.Empty(draft!.Facts.Licences);
    }
}
