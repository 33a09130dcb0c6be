using System.Text.RegularExpressions;
using EkDwar.Applying;
using EkDwar.Cases;
using EkDwar.Catalogue;
using EkDwar.Catalogue.Questions;
using EkDwar.Deciding;
using EkDwar.Delivering;
using EkDwar.Foundation.Database;
using EkDwar.Foundation.Languages;
using EkDwar.Foundation.Outcomes;
using EkDwar.Paying.Assessment;
using EkDwar.People;
using EkDwar.Places;
using EkDwar.Processing;
using EkDwar.Tests.Applying.Parties;
using EkDwar.Tests.Cases.Registers;
using EkDwar.Tests.Processing;
using EkDwar.Tests.Foundation.Pdf;
using EkDwar.Tests.Journeys;
using EkDwar.Tests.Paying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EkDwar.Tests.Catalogue;

/// <summary>Every service that stands in a state's folder can be lived, wherever it serves: nothing in its file leads nowhere.</summary>
public sealed partial class Every_service_of_the_catalogue
{
    const string Her = "पार्वतीबाई कदम";

    [Fact]
    public async Task is_published_from_a_file_of_its_name()
    {
        await using var house = await TestHouse.Open();
        var files = house.Settings.Folders.States.SelectMany(state => Directory.EnumerateFiles(Path.GetDirectoryName(house.Settings.Folders.StateFile(state, "x"))!, "*.yaml")
            .Select(file => $"{state} {Path.GetFileNameWithoutExtension(file)}"))
            .Where(file => file.Split(' ')[1] is not ("state" or "act" or "calendar" or "places" or "sms"));
        var published = (await Services(house)).Select(service => $"{service.State} {service.Id}");
        Assert.Equal(files.Order(StringComparer.Ordinal), published.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task finds_office_post_and_holder_in_each_place_it_offers()
    {
        await using var house = await TestHouse.Open();
        var directory = house.Services.GetRequiredService<PostDirectory>();
        var kinds = await house.Db(db => db.Set<Place>().AsNoTracking().ToDictionaryAsync(place => $"{place.State} {place.Code}", place => place.Kind));
        var held = await house.Db(db => db.Set<PostHolding>().AsNoTracking().Select(holding => holding.PostId).ToHashSetAsync());
        var named = 0;
        foreach (var service in await Services(house))
        {
            if (service.Instant is null) Assert.All(service.Officers.Possible, one => Assert.Contains(service.Stages, stage => stage.IsEnd && stage.Post == one.Officers.Designated));
            var asked = service.Question(service.ServedBy.Question);
            var offered = (await Facts(house, service)).Offered(asked).Select(place => place.Key).ToList();
            Assert.NotEmpty(offered);
            var facts = await Facts(house, service);
            var areas = Blank().Matches(service.Certificate.Paragraph.In(LanguageCode.English)).Select(blank => CertificateTemplate.PlaceOf(blank.Groups[1].Value)).OfType<(string Question, string Kind)>().ToList();
            foreach (var (question, kind) in areas.Where(area => service.Question(area.Question).Type == "place"))
                Assert.All(facts.Offered(service.Question(question)), place => Assert.True(facts.AreaOf(place.Key, kind) is not null, $"{service.Id}: {place.Key} lies in no {kind}"));
            named += areas.Count;
            foreach (var place in offered)
            {
                Assert.Equal(asked.PlaceKind, kinds[$"{service.State} {place}"]);
                var office = await directory.Serving(service.State, place, service.ServedBy.PlaceKind);
                Assert.True(office is not null, $"{service.Id}: nobody serves {place}");
                var body = (await directory.Places(service.State)).KindServing(place, service.ServedBy.PlaceKind);
                var officers = service.Officers.Slabs.Count == 0 ? [service.Officers.Officers] : service.Officers.Slabs.Where(slab => IsFor(slab.Bodies, body)).Select(slab => slab.Officers).ToList();
                Assert.NotEmpty(officers);
                foreach (var (_, designation) in officers.SelectMany(one => one.InOrder))
                    Assert.True(await directory.At(office.OfficeId, designation) is not null, $"{service.Id}: {office.Code} has no {designation}");
                foreach (var stage in service.Stages.Where(stage => IsFor(stage.Bodies, body)))
                    Assert.True((await directory.Alike(office.OfficeId, stage.Post)).Where(post => !post.IsShared).ToList() is { Count: > 0 } posts && posts.TrueForAll(post => held.Contains(post.PostId)), $"{service.Id}: nobody is {stage.Post} of {office.Code}");
            }
        }
        Assert.True(named > 0, "no certificate names the taluka or the district of a place");
    }

    static bool IsFor(List<string> bodies, string? body) => bodies.Count == 0 || bodies.Contains(body!);

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Blank();

    [Fact]
    public async Task asks_each_of_its_questions_of_somebody()
    {
        await using var house = await TestHouse.Open();
        foreach (var service in await Services(house))
        {
            var facts = await Facts(house, service);
            var most = service.Questions.Max(question => Math.Max(2, question.Options.Count));
            var asked = Enumerable.Range(0, most).SelectMany(pick => Asked(service, facts, pick)).ToHashSet();
            Assert.True(asked.SetEquals(service.Questions.Select(question => question.Id)),
                $"{service.Id} never asks {string.Join(", ", service.Questions.Select(question => question.Id).Except(asked))}");
        }
    }

    static List<string> Asked(ServiceDefinition service, AnswerFacts facts, int pick)
    {
        var answers = Answers.None;
        while (Interview.Next(service, answers) is { } next)
            answers = Done(service, PlausibleAnswers.Accepted(service, answers, next, facts, pick));
        return [.. Interview.Asked(service, answers).Select(question => question.Id)];
    }

    [Fact]
    public async Task leads_from_answers_to_a_certificate_with_her_name()
    {
        await using var house = await TestHouse.Open();
        var citizen = await house.SignedInCitizen(name: Her);
        var cases = new List<(ServiceDefinition Service, CaseReference Reference)>();
        foreach (var service in await Services(house))
        {
            // What a renewal renews is there when its turn comes.
            if (service.Questions.Exists(question => question.Of.Count > 0)) await house.OutboxDrained();
            // The pages are the same on both engines, so they are walked on the embedded one.
            if (TestHouse.Engine == Engine.Sqlite) await PageWalk.ToItsCheck(house, citizen, service, "mr", question => InRegister(house, service, question));
            else await Answered(house, citizen, service);
            var sent = await house.Use(async (IServiceProvider services) => await services.GetRequiredService<SubmitApplication>()
                .Run(citizen.Session, (await services.GetRequiredService<Drafts>().Open(citizen.Session, service.State, service.Id))!, $"{service.State} {service.Id}", "web", "mr"));
            cases.Add((service, Done(service, sent)));
            await Wedding.AllSign(house, sent.Value!.CaseId);
            // Until then nobody's desk has it, or its document waits.
            if (await house.Use(async (CaseFiles files) => (await files.Open(sent.Value.CaseId))!.OwesFee)) await new TestCase(house, citizen, sent.Value).Pays();
            var terms = Terms.Parse((await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.CaseId == Done(service, sent).CaseId))).Terms);
            if (service.Instant is null) Assert.Equal(terms.Officers.Designated, service.Stage(terms.Stages[^1]).Post);
            foreach (var stage in terms.Stages) await Acts(house, service, service.Stage(stage), Done(service, sent).CaseId);
        }
        await house.OutboxDrained();
        foreach (var (service, reference) in cases)
        {
            var certificate = await house.Db(db => db.Set<Certificate>().AsNoTracking().FirstOrDefaultAsync(row => row.CaseId == reference.CaseId));
            Assert.True(certificate is not null, $"{service.Id}: no certificate was made");
            var file = (await house.Use((CaseFiles files) => files.Open(reference.CaseId)))!;
            var pdf = await house.Use((CertificateFiles files) => Task.FromResult(files.Read(certificate, file.Seal)));
            var text = Tool.OneLine(pdf);
            Assert.True(text.Contains(Her, StringComparison.Ordinal) && text.Contains("Parvatibai Kadam", StringComparison.Ordinal), $"{service.Id}: her name is not on {text}");
        }
    }

    /// <summary>The same, with what is answered to some questions in plain words, by their ids.</summary>
    internal static Task Answered(TestHouse house, TestCitizen citizen, ServiceDefinition service, IReadOnlyDictionary<string, string> own) =>
        Answered(house, citizen, service, question => own.TryGetValue(question.Id, out var text) ? new(new Dictionary<string, string> { [""] = text }) : null);

    /// <summary>A draft in which every question has its answer, and every paper is stored.</summary>
    /// <param name="own">What is answered to a question that takes nothing plausible; null for the others.</param>
    internal static Task Answered(TestHouse house, TestCitizen citizen, ServiceDefinition service, Func<Question, RawAnswer?>? own = null) => house.Use(async (IServiceProvider services) =>
    {
        var drafts = services.GetRequiredService<Drafts>();
        var draft = (await drafts.OpenOrStart(citizen.Session, service.State, service.Id))!;
        var answers = draft.Answers;
        while (Interview.Next(service, answers) is { } next)
        {
            if (next.Type == "document") answers = Done(service, Interview.Accept(service, answers, next,
                Done(service, await services.GetRequiredService<AttachPaper>().Run(PlausibleAnswers.KindOf(next, pick: 0), TestCitizen.Jpeg(), TestCitizen.Jpeg().Length)), draft.Facts));
            else if ((own?.Invoke(next) ?? await InRegister(house, service, next)) is { } key) answers = Done(service, Interview.Accept(service, answers, next, key, draft.Facts));
            else answers = Done(service, PlausibleAnswers.Accepted(service, answers, next, draft.Facts, pick: 0));
        }
        drafts.Keep(draft, answers);
        Assert.True(await services.GetRequiredService<EkDwarDb>().TrySave());
    });

    /// <summary>Of the key of an instant service: what names a record that its emulated register has.</summary>
    static async Task<RawAnswer?> InRegister(TestHouse house, ServiceDefinition service, Question question)
    {
        if (service.Instant is not { } instant || instant.Key.Find(part => part.Question == question.Id) is not { } part) return null;
        var named = house.Registers().Records(instant.Register)![0].Key[part.Name]!.GetValue<string>();
        if (question.Type == "place") named = await house.Db(db => db.Set<Place>().Where(place => place.CensusCode == named).Select(place => place.Code).SingleAsync());
        return new(new Dictionary<string, string> { [""] = named });
    }

    /// <summary>Whoever holds the post on whose desk the case is does there what moves it on.</summary>
    internal static async Task Acts(TestHouse house, ServiceDefinition service, Stage stage, long caseId, Func<Question, RawAnswer?>? found = null)
    {
        var (item, version, holder) = await house.Db(async db =>
        {
            // Of stages side by side each has its own.
            var open = await db.Set<WorkItem>().AsNoTracking().SingleAsync(item => item.CaseId == caseId && item.DoneAt == null && item.Stage == stage.Id);
            var holding = await db.Set<PostHolding>().AsNoTracking().FirstAsync(holding => holding.PostId == open.PostId);
            return (open, (await db.Set<Case>().AsNoTracking().SingleAsync(c => c.CaseId == caseId)).Version, holding.OfficialId);
        });
        var desk = new DeskSession(holder, item.PostId) { SinceProof = TimeSpan.Zero };
        if (stage.Form is not null)
        {
            Done(service, await house.Use((RecordFindings findings) => findings.Run(desk, caseId, version, question => found?.Invoke(question) ?? PlausibleAnswers.To(question, AnswerFacts.WithoutPlaces(new(2026, 1, 5)), 0), LanguageCode.Marathi, _ => [Copied.File(Copied.Photo)])));
            version++;
        }
        if (stage.May(Stage.Assess)) version = await Assessed(house, service, desk, caseId, version);
        var ticks = new Checked([.. stage.Checklist.Select(item => item.Id)], null);
        Done(service, stage.IsEnd ? await house.Use((GrantApplication grant) => grant.Run(desk, caseId, version, null, ticks))
            : stage.May("report") ? await house.Use((ReportFromField report) => report.Run(desk, caseId, version, true, "पाहणी केली", ticks))
            : await house.Use((ForwardCase forward) => forward.Run(desk, caseId, version, "कागदपत्रे पूर्ण", ticks)));
    }

    /// <summary>Works the fee out of the least the officer may state, and has it paid.</summary>
    static async Task<long> Assessed(TestHouse house, ServiceDefinition service, DeskSession desk, long caseId, long version)
    {
        var stated = service.Fee.Facts.ToDictionary(fact => fact.Id, fact => $"{fact.Least ?? 1}");
        Done(service, await house.Use((AssessFee assess) => assess.Run(desk, caseId, version, stated, "मोजणीप्रमाणे")));
        var c = await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.CaseId == caseId));
        if (FeeDue.Parse(c.Fee).TotalMinor > 0) await new TestCase(house, null!, c.Reference).Pays();
        return (await house.Db(db => db.Set<Case>().AsNoTracking().SingleAsync(one => one.CaseId == caseId))).Version;
    }

    static async Task<IReadOnlyList<ServiceDefinition>> Services(TestHouse house)
    {
        var services = new List<ServiceDefinition>();
        foreach (var state in house.Settings.Folders.States) services.AddRange(await house.Services.GetRequiredService<PublishedServices>().Current(state));
        Assert.NotEmpty(services);
        return services;
    }

    static async Task<AnswerFacts> Facts(TestHouse house, ServiceDefinition service)
    {
        var places = await house.Services.GetRequiredService<PostDirectory>().Offered(service);
        return new AnswerFacts(new(2026, 1, 5), places, LanguageCode.Marathi)
        {
            Licences = [.. service.Questions.SelectMany(question => question.Of).Select(of => new HeldLicence("MH-7KQ4-2M9T-XB3W-C-1", of, new(2026, 3, 31)))],
        };
    }

    static T Done<T>(ServiceDefinition service, Outcome<T> outcome) =>
        outcome.IsDone ? outcome.Value : throw new InvalidOperationException($"{service.Id}: {string.Join(", ", outcome.Refusals)}");
}
