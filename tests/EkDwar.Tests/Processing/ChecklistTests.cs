using System.Net;
using EkDwar.Cases;
using EkDwar.Deciding;
using EkDwar.Processing;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Processing;

/// <summary>What a service's file has an officer tick: asked before the case leaves the stage, and kept in the entry of that act.</summary>
public sealed class A_checklist(SharedHouse shared) : IClassFixture<SharedHouse>
{
    readonly TestHouse house = shared.House;

    [Fact]
    public async Task is_ticked_on_the_case_s_page_or_it_is_said_why_not()
    {
        var c = await house.Case().Forwarded();
        var desk = await house.AtDesk("circle");
        var form = (await desk.Case(c)).Form("#report").With("report-check", "address_seen").With("report-recommends", "yes").With("report-words", "भेट दिली");
        var lacking = await form.Press();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "verification"), (lacking.Status, (await c.WorkItems()).Single(item => item.DoneAt is null).Stage));
        Assert.Equal(["Tick everything you have checked, or say why something is not ticked."], lacking.Problems);
        Assert.Equal(["address_seen"], lacking.Document.QuerySelectorAll("input[name='report-check'][checked]").Select(box => box.GetAttribute("value")));
        var inbox = await lacking.Form("#report").With("report-check-why", "जमीन नाही").Press();
        Assert.Contains("The field report", inbox.TextOf(".govuk-notification-banner"));
        var told = (await (await house.AtDesk("tahsildar")).Case(c)).TextOf(".ek-steps");
        Assert.Contains("I went to the address, or somebody I sent did.: checked", told);
        Assert.DoesNotContain("I asked who in the family earns what.", told);
        Assert.Contains("Not ticked because: जमीन नाही", told);
        var body = await Body(c, nameof(CaseEvent.FieldReportGiven));
        Assert.Equal(["address_seen"], body.Checked);
        Assert.Equal("जमीन नाही", body.WhyNotChecked);
    }

    [Fact]
    public async Task goes_along_to_the_decision_and_stands_in_its_entry()
    {
        const string service = "caste-certificate";
        var citizen = await house.Citizen();
        var c = await A_pension.Sent(house, citizen, service);
        var file = await House(cases => cases.Open(c.CaseId));
        await Every_service_of_the_catalogue.Acts(house, file!.Service, file.Service.Stages[0], c.CaseId);
        var desk = await house.AtPost("sdo.pune", (await c.WorkItems()).Single(item => item.DoneAt is null).PostId);
        var page = await desk.Case(c);
        var refuse = await page.Form("#decide").With("check", "caste_in_list").Press("Refuse the application");
        Assert.EndsWith("/refuse", refuse.Path);
        Assert.DoesNotContain("why", refuse.Address.Query);
        var lacking = await refuse.Form().With("ground", "caste_not_proved").With("words", "पुरावा नाही.").Press();
        Assert.Equal(["Tick everything you have checked, or say why something is not ticked."], lacking.Problems);
        var letter = await lacking.Form().With("check-why", "पुरावाच नाही").Press();
        var changed = await letter.Form().Press("Change the letter");
        Assert.Equal(["caste_in_list"], changed.Document.QuerySelectorAll("input[name=check][checked]").Select(box => box.GetAttribute("value")));
        letter = await changed.Form().Press();
        Assert.Equal("/desk/en/inbox", (await letter.Form().Press("Refuse and send this letter")).Path);
        var body = await Body(c, nameof(CaseEvent.ApplicationRefused));
        Assert.Equal(["caste_in_list"], body.Checked);
        Assert.Equal("पुरावाच नाही", body.WhyNotChecked);
    }

    [Fact]
    public async Task takes_no_tick_of_another_list_and_none_where_there_is_none()
    {
        var (c, plain) = (await house.Case().Forwarded(), await house.Case().Submitted());
        var (circle, clerk) = (await house.Desk("circle_officer"), await house.Desk("clerk"));
        Task<string> Reported(Checked? ticks) => Code(c, (house, seen) => house.Use((ReportFromField report) => report.Run(circle, c.CaseId, seen, true, "भेट दिली", ticks)));
        Assert.Equal((string[])["cases.check_needed", "cases.check_needed", "cases.check_unknown", "questions.too_long"],
            (string[])[await Reported(null), await Reported(new([], " - ")), await Reported(new(["address_seen", "family_asked", "land_seen", "names_agree"], null)), await Reported(new([], new('अ', 2001)))]);
        Assert.Equal("cases.check_unknown", await Code(plain, (house, seen) => house.Use((ForwardCase forward) => forward.Run(clerk, plain.CaseId, seen, null, TestCase.Ticked))));
        Assert.Equal("cases.check_needed", await Decided());
    }

    /// <summary>Granting without a tick at a stage that has a list.</summary>
    async Task<string> Decided()
    {
        var c = await A_pension.Sent(house, await house.Citizen(), "caste-certificate");
        var file = (await House(cases => cases.Open(c.CaseId)))!;
        await Every_service_of_the_catalogue.Acts(house, file.Service, file.Service.Stages[0], c.CaseId);
        var sdo = await house.Desk("sub_divisional_officer");
        var item = (await c.WorkItems()).Single(item => item.DoneAt is null);
        return await Code(c, (house, seen) => house.Use((GrantApplication grant) => grant.Run(sdo with { PostId = item.PostId }, c.CaseId, seen, null)));
    }

    async Task<string> Code(TestCase c, Func<TestHouse, long, Task<EkDwar.Foundation.Outcomes.Outcome<CaseReference>>> act) => Assert.Single((await act(house, (await c.Row()).Version)).Refusals).Code;

    Task<CaseFile?> House(Func<CaseFiles, Task<CaseFile?>> open) => house.Use(open);

    Task<LedgerBody> Body(TestCase c, string kind) => house.Use(async (IServiceProvider services) =>
    {
        var file = (await services.GetRequiredService<CaseFiles>().Open(c.CaseId))!;
        return (await services.GetRequiredService<Timeline>().Of(file)).Single(entry => entry.Kind.ToString() == kind).Body;
    });
}
