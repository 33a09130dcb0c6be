using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Delivering;
using EkDwar.Foundation.Outbox;
using EkDwar.Onboarding;
using EkDwar.Processing;
using EkDwar.Tests.Catalogue;
using EkDwar.Tests.Catalogue.Checks;
using EkDwar.Tests.Deadlines;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Houserules;
using EkDwar.Tests.Paying;
using EkDwar.Tests.Processing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Journeys;

/// <summary>
/// An application nobody decides in its time, of a service whose law says what becomes of it. No service that ships has such a
/// law: this one is given an example of one here, and nowhere else.
/// </summary>
public sealed class An_application_nobody_decides : IAsyncLifetime
{
    const string Meetings = "meetings-permission";
    const string ByLaw = """
        deemed:
          outcome: granted
          section:
            mr: "उदाहरण: वेळेत निर्णय न झाल्यास मंजूर समजण्याचे कलम"
            en: "example: a section on what is not decided in time"
            hi: "उदाहरण: समय पर निर्णय न होने पर मंज़ूर मानने की धारा"
            pa: "ਉਦਾਹਰਨ: ਵੇਲੇ ਸਿਰ ਫ਼ੈਸਲਾ ਨਾ ਹੋਣ 'ਤੇ ਮਨਜ਼ੂਰ ਮੰਨਣ ਦੀ ਧਾਰਾ"
          source: example
        """;

    TestHouse house = null!;
    TestCitizen citizen = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TestHouse.Open();
        await house.Use((PublishService publish) => publish.Run(
            Planted.In($"{Meetings}.yaml", "\nfee:\n", $"\n{ByLaw}\nfee:\n").Text.Replace("version: 1\n", "version: 7\n", StringComparison.Ordinal), $"{Meetings}.yaml", Planted.Maharashtra));
        citizen = await house.SignedInCitizen(name: "पार्वतीबाई कदम");
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task is_granted_by_law_once_when_its_last_day_has_ended_and_says_so()
    {
        var c = await Sent();
        await c.Pays();
        var due = (await c.Row()).DueOn!.Value;
        Assert.Contains("Not decided in that time, it is granted by law", (await citizen.Browser.Open($"/mh/en/services/{Meetings}")).Text);
        var tracker = await citizen.Browser.Open($"/mh/en/cases/{c.Reference}");
        Assert.Contains("granted by law: example: a section on what is not decided in time. (This section is an example.)", tracker.Text);
        house.Clock.AdvanceDays(due.DayNumber - EkDwar.Foundation.Time.StateTime.Day((await c.Row()).SubmittedAt).DayNumber);
        await house.OutboxDrained();
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);

        house.Clock.AdvanceDays(1);
        // The timer set twice, as after a crash, and two workers on it.
        await house.Db(async db =>
        {
            db.Add(DeemedTimer.Of(c.Reference, due));
            await db.Save();
        });
        await using var second = await house.SecondNode();
        await Task.WhenAll(Task.Run(house.OutboxDrained), Task.Run(second.OutboxDrained));
        // Whoever lost waits for the next round.
        house.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.OutboxDrained();

        Assert.Equal(["ApplicationSubmitted", "FeePaid", "DeemedGranted", "CertificateIssued"], (await c.Ledger()).Select(entry => entry.Kind));
        Assert.Equal((CaseStatus.Granted, due), ((await c.Row()).Status, (await c.Row()).DueOn));
        var item = Assert.Single(await c.WorkItems());
        Assert.NotNull(item.DoneAt);
        Assert.Equal((c.Reference, "DeemedGranted"), Assert.Single(await house.Db(db => DeskNotice.Unseen(db, item.PostId))));
        var file = (await house.Use((CaseFiles files) => files.Open(c.CaseId)))!;
        var certificate = Assert.Single(await c.Certificates());
        Assert.Contains("Deemed granted under example: a section", Tool.OneLine(await house.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal)))));
        Assert.Contains(await house.Phone(), sent => sent.Text.Contains("कायद्याने मंजूर झाला", StringComparison.Ordinal) && sent.Text.Contains(c.Reference.Compact, StringComparison.Ordinal));
        var told = await house.Use((ReadTrackerView read) => read.Run(file, EkDwar.Foundation.Languages.LanguageCode.English, due.AddDays(1), mayAct: true));
        Assert.Contains(told.Steps, step => step.Title?.ToString() == "Granted by law, because nobody decided in time: example: a section on what is not decided in time");
        Assert.False(told.IsOverdue);
        await DeskIsTold(c, item.PostId);
        Assert.Empty(await house.Db(db => db.Set<OutboxMessage>().Where(message => message.DeadAt != null).ToListAsync()));
        Assert.Empty((await house.VerifiedLedger()).Faults);
    }

    [Fact]
    public async Task does_not_lapse_while_it_waits_for_the_applicant_and_has_a_new_last_day_after()
    {
        var c = await Sent();
        var item = Assert.Single(await c.WorkItems());
        var desk = await house.Db(async db => await db.Set<EkDwar.Places.PostHolding>().Where(holding => holding.PostId == item.PostId)
            .Select(holding => new EkDwar.People.DeskSession(holding.OfficialId, holding.PostId)).FirstAsync());
        house.Clock.AdvanceDays(2);
        var asked = await house.Use(async (RaiseQuery query) => await query.Run(desk, c.CaseId, (await c.Row()).Version, [new("name", "wrong", null)], "नाव तपासा."));
        Assert.True(asked.IsDone, string.Join(", ", asked.Refusals));
        house.Clock.AdvanceDays(40);
        await house.OutboxDrained();
        Assert.Equal(CaseStatus.AwaitingCitizen, (await c.Row()).Status);
        Assert.True((await house.Use((AnswerQuery answer) => answer.Run(citizen.Session, c.CaseId, "नाव बरोबर आहे."))).IsDone);
        await house.OutboxDrained();
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
        house.Clock.AdvanceDays(9);
        await house.OutboxDrained();
        Assert.Equal(CaseStatus.Granted, (await c.Row()).Status);
        Assert.Single(await c.Ledger(), entry => entry.Kind == nameof(CaseEvent.DeemedGranted));
    }

    [Fact]
    public void is_told_of_no_invented_law_by_any_service_that_ships() => Assert.All(
        StateFiles.States.SelectMany(state => Directory.EnumerateFiles(Path.Combine(Repository.Root, "services", state), "*-*.yaml")),
        file => Assert.NotEqual("example", ServiceFile.Load(File.ReadAllText(file), file).Deemed?.Source));

    [Fact]
    public async Task is_only_late_where_no_law_says_otherwise()
    {
        var c = await house.Case().Submitted();
        Assert.Equal(0, await house.Db(db => db.Set<OutboxMessage>().CountAsync(message => message.Kind == DeemedTimer.OutboxKind)));
        house.Clock.AdvanceDays(60);
        await house.OutboxDrained();
        Assert.Equal(CaseStatus.InProcess, (await c.Row()).Status);
    }

    /// <summary>The post reads it in its inbox until it has looked at the case.</summary>
    async Task DeskIsTold(TestCase c, Guid post)
    {
        var login = await house.Db(db => (from holding in db.Set<EkDwar.Places.PostHolding>()
                                          join official in db.Set<EkDwar.People.Official>() on holding.OfficialId equals official.OfficialId
                                          where holding.PostId == post
                                          select official.Login).FirstAsync());
        var browser = house.Browser();
        var page = await house.SignsIn(browser, login);
        if (!page.Path.EndsWith("/inbox", StringComparison.Ordinal)) page = await page.Form("main form").With("post", post.ToString()).Press();
        Assert.Contains($"{c.Reference}: Granted by law: nobody decided in time", page.TextOf(".govuk-inset-text"));
        await browser.Case(c);
        Assert.Empty(await house.Db(db => DeskNotice.Unseen(db, post)));
    }

    async Task<TestCase> Sent()
    {
        var service = (await house.Services.GetRequiredService<PublishedServices>().Current("mh", Meetings))!;
        await Every_service_of_the_catalogue.Answered(house, citizen, service);
        var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
            .Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, "mh", Meetings))!, Guid.CreateVersion7().ToString("N"), "web", "mr"));
        Assert.True(sent.IsDone, string.Join(", ", sent.Refusals));
        return new(house, citizen, sent.Value);
    }
}
